using System.Security.Cryptography;
using System.Text;

namespace Rushes.Providers.ComfyUi;

/// <summary>Ids that are the same in every process, so that work can be found again.</summary>
internal static class ComfyIds
{
    /// <summary>The prompt id of an attempt: ComfyUI takes one of ours, so a submission whose answer was lost can be looked up.</summary>
    public static string PromptOf(string correlation) => Guid.TryParse(correlation, out var id) ? id.ToString() : From(correlation);

    /// <summary>Who listens to the progress of an account's work.</summary>
    public static string ClientOf(string account) => From("rushes/" + account);

    private static string From(string text) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToString();
}
