using System.Net;
using Rushes.Engine.Shooting;
using Rushes.Providers.Http;

namespace Rushes.Providers.GeminiOmni;

/// <summary>What the Gemini API's refusals mean.</summary>
internal static class OmniErrors
{
    /// <summary>Whether an answer says that the key is not known: a wrong key is told with 400 as often as with 401.</summary>
    public static bool IsKeyUnknown(WireAnswer.Answered answer)
    {
        if (answer.Status == HttpStatusCode.Unauthorized)
            return true;
        if (answer.Status is not (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden))
            return false;
        var error = GoogleError.Of(answer);
        return error.Says("API_KEY_INVALID") || error.Says("API key not valid") || error.Says("API key expired") || error.Says("API key was reported");
    }

    public static Refusal OfSubmission(WireAnswer.Answered answer)
    {
        var error = GoogleError.Of(answer);
        var kind = IsKeyUnknown(answer) ? RefusalKind.SignedOut
            : answer.Status == HttpStatusCode.NotFound ? RefusalKind.NotAllowed
            : ByWords(error) ?? StatusMeaning.Of(answer.Status);
        return Refuse(error, kind, StatusMeaning.Said(answer.Status));
    }

    /// <summary>An interaction that ended with an error. Whatever it says of the account, the interaction is over.</summary>
    public static Refusal OfInteraction(GoogleError error, string status)
    {
        var kind = status == "budget_exceeded" ? RefusalKind.QuotaGone : ByWords(error) ?? (error.Is("invalid_request") || error.Is("INVALID_ARGUMENT") || error.Is("400")
            ? RefusalKind.BadRequest
            : RefusalKind.FailedAtProvider);
        return Refuse(error, kind, status);
    }

    /// <summary>The interaction was taken, and then not filmed because there were too many: nothing was made.</summary>
    public static bool IsTooMany(GoogleError error) => error.Is("too_many_requests") || error.Is("RESOURCE_EXHAUSTED") || error.Is("429");

    private static RefusalKind? ByWords(GoogleError error) => error switch
    {
        _ when error.Reasons.Any(reason => reason.Contains("PerDay", StringComparison.Ordinal)) || error.Says("depleted") =>
            RefusalKind.QuotaGone,

        // The same sentence speaks of a minute's limit and of an empty account; only the former says when to come back.
        _ when IsTooMany(error) && error.Says("billing") && error.RetryAfter is null => RefusalKind.QuotaGone,
        _ when IsTooMany(error) => RefusalKind.Throttled,
        _ when error.Says("safety") || error.Says("prohibited") || error.Says("content policy") || error.Is("blocked") => RefusalKind.Policy,
        _ => null,
    };

    private static Refusal Refuse(GoogleError error, RefusalKind kind, string otherwise) =>
        new(kind, error.Words.Length > 0 ? error.Words : otherwise, kind is RefusalKind.Throttled or RefusalKind.QuotaGone ? error.RetryAfter : null);
}
