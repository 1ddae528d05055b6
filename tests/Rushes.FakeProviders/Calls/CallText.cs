using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Rushes.FakeProviders.Calls;

/// <summary>What may be kept of a request: no credential, no megabytes of pictures.</summary>
internal static class CallText
{
    /// <summary>A string longer than this in a body is a picture or a clip.</summary>
    private const int LongString = 8192;

    private const int BodyLimit = 65536;

    public static readonly string[] CredentialKeys = ["key", "access_token", "token", "api_key"];

    private static readonly string[] SecretKeys = [.. CredentialKeys, "signature", "x-goog-signature", "assertion"];

    public static string Query(IQueryCollection query) => query.Count == 0 ? "" : "?" + string.Join('&', query.Select(pair =>
        SecretKeys.Contains(pair.Key, StringComparer.OrdinalIgnoreCase) ? $"{pair.Key}=***" : $"{pair.Key}={pair.Value}"));

    public static string Body(byte[] body, string? contentType)
    {
        if (body.Length == 0)
            return "";
        // Some clients send JSON under the type of forms; only a real form holds credentials by name.
        if (body[0] != '{' && contentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
            return Query(new QueryCollection(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)))).TrimStart('?');
        if (body.AsSpan(0, Math.Min(body.Length, 4096)).Contains((byte)0))
            return $"({body.Length} bytes)";
        return Shorten(Encoding.UTF8.GetString(body));
    }

    /// <summary>Cuts the long JSON strings of <paramref name="text"/>, then the whole.</summary>
    private static string Shorten(string text)
    {
        if (text.Length <= LongString)
            return text;
        var kept = new StringBuilder();
        for (int at = 0; at < text.Length && kept.Length < BodyLimit;)
        {
            var quote = text.IndexOf('"', at);
            var end = quote < 0 ? text.Length : quote;
            kept.Append(end - at > LongString ? $"{text.AsSpan(at, 64)}...({end - at} characters)" : text.AsSpan(at, end - at));
            if (quote >= 0)
                kept.Append('"');
            at = end + 1;
        }
        return kept.Length >= BodyLimit ? kept.ToString(0, BodyLimit) + "..." : kept.ToString();
    }
}
