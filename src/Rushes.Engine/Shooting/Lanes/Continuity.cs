using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>Writes down what became of a lane's takes. What a submission taught is never fenced; everything later is the lane's decision, and is.</summary>
internal sealed class Continuity(IStudioStore store, Lane lane, string accountName)
{
    public Task<Recorded> AcceptedAsync(Shot shot, string operation) =>
        store.RecordOperationAsync(shot.Attempt, operation, CancellationToken.None);

    /// <summary>The submission, or the accepted operation, was refused for good.</summary>
    public Task<Changed> RefusedAsync(Shot shot, Answer answer, bool accepted)
    {
        var to = answer.To ?? throw new InvalidOperationException("Words about the account change no take.");
        TakeState[] from = accepted ? [TakeState.Generating] : [TakeState.Submitting, TakeState.Unknown];

        // Accepted and throttled afterwards means that nothing was made; any other end of an accepted operation may have cost something.
        var attempt = accepted && answer.Trouble.Code != Troubles.Throttled ? AttemptState.WrittenOff : AttemptState.Rejected;
        return ChangeAsync(new(shot.Id, shot.Attempt, from, to, attempt, Happening(shot, to, answer.Trouble))
        {
            Fence = accepted ? lane : null,
            Trouble = answer.Trouble,
            Tries = answer.Tries,
            Seed = answer.NewSeed ? Seeds.After(shot.Order.Seed) : null,
            PassOn = answer.PassOn,
            Resting = answer.Resting,
        });
    }

    /// <summary>It certainly never reached the provider, or costs nothing to film again.</summary>
    public Task<Changed> UnsentAsync(Shot shot, string reason) => ChangeAsync(new(
        shot.Id,
        shot.Attempt,
        [TakeState.Submitting, TakeState.Unknown],
        TakeState.Queued,
        AttemptState.Rejected,
        Happening(shot, TakeState.Queued, new(Troubles.Unsent, reason)))
    {
        Trouble = new(Troubles.Unsent, reason),
    });

    public Task<Changed> LostAsync(Shot shot, string reason) =>
        UnknownAsync(shot, TakeState.Submitting, new(Troubles.Lost, reason), fence: null);

    /// <summary>An accepted operation cannot be followed any further.</summary>
    public Task<Changed> OutOfSightAsync(Shot shot, Trouble trouble) => UnknownAsync(shot, TakeState.Generating, trouble, lane);

    /// <summary>What a local provider lost is filmed again: it cost nothing.</summary>
    public Task<Changed> FilmAgainAsync(Shot shot, TakeState from, Trouble trouble) => ChangeAsync(new(
        shot.Id, shot.Attempt, [from], TakeState.Queued, AttemptState.WrittenOff, Happening(shot, TakeState.Queued, trouble))
    {
        Fence = lane,
        Trouble = trouble,
    });

    /// <param name="took">How long it took; null where nobody watched all the time.</param>
    public Task<Changed> GeneratedAsync(Shot shot, Cost? cost, TimeSpan? took) => ChangeAsync(new(
        shot.Id,
        shot.Attempt,
        [TakeState.Generating],
        TakeState.Downloading,
        AttemptState.Done,
        new TakeArriving(shot.Order.Scene, shot.Order.Take))
    {
        Fence = lane,
        Cost = cost,
        Took = took,
    });

    /// <summary>The clip is there as it was filmed, and is being enlarged.</summary>
    public Task<Changed> UpscalingAsync(Shot shot, string method) => ChangeAsync(new(
        shot.Id,
        shot.Attempt,
        [TakeState.Downloading],
        TakeState.Upscaling,
        AttemptState.Done,
        new TakeUpscaling(shot.Order.Scene, shot.Order.Take, shot.Order.Upscale!, method))
    {
        Fence = lane,
    });

    public Task<Changed> ReadyAsync(Shot shot, ReadyClip clip, TimeSpan took, Cost? cost) => ChangeAsync(new(
        shot.Id,
        shot.Attempt,
        [TakeState.Downloading, TakeState.Upscaling],
        TakeState.Ready,
        AttemptState.Done,
        new TakeReady(shot.Order.Scene, shot.Order.Take, accountName, clip.Path, clip.Bytes, clip.Normal, took.TotalSeconds))
    {
        Fence = lane,
        Clip = clip,
        Cost = cost,
    });

    /// <summary>The clip could not be brought home. The attempt stays done where it can still be fetched: resuming downloads it, nothing more.</summary>
    public Task<Changed> NotBroughtHomeAsync(Shot shot, Trouble trouble, bool gone) => ChangeAsync(new(
        shot.Id,
        shot.Attempt,
        [TakeState.Downloading, TakeState.Upscaling],
        TakeState.Failed,
        gone ? AttemptState.WrittenOff : AttemptState.Done,
        Happening(shot, TakeState.Failed, trouble))
    {
        Fence = lane,
        Trouble = trouble,
    });

    public Task TellAsync(Shot shot, TakeEvent happening) => store.NoteAsync(shot.Run, happening, CancellationToken.None);

    private Task<Changed> UnknownAsync(Shot shot, TakeState from, Trouble trouble, Lane? fence) => ChangeAsync(new(
        shot.Id, shot.Attempt, [from], TakeState.Unknown, AttemptState.Unknown, Happening(shot, TakeState.Unknown, trouble))
    {
        Fence = fence,
        Trouble = trouble,
    });

    private Task<Changed> ChangeAsync(TakeChange change) => store.ChangeAsync(change, CancellationToken.None);

    private TakeEvent Happening(Shot shot, TakeState to, Trouble trouble)
    {
        var (scene, take) = (shot.Order.Scene, shot.Order.Take);
        return to switch
        {
            TakeState.Queued => new TakeRequeued(scene, take, accountName, trouble),
            TakeState.Blocked => new TakeBlocked(scene, take, accountName, trouble),
            TakeState.Unknown => new TakeUnknown(scene, take, accountName, trouble),
            _ => new TakeFailed(scene, take, accountName, trouble),
        };
    }
}
