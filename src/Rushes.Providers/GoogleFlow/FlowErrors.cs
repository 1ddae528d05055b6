using System.Net;
using System.Text.RegularExpressions;
using Rushes.Engine.Shooting;
using Rushes.Providers.Http;

namespace Rushes.Providers.GoogleFlow;

/// <summary>
/// What Flow's refusals mean. Its own codes (<c>PUBLIC_ERROR_...</c>, in the details or in the sentence) say more than the status, of which 403 alone
/// stands for a captcha, a model of another plan and a foreign project.
/// </summary>
internal static partial class FlowErrors
{
    /// <summary>The first line whose word the code holds decides.</summary>
    private static readonly (string Word, RefusalKind Kind)[] Table =
    [
        ("UNUSUAL_ACTIVITY", RefusalKind.RefusedUse),
        ("RECAPTCHA", RefusalKind.RefusedUse),
        ("MODEL_ACCESS_DENIED", RefusalKind.NotAllowed),
        ("QUOTA", RefusalKind.QuotaGone),
        ("CREDIT", RefusalKind.QuotaGone),
        ("THROTTLED", RefusalKind.Throttled),
        ("HIGH_TRAFFIC", RefusalKind.Throttled),
        ("OVERLOADED", RefusalKind.Throttled),
        ("CONCURRENT_LIMIT", RefusalKind.Throttled),
        ("RATE_LIMIT", RefusalKind.Throttled),
        ("UNSAFE", RefusalKind.Policy),
        ("SAFETY", RefusalKind.Policy),
        ("MINOR", RefusalKind.Policy),
        ("SEXUAL", RefusalKind.Policy),
        ("VIOLENCE", RefusalKind.Policy),
        ("DANGER", RefusalKind.Policy),
        ("PROMINENT_PEOPLE", RefusalKind.Policy),
        ("REPUTATIONAL", RefusalKind.Policy),
        ("FILTER", RefusalKind.Policy),
        ("BLOCKED", RefusalKind.Policy),
        ("NON_ENGLISH_PROMPT", RefusalKind.BadRequest),
    ];

    /// <summary>A submission that was refused.</summary>
    /// <param name="withPictures">The request named uploaded pictures; Flow forgets those after about an hour.</param>
    public static Refusal OfSubmission(WireAnswer.Answered answer, bool withPictures)
    {
        var error = GoogleError.Of(answer);
        return Refuse(error, ByCode(error) ?? (withPictures && IsMissing(answer, error) ? RefusalKind.ExpiredInput : ByStatus(answer, error)), answer.Status);
    }

    /// <summary>A question that was refused; it says something of the account, never of an operation.</summary>
    public static Refusal OfQuestion(WireAnswer.Answered answer)
    {
        var error = GoogleError.Of(answer);
        return Refuse(error, ByCode(error) ?? RefusalKind.SignedOut, answer.Status);
    }

    /// <summary>An operation that ended badly. Whatever its code says of the account, the operation is over.</summary>
    /// <param name="error">With google.rpc's numbers or names as code.</param>
    public static Refusal OfOperation(GoogleError error, bool blocked)
    {
        var kind = blocked ? RefusalKind.Policy : ByCode(error) switch
        {
            { } known and (RefusalKind.Policy or RefusalKind.QuotaGone or RefusalKind.Throttled or RefusalKind.BadRequest) => known,
            not null => RefusalKind.FailedAtProvider,
            null when error.Is("8") || error.Is("RESOURCE_EXHAUSTED") => RefusalKind.Throttled,
            null when error.Is("3") || error.Is("400") || error.Is("INVALID_ARGUMENT") => RefusalKind.BadRequest,
            null => RefusalKind.FailedAtProvider,
        };
        return new(kind, error.Words, kind == RefusalKind.Throttled ? error.RetryAfter : null);
    }

    private static Refusal Refuse(GoogleError error, RefusalKind kind, HttpStatusCode status) =>
        new(kind, error.Words.Length > 0 ? error.Words : StatusMeaning.Said(status), kind is RefusalKind.Throttled or RefusalKind.QuotaGone ? error.RetryAfter : null);

    private static RefusalKind? ByCode(GoogleError error)
    {
        var codes = error.Reasons.Concat(PublicError().Matches(error.Message).Select(match => match.Value)).ToList();
        foreach (var (word, kind) in Table)
        {
            if (codes.Exists(code => code.Contains(word, StringComparison.OrdinalIgnoreCase)))
                return kind;
        }

        return null;
    }

    private static RefusalKind ByStatus(WireAnswer.Answered answer, GoogleError error) =>
        error.Says("recaptcha") ? RefusalKind.RefusedUse : StatusMeaning.Of(answer.Status);

    private static bool IsMissing(WireAnswer.Answered answer, GoogleError error) =>
        answer.Status == HttpStatusCode.NotFound || (answer.Status == HttpStatusCode.BadRequest && (error.Says("not found") || error.Says("expired")));

    [GeneratedRegex("PUBLIC_ERROR_[A-Z0-9_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PublicError();
}
