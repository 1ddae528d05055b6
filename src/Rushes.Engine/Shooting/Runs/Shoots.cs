using System.Security.Cryptography;
using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Hosting;
using Rushes.Engine.Shooting.Lanes;
using Rushes.Engine.Watching;
using Rushes.Film;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Runs;

/// <summary>
/// What one can do with runs: start, watch, wait, resume, retry, cancel. A run is filmed while a process waits for it; disposing leaves the runs of this
/// process, which are paused when nobody else waits for them.
/// </summary>
public sealed class Shoots(LaneTools tools, ILaneHost host, LaneFaults faults, IKeyRing? keys = null) : IAsyncDisposable
{
    private const string IdLetters = "23456789abcdefghjkmnpqrstvwxyz";
    private readonly Lock _door = new();
    private readonly HashSet<string> _attended = new(StringComparer.Ordinal);

    private IStudioStore Store => tools.Store;

    public Casting Casting { get; } = new(tools.Store, tools.Providers, tools.Time, keys);

    /// <summary>Warms up what films; may be called early and beside other work.</summary>
    public Task OpenAsync(CancellationToken cancellation) => host.StartAsync(cancellation);

    /// <summary>Stores a run with all its takes and begins to film it.</summary>
    public async Task<RunSheet> StartAsync(ShootPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var run = await Store.CreateRunAsync(
            new()
            {
                Id = RandomNumberGenerator.GetString(IdLetters, 8),
                Project = plan.Project,
                Title = plan.Title,
                Providers = plan.Cast.Providers,
                Accounts = plan.Cast.Accounts,
                Lanes = plan.Cast.Lanes,
                Takes = [.. Enumerable.Range(0, plan.Copies).SelectMany(copy => plan.Orders.Select(order => CopyOf(order, copy)))],
                Attendant = tools.Me.Name,
            },
            cancellation);
        await FilmAsync(run.Id, cancellation);
        return run;
    }

    /// <summary>Takes a run up again: see <see cref="IRunBook.ResumeAsync"/>.</summary>
    /// <exception cref="MistakeException">There is no such run.</exception>
    public async Task<RunSheet> ResumeAsync(string run, CancellationToken cancellation)
    {
        if (await Store.ResumeAsync(run, tools.Me.Name, cancellation) is null)
            throw NoRun(run);
        foreach (var take in await Store.TakesAsync(run, cancellation))
        {
            if (take.State == TakeState.Unknown)
                await CheckAgainAsync(take, cancellation);
        }

        await FilmAsync(run, cancellation);
        return (await Store.RunAsync(run, cancellation))!;
    }

    /// <summary>Runs that were neither finished and cut nor cancelled, the newest first.</summary>
    public async Task<IReadOnlyList<RunSheet>> UnfinishedAsync(CancellationToken cancellation) =>
        [.. (await Store.RunsAsync(cancellation)).Where(run =>
            run.State is RunState.Filming or RunState.Paused || (run.State == RunState.Finished && run.Film is null))];

    /// <summary>Films scenes of a run once more, as new takes. Unknown takes are left to the user's choice.</summary>
    /// <returns>The new takes; empty when no scene needs one.</returns>
    /// <exception cref="MistakeException">There is no such run, scene or account.</exception>
    public async Task<IReadOnlyList<TakeSheet>> RetryAsync(string run, RetryWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (await Store.RunAsync(run, cancellation) is null)
            throw NoRun(run);
        var account = wish.Account is { } named ? Casting.Find(await Store.AccountsAsync(cancellation), named).Account.Id : null;
        var orders = new List<ShotOrder>();
        foreach (var scene in (await Store.TakesAsync(run, cancellation)).GroupBy(take => take.Scene))
        {
            if (wish.Scene is { } only ? scene.Key != only : !CameToNothing(scene))
                continue;
            var order = await Store.OrderAsync(scene.Last().Id, cancellation);
            orders.Add(order! with { Seed = wish.Seed ?? Seeds.After(order.Seed) });
        }

        if (wish.Scene is { } missing && orders.Count == 0)
            throw Mistake.Input("shooting.scene-unknown", "scene", missing, run).AsException();
        return orders.Count == 0 ? [] : await AddAsync(run, orders, account, cancellation);
    }

    /// <summary>Adds takes with these orders to a run, such as for scenes whose script was edited.</summary>
    /// <param name="account">Id of the one account that may film them; null: any of the run's.</param>
    public async Task<IReadOnlyList<TakeSheet>> AddAsync(
        string run, IReadOnlyList<ShotOrder> orders, string? account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(orders);
        var takes = await Store.AddTakesAsync(
            run, [.. orders.Select(order => CopyOf(order, 0) with { OnlyAccount = account })], tools.Me.Name, cancellation);
        await FilmAsync(run, cancellation);
        return takes;
    }

    /// <summary>Asks the provider of an unknown take what became of it; free of any risk.</summary>
    public async Task<CheckedAgain> CheckAgainAsync(TakeSheet take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(take);
        var found = await new SecondLook(tools).CheckAsync(take, cancellation);
        if (found is CheckedAgain.Found or CheckedAgain.Absent)
        {
            await Store.AttendAsync(take.Run, tools.Me.Name, cancellation);
            await FilmAsync(take.Run, cancellation);
        }

        return found;
    }

    /// <summary>By the user's consent: writes the unknown attempt off and submits the take again, which may be charged twice.</summary>
    /// <returns>False when the take is not unknown.</returns>
    public async Task<bool> SubmitAgainAsync(TakeSheet take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(take);
        var queued = await Store.SubmitAgainAsync(take.Id, tools.Me.Name, cancellation);
        if (queued)
            await FilmAsync(take.Run, cancellation);
        return queued;
    }

    /// <summary>Stops a run at once and has the providers asked to stop what they can, waiting a little for that.</summary>
    /// <exception cref="MistakeException">There is no such run.</exception>
    public async Task<RunSheet> CancelAsync(string run, TimeSpan patience, CancellationToken cancellation)
    {
        if (await Store.CancelAsync(run, cancellation) is null)
            throw NoRun(run);
        await host.StartAsync(cancellation);
        await host.SweepAsync(cancellation);
        var until = tools.Time.GetUtcNow() + patience;
        while (tools.Time.GetUtcNow() < until && await Store.StillToStopAsync(run, cancellation) > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(50), tools.Time, cancellation);
        return (await Store.RunAsync(run, cancellation))!;
    }

    /// <summary>The run's events from a place on, until it has ended.</summary>
    public IAsyncEnumerable<RecordedEvent> WatchAsync(string run, long after, CancellationToken cancellation) =>
        new EventStream(Store, tools.Time).ReadAsync(run, after, cancellation);

    /// <summary>Waits until nothing more happens by itself, or every account that could film rests for too long.</summary>
    /// <param name="wait">How long to wait at most while every account rests.</param>
    /// <exception cref="MistakeException">A lane met something that the user can mend, such as a full disk.</exception>
    public async Task<RunEnding> FinishAsync(string run, TimeSpan wait, CancellationToken cancellation)
    {
        var ending = await new RunWait(tools, faults, run, wait).UntilEndAsync(cancellation);
        if (ending is RunEnding.GaveUp)
            await LeaveAsync(run, cancellation);
        return ending;
    }

    /// <summary>This process does not wait for the run any more.</summary>
    public Task LeaveAsync(string run, CancellationToken cancellation)
    {
        lock (_door)
            _attended.Remove(run);
        return Store.LeaveAsync(run, tools.Me.Name, cancellation);
    }

    /// <summary>
    /// This process closes while it waits for runs that another one is to take up. They stay in filming, as if the process had died: leaving them would say that
    /// the user wants no more of them.
    /// </summary>
    public void HandOver()
    {
        lock (_door)
            _attended.Clear();
    }

    /// <summary>Leaves the runs, hears running submissions out, and stops filming.</summary>
    public async ValueTask DisposeAsync()
    {
        List<string> attended;
        lock (_door)
            attended = [.. _attended];
        foreach (var run in attended)
            await LeaveAsync(run, CancellationToken.None);
        await host.DisposeAsync();
    }

    private static MistakeException NoRun(string run) => Mistake.Input("shooting.run-unknown", "run", run).AsException();

    private static bool CameToNothing(IEnumerable<TakeSheet> takes) =>
        takes.All(take => take.State is TakeState.Failed or TakeState.Blocked or TakeState.Cancelled);

    private async Task FilmAsync(string run, CancellationToken cancellation)
    {
        lock (_door)
            _attended.Add(run);
        faults.GiveAnotherChance();
        await host.StartAsync(cancellation);
        await host.SweepAsync(cancellation);
    }

    private NewTake CopyOf(ShotOrder order, int copy) => new(
        order with { Seed = Seeds.OfCopy(order.Seed, copy) }, OrderDigest.Of(order), tools.Files.HighestTake(order.Project, order.Scene));
}
