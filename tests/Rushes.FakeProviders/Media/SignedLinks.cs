using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Operations;

namespace Rushes.FakeProviders.Media;

/// <summary>Links in the manner of signed storage addresses: they name no account, they expire, and they cannot be made up.</summary>
internal sealed class SignedLinks(TimeProvider time, TimeSpan life)
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>The query of the link to <paramref name="operation"/> that works at present.</summary>
    public string Query(Operation operation)
    {
        var expires = time.GetUtcNow().Add(life).ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture,
            $"GoogleAccessId=labs-ai-sandbox-videoserver-prod%40system.gserviceaccount.com&Expires={expires}&Generation={operation.Link}&Signature={Sign(operation.Name, expires, operation.Link)}");
    }

    /// <summary>True when the query of <paramref name="request"/> opens <paramref name="operation"/> now; otherwise false with the reason in storage's words.</summary>
    public bool Opens(HttpRequest request, Operation operation, out string reason)
    {
        reason = "SignatureDoesNotMatch";
        if (!long.TryParse(request.Query["Expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var expires)
            || !int.TryParse(request.Query["Generation"], NumberStyles.None, CultureInfo.InvariantCulture, out var link)
            || request.Query["Signature"] != Sign(operation.Name, expires, link))
            return false;
        reason = "ExpiredToken";
        return expires >= time.GetUtcNow().ToUnixTimeSeconds() && link == operation.Link;
    }

    private string Sign(string name, long expires, int link) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}\n{expires}\n{link}"))));
}
