using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Tests.Shooting.Shared;

/// <summary>What every store must do; each database inherits it.</summary>
public abstract partial class StudioStoreContract : IAsyncLifetime
{
    protected static readonly Trouble Throttled = new("throttled", "slow down");

    protected ManualTime Time { get; } = new();

    protected Somebody Me { get; } = new("me");

    protected IStudioStore Store { get; private set; } = null!;

    protected static CancellationToken None => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Store = await OpenAsync(Time);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await ForgetAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A new, empty store.</summary>
    protected abstract Task<IStudioStore> OpenAsync(TimeProvider time);

    protected virtual Task ForgetAsync() => Task.CompletedTask;

    protected async Task<Lane> LaneOf(string account, int slots = 4, int paceMs = 500, string? group = null)
    {
        await Store.SaveAccountAsync(Samples.Account(account, slots, paceMs, group), None);
        return await Retake(account, Me);
    }

    protected async Task<Lane> Retake(string account, Somebody who) =>
        Assert.IsType<LaneClaim.Taken>(await Store.TakeLaneAsync(account, who, Samples.Lease, None)).Lane;

    protected async Task<Shot> Begin(Lane lane, int slots = 4) =>
        Assert.IsType<Beginning.Begun>(await Store.BeginAttemptAsync(lane, slots, None)).Shot;

    protected async Task<Shot> Submitted(Lane lane, string operation)
    {
        var shot = await Begin(lane);
        Assert.Equal(Recorded.Generating, await Store.RecordOperationAsync(shot.Attempt, operation, None));
        return shot;
    }

    protected async Task<TakeSheet> Take(int scene, int take = 1, string run = "run-a") =>
        (await Store.TakesAsync(run, None)).Single(sheet => sheet.Scene == scene && sheet.Take == take);

    protected async Task<List<StudioEvent>> Events(string run = "run-a") =>
        [.. (await Store.EventsAsync(run, 0, 1000, None)).Select(recorded => recorded.Event)];

    protected Task<Changed> Requeue(Shot shot, Trouble trouble, Resting? resting = null, bool passOn = false, Lane? fence = null) =>
        Store.ChangeAsync(
            new(shot.Id, shot.Attempt, [TakeState.Submitting], TakeState.Queued, AttemptState.Rejected, new TakeRequeued(shot.Order.Scene, shot.Order.Take, "A", trouble))
            {
                Trouble = trouble,
                Resting = resting,
                PassOn = passOn,
                Fence = fence,
            },
            None);

    /// <param name="seenThrough">The lane watched it from beginning to end.</param>
    protected Task<Changed> Finish(Shot shot, Lane? fence = null, bool seenThrough = true) => Store.ChangeAsync(
        new(shot.Id, shot.Attempt, [TakeState.Generating], TakeState.Downloading, AttemptState.Done, new TakeArriving(shot.Order.Scene, shot.Order.Take))
        {
            Fence = fence,
            Cost = new(0.25m),
            Took = seenThrough ? Time.GetUtcNow() - shot.BegunAt : null,
        },
        None);

    protected Task<Changed> Deliver(Shot shot) => Store.ChangeAsync(
        new(
            shot.Id,
            shot.Attempt,
            [TakeState.Downloading],
            TakeState.Ready,
            AttemptState.Done,
            new TakeReady(shot.Order.Scene, shot.Order.Take, "A", "/clip.mp4", 1234, true, 5))
        {
            Clip = new("/clip.mp4", 1234, true),
        },
        None);

    protected Task<Changed> Lose(Shot shot) => Store.ChangeAsync(
        new(shot.Id, shot.Attempt, [TakeState.Submitting], TakeState.Unknown, AttemptState.Unknown, new TakeUnknown(shot.Order.Scene, shot.Order.Take, "A", new("lost"))),
        None);
}
