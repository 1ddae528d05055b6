using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.GoogleFlow;

/// <summary>Where Flow answers, and what every request to it carries.</summary>
internal static class FlowHost
{
    private const string Google = "https://aisandbox-pa.googleapis.com/";

    /// <summary>
    /// Google's own host has asked for a captcha's answer with every generation since 2026: an account is only filmed with at another address that speaks
    /// the same wire.
    /// </summary>
    public static bool MayGenerate(Account account) => account.BaseUrl is not null && BaseOf(account).Host != new Uri(Google).Host;

    public static Uri Address(Account account, string path) => new(BaseOf(account).AbsoluteUri + path);

    public static HttpRequestMessage Sign(HttpRequestMessage request, string token)
    {
        request.WithBearer(token);
        request.Headers.TryAddWithoutValidation("Origin", "https://labs.google");
        request.Headers.TryAddWithoutValidation("Referer", "https://labs.google/");
        return request;
    }

    /// <summary>Users copy addresses with the version or without it.</summary>
    private static Uri BaseOf(Account account)
    {
        var address = ProviderAddress.Of(account, Google);
        return address.AbsolutePath.EndsWith("/v1/", StringComparison.Ordinal) ? new Uri(address, "../") : address;
    }
}
