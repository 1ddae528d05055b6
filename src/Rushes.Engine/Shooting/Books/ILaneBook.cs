namespace Rushes.Engine.Shooting.Books;

/// <summary>What lanes read and write. Knowledge about an attempt is never fenced; decisions always are.</summary>
public interface ILaneBook
{
    /// <summary>
    /// The accounts of these providers that have something to do: takes in work, operations to stop, or queued takes that they may film and do not
    /// rest for.
    /// </summary>
    Task<IReadOnlyList<LaneWork>> LanesWithWorkAsync(IReadOnlyCollection<string> providers, CancellationToken cancellation);

    /// <summary>Takes the lane when nobody has it, its owner has ended or its lease ran out; raises the epoch.</summary>
    Task<LaneClaim> TakeLaneAsync(string account, IPresence me, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Renews the lease; null when the lane was lost.</summary>
    Task<LaneNews?> KeepLaneAsync(Lane lane, TimeSpan lease, CancellationToken cancellation);

    Task LeaveLaneAsync(Lane lane, CancellationToken cancellation);

    /// <summary>What the lane's account was filming: submitting, generating, downloading, upscaling.</summary>
    Task<IReadOnlyList<Shot>> UnfinishedAsync(Lane lane, CancellationToken cancellation);

    /// <summary>
    /// Checks the epoch, the quota group's gate on the store's clock, its slots and the account's rests, claims the next take, and commits an intent:
    /// one transaction. The gate advances only when a take was claimed.
    /// </summary>
    /// <param name="slots">Operations that the quota group may have in flight now.</param>
    Task<Beginning> BeginAttemptAsync(Lane lane, int slots, CancellationToken cancellation);

    /// <summary>Keeps an operation id. Never fenced, never refused: money was spent.</summary>
    Task<Recorded> RecordOperationAsync(string attempt, string operation, CancellationToken cancellation);

    /// <summary>
    /// Begins to have the provider enlarge a take in state upscaling: the epoch, the group's pace, and an intent of its own, in one transaction. A take has one
    /// such attempt that may have cost something.
    /// </summary>
    /// <param name="filmedBy">The attempt that filmed it.</param>
    Task<UpscaleStand> BeginUpscaleAsync(Lane lane, long take, string filmedBy, CancellationToken cancellation);

    /// <summary>What became of an attempt to enlarge. Never fenced.</summary>
    Task EndUpscaleAsync(string attempt, Film.Takes.AttemptState state, Film.Takes.Trouble? trouble, CancellationToken cancellation);

    Task<Changed> ChangeAsync(TakeChange change, CancellationToken cancellation);

    /// <summary>Sets an account, or its quota group, to rest without touching a take.</summary>
    Task RestAsync(Lane lane, string? model, Resting resting, CancellationToken cancellation);

    /// <summary>The account was accepted again: its strikes are forgotten.</summary>
    Task ForgetStrikesAsync(Lane lane, string? model, CancellationToken cancellation);

    /// <summary>The provider was asked to stop an operation.</summary>
    /// <param name="stopped">It said that it did: the attempt is written off, and resuming films the take anew.</param>
    Task StoppedAsync(string attempt, bool stopped, CancellationToken cancellation);

    /// <summary>The last generation times of the account, the newest first.</summary>
    Task<IReadOnlyList<Latency>> LatenciesAsync(string account, int most, CancellationToken cancellation);

    /// <summary>Tells every run that the account works for.</summary>
    Task NoteLaneAsync(string account, Watching.StudioEvent happening, CancellationToken cancellation);
}
