using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Watching;
using Rushes.Film;
using Rushes.Film.Takes;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Shooting.Runs;

public sealed class ShootsTests
{
    [Fact]
    public void Cancelling_stops_at_once_and_asks_the_provider_to_stop() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 3));
        set.Provider.OnCancel = operation => operation.Scene == 1;
        var process = new StudioProcess(set, "me");
        var run = await process.Shoots.StartAsync(StudioSet.Plan(6), default);
        await Task.Delay(TimeSpan.FromSeconds(3), set.Time);
        var calls = set.Provider.Calls.Count;
        await process.Shoots.CancelAsync(run.Id, TimeSpan.FromSeconds(10), default);

        Assert.Equal(RunState.Cancelled, (await process.Shoots.FinishAsync(run.Id, TimeSpan.Zero, default)).Run.State);
        await Task.Delay(TimeSpan.FromMinutes(1), set.Time);
        Assert.Equal(calls, set.Provider.Calls.Count);
        Assert.All(await set.TakesAsync(run.Id), take => Assert.Equal(TakeState.Cancelled, take.State));
        Assert.All(set.Provider.Operations, operation => Assert.Equal(1, operation.CancelAsked));

        // What could not be stopped was paid for and is brought home; what was stopped is filmed anew.
        await process.Shoots.ResumeAsync(run.Id, default);
        await process.Shoots.FinishAsync(run.Id, TimeSpan.Zero, default);
        Assert.All(await set.TakesAsync(run.Id), take => Assert.Equal(TakeState.Ready, take.State));
        Assert.Equal([2, 1, 1, 1, 1, 1], Enumerable.Range(1, 6).Select(scene => set.Provider.Operations.Count(operation => operation.Scene == scene)));
    });

    [Fact]
    public void A_run_cancelled_by_another_process_is_stopped_by_the_one_that_films_it() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        var filming = new StudioProcess(set, "filming");
        var run = await filming.Shoots.StartAsync(StudioSet.Plan(2), default);
        await Task.Delay(TimeSpan.FromSeconds(2), set.Time);
        var other = new StudioProcess(set, "other");
        await other.Shoots.CancelAsync(run.Id, TimeSpan.FromSeconds(10), default);

        Assert.All(set.Provider.Operations, operation => Assert.True(operation.Cancelled));
        await filming.Shoots.DisposeAsync();
        await other.Shoots.DisposeAsync();
    });

    [Fact]
    public void A_lane_goes_home_when_the_project_that_it_filmed_was_removed() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnPoll = _ => new Engine.Shooting.OperationStatus.Generating();
        var process = new StudioProcess(set, "me");
        var run = await process.Shoots.StartAsync(StudioSet.Plan(2), default);
        await Task.Delay(TimeSpan.FromSeconds(3), set.Time);
        await set.Store.CancelAsync(run.Id, default);
        Assert.True(await set.Store.ForgetProjectAsync(Samples.Project, default));
        await Task.Delay(TimeSpan.FromSeconds(10), set.Time);

        var polls = set.Provider.Polls;
        await Task.Delay(TimeSpan.FromMinutes(5), set.Time);
        Assert.Equal(polls, set.Provider.Polls);
        Assert.Null((await set.Store.AccountsAsync(default)).Single(sheet => sheet.Account.Id == "a").Owner);
        await process.Shoots.DisposeAsync();
    });

    [Fact]
    public void Leaving_stops_submitting_hears_the_running_ones_out_and_resuming_goes_on() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.AnswersAfter = TimeSpan.FromSeconds(3);
        var process = new StudioProcess(set, "me");
        var run = await process.Shoots.StartAsync(StudioSet.Plan(8), default);
        await Task.Delay(TimeSpan.FromSeconds(1.2), set.Time);
        await process.Shoots.DisposeAsync();

        Assert.True(stage.Time.Elapsed < TimeSpan.FromSeconds(6));
        var takes = await set.TakesAsync(run.Id);
        Assert.Equal([3, 5], [takes.Count(take => take.State == TakeState.Generating), takes.Count(take => take.State == TakeState.Queued)]);
        Assert.Equal(RunState.Paused, (await set.Store.RunAsync(run.Id, default))!.State);
        Assert.Null((await set.Store.AccountsAsync(default)).Single(sheet => sheet.Account.Id == "a").Owner);

        var later = new StudioProcess(set, "later");
        await later.Shoots.ResumeAsync(run.Id, default);
        await later.Shoots.FinishAsync(run.Id, TimeSpan.Zero, default);
        Assert.Equal(8, set.Provider.Operations.Count);
    });

    [Fact]
    public void Two_processes_on_one_home_film_each_others_takes_and_never_one_twice() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 2));
        var (mine, yours) = (new StudioProcess(set, "mine"), new StudioProcess(set, "yours"));
        var first = await mine.Shoots.StartAsync(StudioSet.Plan(5), default);
        var second = await yours.Shoots.StartAsync(StudioSet.Plan(5), default);
        await Task.WhenAll(
            mine.Shoots.FinishAsync(first.Id, TimeSpan.Zero, default), yours.Shoots.FinishAsync(second.Id, TimeSpan.Zero, default));

        Assert.All(await set.TakesAsync(first.Id), take => Assert.Equal((TakeState.Ready, 1), (take.State, take.Take)));
        Assert.All(await set.TakesAsync(second.Id), take => Assert.Equal((TakeState.Ready, 2), (take.State, take.Take)));
        Assert.Equal(10, set.Provider.Operations.Count);
        Assert.Single((await set.EventsAsync(second.Id)).OfType<RunFinished>());
    });

    [Fact]
    public void When_the_process_that_films_dies_the_one_that_waits_takes_over() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 2));
        var life = new Life();
        var filming = new StudioProcess(set, "filming", life);
        var waiting = new StudioProcess(set, "waiting");
        var abandoned = await filming.Shoots.StartAsync(StudioSet.Plan(4), default);
        var wanted = await waiting.Shoots.StartAsync(StudioSet.Plan(4), default);
        await Task.Delay(TimeSpan.FromSeconds(7), set.Time);
        life.Kill();
        set.World.Bury("filming");
        var diedAt = stage.Time.Elapsed;
        await waiting.Shoots.FinishAsync(wanted.Id, TimeSpan.Zero, default);

        Assert.All(await set.TakesAsync(wanted.Id), take => Assert.Contains(take.State, new[] { TakeState.Ready, TakeState.Unknown }));
        Assert.True(set.Provider.Calls.First(call => call.At > diedAt).At - diedAt < TimeSpan.FromSeconds(9));
        Assert.Equal(RunState.Paused, (await set.Store.RunAsync(abandoned.Id, default))!.State);
        Assert.All(set.Provider.Operations.GroupBy(operation => operation.Correlation), made => Assert.Single(made));
        await waiting.Shoots.DisposeAsync();
    });

    [Fact]
    public void Retrying_a_scene_makes_a_new_take_with_another_seed_on_the_account_that_was_asked_for() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"), Samples.Account("b"));
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(2));
        var process = new StudioProcess(set, "me");
        var again = Assert.Single(await process.Shoots.RetryAsync(ending.Run.Id, new() { Scene = 2, Account = "B" }, default));
        await process.Shoots.FinishAsync(ending.Run.Id, TimeSpan.Zero, default);

        var after = await set.TakesAsync(ending.Run.Id);
        var retried = after.Single(take => take.Id == again.Id);
        Assert.Equal((2, 2, TakeState.Ready, "B"), (retried.Scene, retried.Take, retried.State, retried.AccountName));
        Assert.NotEqual(takes[1].Seed, retried.Seed);
        Assert.Equal(takes[1].Digest, retried.Digest);
        Assert.True(set.Files.IsWhole(takes[1].Clip!.Path));
        Assert.NotEqual(takes[1].Clip, retried.Clip);
    });

    [Fact]
    public void Retrying_a_run_films_the_scenes_that_came_to_nothing_and_leaves_unknown_ones_to_the_user() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnSubmit = (order, _, number) => number > 4 ? SubmitAct.Accept : order.Scene switch
        {
            2 => SubmitAct.Refuse(Engine.Shooting.RefusalKind.BadRequest),
            3 => SubmitAct.Drop,
            _ => SubmitAct.Accept,
        };
        var (ending, _) = await set.FilmAsync(StudioSet.Plan(4));
        var process = new StudioProcess(set, "me");
        Assert.Equal(2, Assert.Single(await process.Shoots.RetryAsync(ending.Run.Id, new(), default)).Scene);
        await process.Shoots.FinishAsync(ending.Run.Id, TimeSpan.Zero, default);
        Assert.Empty(await process.Shoots.RetryAsync(ending.Run.Id, new(), default));
        Assert.Equal("shooting.scene-unknown", (await MistakeOf(process.Shoots.RetryAsync(ending.Run.Id, new() { Scene = 9 }, default))).Code);
        Assert.Equal("shooting.run-unknown", (await MistakeOf(process.Shoots.RetryAsync("nope", new(), default))).Code);
        Assert.Equal("shooting.account-unknown", (await MistakeOf(process.Shoots.RetryAsync(ending.Run.Id, new() { Account = "nope" }, default))).Code);
    });

    [Fact]
    public void A_token_renewed_while_the_run_waits_lets_it_go_on() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"), Samples.Account("resting"));
        var renewed = false;
        set.Provider.OnSubmit = (_, account, _) => account.Id == "resting"
            ? SubmitAct.Refuse(Engine.Shooting.RefusalKind.Throttled, TimeSpan.FromHours(2))
            : renewed ? SubmitAct.Accept : SubmitAct.Refuse(Engine.Shooting.RefusalKind.SignedOut);
        var process = new StudioProcess(set, "me");
        var run = await process.Shoots.StartAsync(StudioSet.Plan(3), default);
        var finishing = process.Shoots.FinishAsync(run.Id, TimeSpan.FromHours(3), default);
        await Task.Delay(TimeSpan.FromMinutes(5), set.Time);
        renewed = true;
        await set.Store.WakeAccountAsync("a", default);

        Assert.IsType<RunEnding.Ended>(await finishing);
        Assert.True(stage.Time.Elapsed < TimeSpan.FromMinutes(6));
        Assert.All(await set.TakesAsync(run.Id), take => Assert.Equal("A", take.AccountName));
    });

    [Fact]
    public void An_account_disabled_in_mid_run_films_nothing_more_but_brings_home_what_it_had() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 2), Samples.Account("b", slots: 2));
        var process = new StudioProcess(set, "me");
        var run = await process.Shoots.StartAsync(StudioSet.Plan(10), default);
        await Task.Delay(TimeSpan.FromSeconds(2), set.Time);
        await set.Store.SaveAccountAsync(Samples.Account("a", slots: 2, enabled: false), default);
        await process.Shoots.FinishAsync(run.Id, TimeSpan.FromMinutes(1), default);

        Assert.All(await set.TakesAsync(run.Id), take => Assert.Equal(TakeState.Ready, take.State));
        Assert.Equal(2, set.Provider.Operations.Count(operation => operation.Account == "a"));
        Assert.Equal(10, set.Provider.Operations.Count);
    });

    [Fact]
    public void What_is_unfinished_is_listed_the_newest_first_without_what_was_cancelled_or_cut() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        var (cut, _) = await set.FilmAsync(StudioSet.Plan(1));
        await set.Store.MarkCutAsync(cut.Run.Id, "/film.mp4", default);
        var (notCut, _) = await set.FilmAsync(StudioSet.Plan(1));
        var process = new StudioProcess(set, "me");
        var cancelled = await process.Shoots.StartAsync(StudioSet.Plan(1), default);
        await process.Shoots.CancelAsync(cancelled.Id, TimeSpan.Zero, default);
        var running = await process.Shoots.StartAsync(StudioSet.Plan(1), default);
        Assert.Equal([running.Id, notCut.Run.Id], (await process.Shoots.UnfinishedAsync(default)).Select(run => run.Id));
        await process.Shoots.DisposeAsync();
    });

    private static async Task<Mistake> MistakeOf(Task<IReadOnlyList<TakeSheet>> wish) => (await Assert.ThrowsAsync<MistakeException>(() => wish)).Mistake;
}
