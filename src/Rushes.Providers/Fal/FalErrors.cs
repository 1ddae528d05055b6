using System.Net;
using System.Text.Json;
using Rushes.Engine.Shooting;
using Rushes.Providers.Http;

namespace Rushes.Providers.Fal;

/// <summary>
/// What fal's refusals mean. They come in two forms: a list of what is wrong with which field, each with a type, and one sentence with an
/// <c>error_type</c>.
/// </summary>
internal static class FalErrors
{
    private const string Retryable = "x-fal-retryable";
    private const string TimeoutKind = "x-fal-request-timeout-type";

    /// <summary>Why a submission was refused: a 4xx, before anything was made.</summary>
    public static Refusal OfRequest(WireAnswer.Answered answer)
    {
        var words = WordsOf(answer);
        return answer.Status switch
        {
            HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden when IsLocked(words) => new(RefusalKind.QuotaGone, words, answer.RetryAfter),
            HttpStatusCode.UnprocessableEntity => OfInput(answer, words),

            // An endpoint that fal does not have (any more).
            HttpStatusCode.NotFound => new(RefusalKind.NotAllowed, words),
            _ => new(StatusMeaning.Of(answer.Status), words, answer.RetryAfter),
        };
    }

    /// <summary>
    /// Why a request that fal calls completed has no clip: its result answers with the failure. What is about the account alone leaves the work
    /// standing.
    /// </summary>
    public static OperationStatus OfResult(WireAnswer.Answered answer)
    {
        var words = WordsOf(answer);
        return (int)answer.Status switch
        {
            // Asked a moment too early.
            400 when words.Contains("in progress", StringComparison.OrdinalIgnoreCase) => new OperationStatus.Generating(),
            401 or 402 or 403 or 404 or 429 => OfQuestion(answer),
            422 => new OperationStatus.Refused(OfInput(answer, words)),
            504 when answer.Headers.GetValueOrDefault(TimeoutKind) == "user" => new OperationStatus.Refused(new(RefusalKind.BadRequest, words)),
            >= 500 when IsFailure(answer) => new OperationStatus.Refused(new(RefusalKind.FailedAtProvider, words)),
            >= 500 => StatusMeaning.Unreadable(answer),
            _ => new OperationStatus.Refused(new(SaysRetry(answer) == true ? RefusalKind.FailedAtProvider : RefusalKind.BadRequest, words)),
        };
    }

    /// <summary>What a refused question about a request says of it.</summary>
    public static OperationStatus OfQuestion(WireAnswer.Answered answer) => answer.Status switch
    {
        HttpStatusCode.NotFound => new OperationStatus.Vanished(WordsOf(answer)),
        HttpStatusCode.Unauthorized => new OperationStatus.Refused(new(RefusalKind.SignedOut, WordsOf(answer))),

        // A locked account may not ask; its requests go on nevertheless, and must not be paid for twice.
        HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden => new OperationStatus.Refused(new(RefusalKind.NotAllowed, WordsOf(answer))),
        _ => StatusMeaning.Unreadable(answer),
    };

    /// <summary>The status of completed work that has failed, where its result could not be read.</summary>
    public static Refusal OfStatus(JsonElement status)
    {
        var type = status.Text("error_type") ?? "";
        var words = status.Text("error") is { Length: > 0 } error ? error : type;
        return new(type == "content_policy_violation" ? RefusalKind.Policy : RefusalKind.FailedAtProvider, words);
    }

    private static Refusal OfInput(WireAnswer.Answered answer, string words)
    {
        var types = answer.Json.Items("detail").Select(item => item.Text("type")).OfType<string>().ToList();
        if (types.Contains("content_policy_violation"))
            return new(RefusalKind.Policy, words);
        if (types.Contains("file_download_error"))
            return new(RefusalKind.ExpiredInput, words);
        return new(SaysRetry(answer) == true ? RefusalKind.FailedAtProvider : RefusalKind.BadRequest, words);
    }

    /// <summary>The result of work that failed with a 5xx looks like a service that is out of order; only fal's own words tell.</summary>
    private static bool IsFailure(WireAnswer.Answered answer) =>
        answer.Json.At("detail").ValueKind != JsonValueKind.Undefined || answer.Json.Text("error_type") is not null
        || answer.Headers.ContainsKey("x-fal-error-type") || SaysRetry(answer) is not null;

    private static bool? SaysRetry(WireAnswer.Answered answer) => answer.Headers.GetValueOrDefault(Retryable) switch
    {
        { } yes when yes.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        { } no when no.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        _ => null,
    };

    private static bool IsLocked(string words) =>
        words.Contains("balance", StringComparison.OrdinalIgnoreCase) || words.Contains("locked", StringComparison.OrdinalIgnoreCase);

    private static string WordsOf(WireAnswer.Answered answer)
    {
        var detail = answer.Json.At("detail");
        var words = detail.ValueKind switch
        {
            JsonValueKind.String => detail.GetString()!,
            JsonValueKind.Array => string.Join("; ", detail.EnumerateArray().Select(Sentence).Where(sentence => sentence.Length > 0)),
            _ => answer.Json.Text("error") ?? "",
        };
        return words.Length > 0 ? words : StatusMeaning.Said(answer.Status);
    }

    /// <summary>What is wrong and where; never what was sent, which the answer repeats.</summary>
    private static string Sentence(JsonElement item)
    {
        var place = string.Join('.', item.Items("loc").Select(part => part.Text()).Where(part => part is not (null or "body")));
        var words = item.Text("msg") ?? item.Text("type") ?? "";
        return place.Length > 0 ? $"{place}: {words}" : words;
    }
}
