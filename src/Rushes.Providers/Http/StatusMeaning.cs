using System.Globalization;
using System.Net;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;

namespace Rushes.Providers.Http;

/// <summary>What an answer to a submission means by its HTTP status alone, where the provider's words say nothing better.</summary>
public static class StatusMeaning
{
    public static RefusalKind Of(HttpStatusCode status) => (int)status switch
    {
        401 => RefusalKind.SignedOut,
        402 => RefusalKind.QuotaGone,
        403 => RefusalKind.NotAllowed,
        429 => RefusalKind.Throttled,
        _ => RefusalKind.BadRequest,
    };

    /// <summary>
    /// What became of a submission. Only a success can have been accepted, and only a 4xx surely was not: anything else leaves it open, and the take
    /// becomes unknown rather than paid twice.
    /// </summary>
    /// <param name="accepted">Reads the operation from a success; null when the answer names none, which leaves it open too.</param>
    /// <param name="refused">Reads why from a 4xx.</param>
    public static Submission Submitted(
        WireAnswer answer, Func<WireAnswer.Answered, Submission?> accepted, Func<WireAnswer.Answered, Refusal> refused)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(refused);
        return answer switch
        {
            WireAnswer.NeverSent unsent => new Submission.Refused(new(RefusalKind.Unreachable, unsent.Reason)),
            WireAnswer.Lost lost => new Submission.Lost(lost.Reason),
            WireAnswer.Answered { IsSuccess: true } yes => accepted(yes) ?? new Submission.Lost(Sentence.Of("provider.no-operation")),
            WireAnswer.Answered { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } no => new Submission.Refused(refused(no)),
            WireAnswer.Answered other => new Submission.Lost(Said(other.Status)),
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown answer."),
        };
    }

    /// <summary>Why a question about an operation brought nothing.</summary>
    public static OperationStatus.Unreadable Unreadable(WireAnswer answer) => answer switch
    {
        WireAnswer.NeverSent unsent => new(unsent.Reason),
        WireAnswer.Lost lost => new(lost.Reason),
        WireAnswer.Answered answered => new(Said(answered.Status), answered.RetryAfter),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown answer."),
    };

    public static string Said(HttpStatusCode status) => Sentence.Of("provider.status", ((int)status).ToString(CultureInfo.InvariantCulture));
}
