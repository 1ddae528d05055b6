using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rushes.Providers.Http;

/// <summary>
/// What Google's services say when they refuse: <c>{"error":{...}}</c>, the same in an array of one, a code that is a number or a word, or a body
/// that is no JSON at all.
/// </summary>
/// <param name="Code">A number such as <c>429</c> or a word such as <c>invalid_request</c>; null when there is none.</param>
/// <param name="Message">The service's own sentence; empty when there is none.</param>
/// <param name="Status">Such as <c>RESOURCE_EXHAUSTED</c>.</param>
/// <param name="Reasons">The reasons and limits of its details, such as <c>PUBLIC_ERROR_UNUSUAL_ACTIVITY</c> or <c>API_KEY_INVALID</c>.</param>
/// <param name="RetryAfter">From <c>RetryInfo</c>, or from the sentence ("Please retry in 23.4s").</param>
public sealed partial record GoogleError(string? Code, string Message, string? Status, IReadOnlyList<string> Reasons, TimeSpan? RetryAfter)
{
    private const int LongestWords = 400;

    public static GoogleError None { get; } = new(null, "", null, [], null);

    /// <summary>Reads an answer that was no success.</summary>
    public static GoogleError Of(WireAnswer.Answered answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var error = Of(answer.Json);
        if (error == None)
            error = None with { Message = WordsOf(answer.Body) };
        return error with { RetryAfter = answer.RetryAfter ?? error.RetryAfter };
    }

    /// <summary>Reads a body, or an object that holds an <c>error</c>.</summary>
    /// <returns><see cref="None"/> when it holds none.</returns>
    public static GoogleError Of(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Array)
            body = body.EnumerateArray().FirstOrDefault();
        var error = body.At("error");
        if (error.ValueKind == JsonValueKind.String)
            return None with { Message = error.GetString()! };
        if (error.ValueKind != JsonValueKind.Object)
            return None;
        var details = error.Items("details").ToList();
        var message = error.Text("message") ?? "";
        return new(
            error.Text("code"),
            message,
            error.Text("status"),
            [.. details.SelectMany(ReasonsOf)],
            details.Select(detail => Seconds(detail.Text("retryDelay"))).FirstOrDefault(delay => delay is not null) ?? SaidIn(message));
    }

    /// <summary>Whether any part of it speaks of <paramref name="word"/>, whatever its case.</summary>
    public bool Says(string word) =>
        Message.Contains(word, StringComparison.OrdinalIgnoreCase)
        || Is(word)
        || Reasons.Any(reason => reason.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the code or the status is this word.</summary>
    public bool Is(string word) =>
        string.Equals(Code, word, StringComparison.OrdinalIgnoreCase) || string.Equals(Status, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>A sentence for people: the service's own with the reason it gives, or the code.</summary>
    public string Words
    {
        get
        {
            var reasons = string.Join(", ", Reasons.Where(reason => !Message.Contains(reason, StringComparison.Ordinal)));
            var words = (Message, reasons) switch
            {
                ("", "") => Status ?? Code ?? "",
                ("", _) => reasons,
                (_, "") => Message,
                _ => $"{Message} ({reasons})",
            };
            return words.Length <= LongestWords ? words : words[..LongestWords] + "…";
        }
    }

    /// <summary>The time that a sentence such as "Please retry in 23.397s." names.</summary>
    public static TimeSpan? SaidIn(string sentence) => Seconds(RetryIn().Match(sentence).Groups["wait"].Value);

    /// <summary>The reason of an <c>ErrorInfo</c>, and which limits a <c>QuotaFailure</c> names.</summary>
    private static IEnumerable<string> ReasonsOf(JsonElement detail) => detail.Items("violations").Select(violation => violation.Text("quotaId"))
        .Prepend(detail.Text("reason"))
        .OfType<string>();

    /// <summary>A page of a proxy is no sentence for people.</summary>
    private static string WordsOf(string body) => body.TrimStart().StartsWith('<') ? "" : body.Trim();

    private static TimeSpan? Seconds(string? text) =>
        text is ['0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', ..]
        && double.TryParse(text.AsSpan().TrimEnd('s'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 864_000
            ? TimeSpan.FromSeconds(seconds)
            : null;

    [GeneratedRegex(@"retry in (?<wait>\d+(\.\d+)?)\s*s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RetryIn();
}
