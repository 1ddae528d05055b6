using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Shooting.Lanes;

/// <summary>The rules "Never pay twice, never lose", by their numbers in the engine's contract.</summary>
public sealed class NeverPayTwiceTests
{
    [Fact]
    public void Rule_1_and_3_the_intent_is_in_the_books_before_the_call_and_the_operation_before_the_first_poll() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        var intents = new List<AttemptState>();
        set.Provider.OnSubmit = (order, _, _) =>
        {
            intents.Add(AttemptOf(set, order.Scene).State);
            return SubmitAct.Accept;
        };
        set.Provider.OnPoll = operation =>
        {
            Assert.Equal((operation.Id, operation.Correlation), (AttemptOf(set, operation.Scene).Operation, AttemptOf(set, operation.Scene).Id));
            return ScriptedProvider.Usual(operation, TimeSpan.FromSeconds(5));
        };
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(3));

        Assert.Equal([AttemptState.Intent, AttemptState.Intent, AttemptState.Intent], intents);
        Assert.All(takes, take => Assert.Equal(TakeState.Ready, take.State));
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rule_4_a_lost_answer_makes_the_take_unknown_and_is_never_submitted_again_by_itself(bool accepted) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"), Samples.Account("b"));
        set.Provider.OnSubmit = (order, _, _) => order.Scene != 3 ? SubmitAct.Accept : accepted ? SubmitAct.AcceptAndDrop : SubmitAct.Drop;
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(5));

        Assert.Equal(4, takes.Count(take => take.State == TakeState.Ready));
        Assert.Equal((TakeState.Unknown, Troubles.Lost), (takes[2].State, takes[2].Trouble!.Code));
        Assert.Equal(accepted ? 5 : 4, set.Provider.Operations.Count);

        var later = new StudioProcess(set, "later");
        await later.Shoots.ResumeAsync(ending.Run.Id, default);
        await Task.Delay(TimeSpan.FromMinutes(5), set.Time);
        Assert.Single(set.Provider.Calls, call => call.Scene == 3);
    });

    [Theory]
    [InlineData("throws")]
    [InlineData("too slow")]
    public void Rule_4_whatever_goes_wrong_after_the_request_left_is_unknown(string what) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnSubmit = (_, _, _) => what == "throws"
            ? new SubmitAct.Throws(new HttpRequestException("connection reset"))
            : SubmitAct.Accept with { After = TimeSpan.FromMinutes(10) };
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(2));

        Assert.All(takes, take => Assert.Equal(TakeState.Unknown, take.State));
        Assert.Equal(2, set.Provider.Calls.Count);
    });

    [Fact]
    public void Rule_4_an_answer_that_comes_after_all_is_taken() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnSubmit = (order, _, _) => order.Scene == 1 ? SubmitAct.Accept with { After = TimeSpan.FromMinutes(3), Deaf = true } : SubmitAct.Accept;
        var process = new StudioProcess(set, "me");
        var run = await process.Shoots.StartAsync(StudioSet.Plan(2), default);
        await process.Shoots.FinishAsync(run.Id, TimeSpan.FromMinutes(1), default);
        Assert.Equal(TakeState.Unknown, (await set.TakesAsync(run.Id))[0].State);

        await Task.Delay(TimeSpan.FromMinutes(4), set.Time);
        Assert.All(await set.TakesAsync(run.Id), take => Assert.Equal(TakeState.Ready, take.State));
        Assert.Equal(2, set.Provider.Operations.Count);
    });

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void Rule_4_where_the_provider_can_be_asked_it_is(bool accepted, int calls) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.Traits = set.Provider.Traits with { CanLookUp = true };
        set.Provider.OnSubmit = (_, _, number) => number > 1 ? SubmitAct.Accept : accepted ? SubmitAct.AcceptAndDrop : SubmitAct.Drop;
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(1));

        Assert.Equal(TakeState.Ready, Assert.Single(takes).State);
        Assert.Single(set.Provider.Operations);
        Assert.Equal(calls, set.Provider.Calls.Count);
    });

    [Fact]
    public void Rule_4_a_provider_that_cannot_tell_leaves_it_unknown_until_checking_again_finds_it() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.Traits = set.Provider.Traits with { CanLookUp = true };
        set.Provider.OnSubmit = (_, _, _) => SubmitAct.AcceptAndDrop;
        set.Provider.OnLookUp = _ => new LookUp.Unclear("ask later");
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(1));
        Assert.Equal(TakeState.Unknown, Assert.Single(takes).State);

        var later = new StudioProcess(set, "later");
        Assert.Equal(CheckedAgain.StillUnknown, await later.Shoots.CheckAgainAsync(takes[0], default));
        set.Provider.OnLookUp = _ => null;
        Assert.Equal(CheckedAgain.Found, await later.Shoots.CheckAgainAsync(takes[0], default));
        await later.Shoots.FinishAsync(ending.Run.Id, TimeSpan.Zero, default);
        Assert.Equal(TakeState.Ready, Assert.Single(await set.TakesAsync(ending.Run.Id)).State);
        Assert.Single(set.Provider.Operations);
        Assert.Equal(CheckedAgain.NotUnknown, await later.Shoots.CheckAgainAsync(takes[0], default));
    });

    [Fact]
    public void Rule_4_the_user_may_submit_again_by_consent_and_a_late_answer_is_then_kept_as_an_orphan() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnSubmit = (_, _, number) => number == 1 ? SubmitAct.Accept with { After = TimeSpan.FromMinutes(30), Deaf = true } : SubmitAct.Accept;
        var process = new StudioProcess(set, "me");
        var run = await process.Shoots.StartAsync(StudioSet.Plan(1), default);
        await process.Shoots.FinishAsync(run.Id, TimeSpan.Zero, default);
        var unknown = Assert.Single(await set.TakesAsync(run.Id));
        Assert.Equal(CheckedAgain.CannotAsk, await process.Shoots.CheckAgainAsync(unknown, default));
        Assert.True(await process.Shoots.SubmitAgainAsync(unknown, default));
        await process.Shoots.FinishAsync(run.Id, TimeSpan.Zero, default);
        await Task.Delay(TimeSpan.FromMinutes(40), set.Time);

        Assert.Equal((TakeState.Ready, 2), (Assert.Single(await set.TakesAsync(run.Id)).State, set.Provider.Operations.Count));
        Assert.Equal("op-1", Assert.Single((await set.EventsAsync(run.Id)).OfType<OperationOrphaned>()).Operation);
        Assert.Equal(["op-1"], (await set.Store.AttemptsAsync(unknown.Id, default))[0].Orphans);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rule_5_a_process_frozen_between_intent_and_call_sends_nothing_when_it_wakes(bool canLookUp) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", paceMs: 0));
        set.Provider.Traits = set.Provider.Traits with { CanLookUp = canLookUp };
        var frozen = new Life();
        var zombie = new StudioProcess(set, "zombie", frozen);
        frozen.FreezeAfter("BeginAttemptAsync", set.Time, TimeSpan.FromMinutes(5));
        var run = await zombie.Shoots.StartAsync(StudioSet.Plan(3), default);

        var other = new StudioProcess(set, "other");
        await other.Shoots.ResumeAsync(run.Id, default);
        await Task.Delay(TimeSpan.FromMinutes(20), set.Time);
        Assert.True(frozen.Froze);
        Assert.All(await set.TakesAsync(run.Id), take => Assert.Equal(TakeState.Ready, take.State));
        Assert.Equal(3, set.Provider.Operations.Count);
        Assert.Equal(3, set.Provider.Calls.Count);
    });

    [Fact]
    public void Rule_5_nobody_is_looked_for_while_a_frozen_process_may_still_be_sending() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", paceMs: 0));
        set.Provider.Traits = set.Provider.Traits with { CanLookUp = true };
        var frozen = new Life();
        var zombie = new StudioProcess(set, "zombie", frozen);
        frozen.FreezeBefore("SubmitAsync", set.Time, TimeSpan.FromSeconds(60));
        var run = await zombie.Shoots.StartAsync(StudioSet.Plan(3), default);
        var other = new StudioProcess(set, "other");
        await other.Shoots.ResumeAsync(run.Id, default);
        await Task.Delay(TimeSpan.FromMinutes(20), set.Time);

        Assert.True(frozen.Froze);
        Assert.All(await set.TakesAsync(run.Id), take => Assert.Equal(TakeState.Ready, take.State));
        Assert.Equal(3, set.Provider.Operations.Count);
    });

    [Fact]
    public void Rule_5_what_a_frozen_process_had_sent_is_found_when_it_wakes() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", paceMs: 0));
        var frozen = new Life();
        var zombie = new StudioProcess(set, "zombie", frozen);
        frozen.FreezeAfter("SubmitAsync", set.Time, TimeSpan.FromMinutes(1));
        var run = await zombie.Shoots.StartAsync(StudioSet.Plan(3), default);
        var other = new StudioProcess(set, "other");
        await other.Shoots.ResumeAsync(run.Id, default);
        await Task.Delay(TimeSpan.FromMinutes(20), set.Time);

        Assert.True(frozen.Froze);
        Assert.All(await set.TakesAsync(run.Id), take => Assert.Equal(TakeState.Ready, take.State));
        Assert.Equal(3, set.Provider.Operations.Count);
    });

    [Fact]
    public void Rule_5_what_ended_while_nobody_looked_is_brought_home_at_once_and_teaches_nothing_about_time() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 9, paceMs: 0));
        await set.FilmAsync(StudioSet.Plan(4));
        var life = new Life();
        var killed = new StudioProcess(set, "killed", life);
        var run = await killed.Shoots.StartAsync(StudioSet.Plan(9), default);
        await Task.Delay(TimeSpan.FromSeconds(3), set.Time);
        life.Kill();
        set.World.Bury("killed");
        Assert.Equal(13, set.Provider.Operations.Count);

        await Task.Delay(TimeSpan.FromHours(8), set.Time);
        var later = new StudioProcess(set, "later");
        await later.Shoots.ResumeAsync(run.Id, default);
        await Task.Delay(TimeSpan.FromSeconds(10), set.Time);
        Assert.All(await set.TakesAsync(run.Id), take => Assert.Equal(TakeState.Ready, take.State));
        Assert.All(await set.Store.LatenciesAsync("a", 200, default), latency => Assert.InRange(latency.Took, TimeSpan.Zero, TimeSpan.FromSeconds(6)));
        await later.Shoots.DisposeAsync();

        var began = set.Time.GetTimestamp();
        await set.FilmAsync(StudioSet.Plan(1));
        Assert.InRange(set.Time.GetElapsedTime(began), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6));
        Assert.Equal(14, set.Provider.Operations.Count);
    });

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Rule_5_a_kill_at_any_instant_loses_nothing_and_pays_nothing_twice(bool canLookUp, bool local)
    {
        var steps = Steps(canLookUp, local);
        Assert.True(steps > 60);
        for (var kill = 1; kill <= steps; kill++)
            KillAt(kill, canLookUp, local);
    }

    [Fact]
    public void Rule_8_one_bad_scene_never_harms_its_siblings() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"), Samples.Account("b"));
        set.Provider.OnSubmit = (order, _, _) => order.Scene switch
        {
            2 => SubmitAct.Refuse(RefusalKind.BadRequest),
            4 => SubmitAct.Drop,
            6 => new SubmitAct.Throws(new InvalidOperationException("a bug")),
            _ => SubmitAct.Accept,
        };
        set.Provider.OnDownload = operation => operation.Scene == 8 ? new Delivery.Broken("404") : new Delivery.Delivered(ScriptedProvider.ClipBytes);
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(10));

        foreach (var take in takes)
        {
            var expected = take.Scene switch { 2 or 8 => TakeState.Failed, 4 or 6 => TakeState.Unknown, _ => TakeState.Ready };
            Assert.Equal((take.Scene, expected), (take.Scene, take.State));
        }
    });

    private static Engine.Shooting.Books.AttemptSheet AttemptOf(StudioSet set, int scene)
    {
        var run = Assert.Single(set.Store.RunsAsync(default).GetAwaiter().GetResult());
        var take = set.Store.TakesAsync(run.Id, default).GetAwaiter().GetResult().Single(take => take.Scene == scene);
        return Assert.Single(set.Store.AttemptsAsync(take.Id, default).GetAwaiter().GetResult());
    }

    private static int Steps(bool canLookUp, bool local)
    {
        var life = new Life();
        Stage.Play(async stage => await FilmFor(SetFor(stage, canLookUp, local), life));
        return life.Steps;
    }

    private static void KillAt(int step, bool canLookUp, bool local) => Stage.Play(async stage =>
    {
        var set = SetFor(stage, canLookUp, local);
        var life = new Life(step);
        await Task.WhenAny(FilmFor(set, life), life.End);
        set.World.Bury("first");

        var runs = await set.Store.RunsAsync(default);
        if (runs.Count == 0)
            return;
        var readyBefore = (await set.TakesAsync(runs[0].Id)).Where(take => take.State == TakeState.Ready).Select(take => take.Id).ToList();
        var second = new StudioProcess(set, "second");
        await second.Shoots.ResumeAsync(runs[0].Id, default);
        Assert.IsType<RunEnding.Ended>(await second.Shoots.FinishAsync(runs[0].Id, TimeSpan.FromMinutes(10), default));
        await second.Shoots.DisposeAsync();

        var takes = await set.TakesAsync(runs[0].Id);
        set.AssertNothingHalf(takes);
        Assert.True(takes.TrueForAll(take => take.State == TakeState.Ready || (take.State == TakeState.Unknown && !canLookUp)), $"Killed at step {step}.");
        Assert.True(takes.Count(take => take.State == TakeState.Unknown) <= 2, $"Killed at step {step}.");
        Assert.All(set.Provider.Operations.GroupBy(operation => operation.Scene), made => Assert.True(made.Count() == 1, $"Killed at step {step}: paid twice."));
        Assert.Equal(readyBefore, takes.Where(take => readyBefore.Contains(take.Id) && take.Attempts == 1).Select(take => take.Id));
    });

    private static StudioSet SetFor(Stage stage, bool canLookUp, bool local)
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 2, paceMs: 100));
        set.Provider.Traits = set.Provider.Traits with { CanLookUp = canLookUp, IsLocal = local };
        set.Provider.Generates(TimeSpan.FromSeconds(2));
        return set;
    }

    private static async Task FilmFor(StudioSet set, Life life)
    {
        var process = new StudioProcess(set, "first", life);
        var run = await process.Shoots.StartAsync(StudioSet.Plan(3), default);
        await process.Shoots.FinishAsync(run.Id, TimeSpan.FromMinutes(10), default);
        await process.Shoots.DisposeAsync();
    }
}
