using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Rushes.Studio.Pages;

/// <summary>Names the work of a form after what the form says: the same form sent twice names the same work, an edited one names another.</summary>
internal static class OncePressed
{
    /// <summary>The field that tells one printed form from the next.</summary>
    public const string Field = "once";

    private const string Seal = "__RequestVerificationToken";
    private const int Letters = 24;

    /// <returns>Null where the form does not say which one it is: each is then a work of its own.</returns>
    public static string? WorkOf(IFormCollection form)
    {
        if (form[Field].ToString().Length == 0)
            return null;
        var said = new StringBuilder();
        foreach (var (name, value) in form.Where(field => field.Key != Seal).OrderBy(field => field.Key, StringComparer.Ordinal))
            said.Append(name).Append('\0').Append(value.ToString()).Append('\0');
        foreach (var file in form.Files)
            said.Append(file.Name).Append('\0').Append(file.FileName).Append('\0').Append(file.Length).Append('\0');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())))[..Letters];
    }
}
