using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rushes.Engine.Shooting;
using Rushes.Providers.Http;

namespace Rushes.Providers.LanguageModels;

/// <summary>Tells the refusals of language models apart: by status first, by the provider's own codes where one status means several things.</summary>
internal static partial class ChatErrors
{
    private const int Overloaded = 529;

    public static Refusal Of(WireAnswer.Answered answer)
    {
        // Google answers with a list around the object when it was asked for a stream without events.
        var root = answer.Json.ValueKind == JsonValueKind.Array && answer.Json.GetArrayLength() > 0 ? answer.Json[0] : answer.Json;
        var error = root.At("error");
        var words = error.Text("message") ?? (error.ValueKind == JsonValueKind.String ? error.GetString() : null) ?? root.Text("message")
            ?? string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)answer.Status}");
        var codes = string.Join(' ', new[] { error.Text("code"), error.Text("type"), error.Text("status"), ReasonsOf(error) }.OfType<string>()).ToLowerInvariant();
        return new(KindOf(answer.Status, codes, words), words, answer.RetryAfter ?? RetryInfo(error) ?? RetryWords(words));
    }

    /// <summary>An error that comes in the middle of a stream, where there is no status.</summary>
    public static Refusal Midway(JsonElement error)
    {
        var words = error.Text("message") ?? "";
        var kind = error.Text("type") switch
        {
            "rate_limit_error" => RefusalKind.Throttled,
            "authentication_error" => RefusalKind.SignedOut,
            "permission_error" => RefusalKind.NotAllowed,
            "invalid_request_error" => RefusalKind.BadRequest,
            _ => RefusalKind.FailedAtProvider,
        };
        return new(kind, words, RetryInfo(error));
    }

    private static RefusalKind KindOf(HttpStatusCode status, string codes, string words) => status switch
    {
        HttpStatusCode.Unauthorized => RefusalKind.SignedOut,
        HttpStatusCode.PaymentRequired => RefusalKind.QuotaGone,
        HttpStatusCode.Forbidden when codes.Contains("api_key", StringComparison.Ordinal) => RefusalKind.SignedOut,
        HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone => RefusalKind.NotAllowed,
        HttpStatusCode.TooManyRequests when codes.Contains("insufficient_quota", StringComparison.Ordinal) || codes.Contains("perday", StringComparison.Ordinal) =>
            RefusalKind.QuotaGone,
        HttpStatusCode.TooManyRequests => RefusalKind.Throttled,
        HttpStatusCode.RequestTimeout => RefusalKind.FailedAtProvider,
        HttpStatusCode.BadRequest when codes.Contains("api_key_invalid", StringComparison.Ordinal) || words.Contains("API key not valid", StringComparison.OrdinalIgnoreCase) =>
            RefusalKind.SignedOut,
        HttpStatusCode.BadRequest when codes.Contains("content_policy", StringComparison.Ordinal) || codes.Contains("content_filter", StringComparison.Ordinal) =>
            RefusalKind.Policy,
        HttpStatusCode.BadRequest when words.Contains("credit balance", StringComparison.OrdinalIgnoreCase) => RefusalKind.QuotaGone,
        _ when (int)status >= 500 || (int)status == Overloaded => RefusalKind.FailedAtProvider,
        _ => RefusalKind.BadRequest,
    };

    /// <summary>Google's finer reasons: <c>API_KEY_INVALID</c>, or the quota that was exceeded.</summary>
    private static string ReasonsOf(JsonElement error) => string.Join(' ', error.Items("details")
        .SelectMany(detail => detail.Items("violations").Select(violation => violation.Text("quotaId")).Append(detail.Text("reason")))
        .OfType<string>());

    private static TimeSpan? RetryInfo(JsonElement error) => error.Items("details")
        .Select(detail => detail.Text("retryDelay"))
        .OfType<string>()
        .Select(delay => double.TryParse(delay.TrimEnd('s'), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? Seconds(seconds) : null)
        .FirstOrDefault();

    private static TimeSpan? RetryWords(string words)
    {
        var found = TryAgain().Match(words);
        return found.Success && double.TryParse(found.Groups["seconds"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? Seconds(seconds) : null;
    }

    private static TimeSpan? Seconds(double seconds)
    {
        const double longest = 86_400;
        return seconds is >= 0 and <= longest ? TimeSpan.FromSeconds(seconds) : null;
    }

    [GeneratedRegex(@"(?:retry|try again) in (?<seconds>\d+(?:\.\d+)?) ?s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TryAgain();
}
