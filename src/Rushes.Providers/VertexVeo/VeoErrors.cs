using System.Net;
using System.Text.Json;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Providers.Http;

namespace Rushes.Providers.VertexVeo;

/// <summary>What Google's errors mean: by HTTP status for a request, by <c>google.rpc</c> code for an operation that has ended.</summary>
internal static class VeoErrors
{
    // Invalid arguments and refused content share a code; only the words tell them apart.
    private static readonly string[] PolicyWords =
        ["sensitive word", "usage guideline", "responsible ai", "safety", "violat", "prohibited", "could not be submitted"];

    /// <summary>Why a request was refused: a 4xx, before anything was made.</summary>
    public static Refusal OfRequest(WireAnswer.Answered answer)
    {
        var error = GoogleError.Of(answer);
        var words = error.Words.Length > 0 ? error.Words : StatusMeaning.Said(answer.Status);
        return answer.Status switch
        {
            HttpStatusCode.TooManyRequests when error.Says("per day") || error.Says("PerDay") => new(RefusalKind.QuotaGone, words, error.RetryAfter),

            // Whoever may not pay cannot film; it is no matter of rights.
            HttpStatusCode.Forbidden when error.Says("billing") => new(RefusalKind.QuotaGone, words),

            // A model that a project or a region does not have.
            HttpStatusCode.NotFound => new(RefusalKind.NotAllowed, words),
            HttpStatusCode.BadRequest when IsPolicy(words) => new(RefusalKind.Policy, words),
            _ => new(StatusMeaning.Of(answer.Status), words, error.RetryAfter),
        };
    }

    /// <summary>Why an operation ended without a clip. It has ended: nothing here is about the account alone.</summary>
    public static Refusal OfOperation(JsonElement error)
    {
        var words = error.Text("message") is { Length: > 0 } message ? message : Sentence.Of("vertex.code", error.Text("code") ?? "?");
        return error.Number("code") switch
        {
            3 or 9 when IsPolicy(words) => new(RefusalKind.Policy, words),
            3 or 5 or 7 or 9 or 11 or 12 => new(RefusalKind.BadRequest, words),
            8 => new(RefusalKind.Throttled, words, GoogleError.SaidIn(words)),
            _ => IsPolicy(words) ? new(RefusalKind.Policy, words) : new(RefusalKind.FailedAtProvider, words),
        };
    }

    /// <summary>What a refused question about an operation says of it.</summary>
    public static OperationStatus OfQuestion(WireAnswer.Answered answer)
    {
        var error = GoogleError.Of(answer);
        var words = error.Words.Length > 0 ? error.Words : StatusMeaning.Said(answer.Status);
        return answer.Status switch
        {
            HttpStatusCode.NotFound => new OperationStatus.Vanished(words),

            // Google does not tell an operation of somebody else from one that does not exist. A project is another matter.
            HttpStatusCode.Forbidden when error.Says("Operation with ID") => new OperationStatus.Vanished(words),
            HttpStatusCode.Unauthorized => new OperationStatus.Refused(new(RefusalKind.SignedOut, words)),
            HttpStatusCode.Forbidden => new OperationStatus.Refused(new(RefusalKind.NotAllowed, words)),
            _ => new OperationStatus.Unreadable(words, error.RetryAfter),
        };
    }

    private static bool IsPolicy(string words) => PolicyWords.Any(word => words.Contains(word, StringComparison.OrdinalIgnoreCase));
}
