using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.GeminiOmni;

/// <summary>Where the Gemini API answers, and the key that its requests carry: in a header, never in an address.</summary>
internal static class OmniHost
{
    public const string KeyHeader = "x-goog-api-key";

    private const string Google = "https://generativelanguage.googleapis.com/";
    private const string Version = "v1beta/";

    public static Uri Address(Account account, string path) => new(BaseOf(account).AbsoluteUri + Version + path);

    public static HttpRequestMessage Sign(HttpRequestMessage request, string key) => request.WithHeader(KeyHeader, key);

    /// <summary>Whether an address belongs to the account's own host: no other is given its key.</summary>
    public static bool IsOwn(Account account, Uri address)
    {
        var own = BaseOf(account);
        return address.Scheme == own.Scheme && address.Authority == own.Authority;
    }

    /// <summary>Users copy addresses with the version or without it.</summary>
    private static Uri BaseOf(Account account)
    {
        var address = ProviderAddress.Of(account, Google);
        return address.AbsolutePath.EndsWith("/" + Version, StringComparison.Ordinal) ? new Uri(address, "../") : address;
    }
}
