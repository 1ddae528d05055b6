using Rushes.Engine.Shooting.Books;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>What an answer means. Data in, decision out: the whole table of the engine's contract is here, and nowhere else.</summary>
internal sealed class AnswerTable(LaneOptions options)
{
    /// <param name="accepted">The operation had been accepted; otherwise the submission itself was refused and nothing was made.</param>
    public Answer Judge(Refusal refusal, bool accepted, Tries tries)
    {
        var trouble = Troubles.Of(refusal);
        return refusal.Kind switch
        {
            RefusalKind.Throttled => Back(trouble, new(Group: true, OnlyModel: true, refusal.RetryAfter is { } after ? [after] : options.Rests, trouble)),
            RefusalKind.QuotaGone => Back(trouble, new(Group: true, OnlyModel: false, refusal.RetryAfter is { } reset ? [reset] : [], trouble)),
            RefusalKind.SignedOut or RefusalKind.RefusedUse => AboutTheAccount(trouble, accepted, onlyModel: false),
            RefusalKind.NotAllowed => AboutTheAccount(trouble, accepted, onlyModel: true),
            RefusalKind.Policy => tries.Refusals == 0
                ? new(TakeState.Queued, trouble) { Tries = tries with { Refusals = 1 }, NewSeed = true }
                : new(TakeState.Blocked, trouble) { Tries = tries with { Refusals = tries.Refusals + 1 } },
            RefusalKind.BadRequest => new(TakeState.Failed, trouble),
            RefusalKind.ExpiredInput => tries.Uploads == 0
                ? new(TakeState.Queued, trouble) { Tries = tries with { Uploads = 1 } }
                : new(TakeState.Failed, trouble),
            RefusalKind.FailedAtProvider => tries.Failures + 1 < options.Attempts
                ? new(TakeState.Queued, trouble) { Tries = tries with { Failures = tries.Failures + 1 }, PassOn = true }
                : new(TakeState.Failed, trouble) { Tries = tries with { Failures = tries.Failures + 1 } },
            RefusalKind.Unreachable => Back(trouble, new(Group: false, OnlyModel: false, options.Reconnects, trouble)),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Kind, "Unknown kind of refusal."),
        };
    }

    private static Answer Back(Trouble trouble, Resting resting) => new(TakeState.Queued, trouble) { Resting = resting };

    /// <summary>A running operation is never given up because the account may not ask about it now: that would pay twice.</summary>
    private static Answer AboutTheAccount(Trouble trouble, bool accepted, bool onlyModel) =>
        new(accepted ? null : TakeState.Queued, trouble) { Resting = new(Group: false, onlyModel, [], trouble) };
}
