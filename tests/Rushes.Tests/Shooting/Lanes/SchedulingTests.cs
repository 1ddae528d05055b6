using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Shooting.Lanes;

/// <summary>Who films what, when accounts are unequal, sick, or narrow.</summary>
public sealed class SchedulingTests
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(12, 1)]
    [InlineData(20, 1)]
    [InlineData(11, 2)]
    [InlineData(30, 2)]
    public void With_one_account_four_times_slower_the_film_is_nearly_as_early_as_can_be(int scenes, int slots) => Stage.Play(async stage =>
    {
        var set = Unequal(stage, slots);
        await set.FilmAsync(StudioSet.Plan(9));
        var took = await MakespanAsync(stage, set, scenes);
        double[] latencies = [Quick.TotalSeconds, Quick.TotalSeconds, Quick.TotalSeconds * 4];
        var best = Schedules.Best(latencies, slots, scenes) + Overhead;
        var inTurn = Schedules.InTurn(latencies, slots, scenes);

        Assert.True(took <= best * 1.1, $"{took:0.0} s, best {best:0.0} s");
        Assert.True(inTurn / took >= 1.8, $"{took:0.0} s, in turn {inTurn:0.0} s");
    });

    [Fact]
    public void A_slow_lane_leaves_the_last_scenes_to_quicker_ones_from_what_it_learned_before() => Stage.Play(async stage =>
    {
        var set = Unequal(stage, slots: 1);
        await set.FilmAsync(StudioSet.Plan(9));
        var before = set.Provider.Calls.Count(call => call.Account == "slow");
        var took = await MakespanAsync(stage, set, scenes: 4);

        Assert.Equal(before, set.Provider.Calls.Count(call => call.Account == "slow"));
        Assert.InRange(took, 20, 23);
    });

    [Fact]
    public void What_a_slow_lane_left_it_films_after_all_when_the_quicker_one_falls_away() => Stage.Play(async stage =>
    {
        var set = Unequal(stage, slots: 1);
        await set.FilmAsync(StudioSet.Plan(9));
        set.Provider.OnSubmit = (_, account, _) => account.Id == "slow" ? SubmitAct.Accept : SubmitAct.Refuse(RefusalKind.SignedOut);
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(3));

        Assert.All(takes, take => Assert.Equal((TakeState.Ready, "SLOW"), (take.State, take.AccountName)));
    });

    [Fact]
    public void Lanes_that_are_alike_never_wait_for_each_other() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 1, paceMs: 0), Samples.Account("b", slots: 1, paceMs: 0));
        set.Provider.OnPoll = operation => ScriptedProvider.Usual(operation, TimeSpan.FromSeconds(operation.Account == "a" ? 10 : 11));
        await set.FilmAsync(StudioSet.Plan(6));
        await set.FilmAsync(StudioSet.Plan(2));

        Assert.Equal(["a", "b"], set.Provider.Calls.TakeLast(2).Select(call => call.Account).Order());
    });

    [Fact]
    public void Lanes_that_film_sooner_than_they_would_look_again_leave_nothing() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 1, paceMs: 0), Samples.Account("b", slots: 1, paceMs: 0));
        set.Provider.Traits = set.Provider.Traits with { PollSpacing = TimeSpan.FromMilliseconds(20) };
        set.Provider.OnPoll = operation => ScriptedProvider.Usual(operation, TimeSpan.FromSeconds(operation.Account == "a" ? 0.1 : 0.5));
        await set.FilmAsync(StudioSet.Plan(6));
        await set.FilmAsync(StudioSet.Plan(2));

        Assert.Equal(["a", "b"], set.Provider.Calls.TakeLast(2).Select(call => call.Account).Order());
    });

    [Theory]
    [InlineData(RefusalKind.Throttled, 0.2, 500)]
    [InlineData(RefusalKind.SignedOut, 0.2, 500)]
    [InlineData(RefusalKind.RefusedUse, 0.2, 500)]
    [InlineData(RefusalKind.RefusedUse, 4, 500)]
    [InlineData(RefusalKind.Throttled, 4, 0)]
    [InlineData(RefusalKind.QuotaGone, 0.2, 0)]
    public void One_sick_account_of_three_wastes_few_requests_and_the_others_never_wait(RefusalKind kind, double answersAfter, int paceMs) => Stage.Play(async stage =>
    {
        var healthy = await FilmedIn(stage, 2, answersAfter, paceMs, _ => SubmitAct.Accept);
        var (took, set, takes) = await FilmWithAsync(stage, 3, answersAfter, paceMs, account => account == "a2" ? SubmitAct.Refuse(kind) : SubmitAct.Accept);

        Assert.All(takes, take => Assert.Equal(TakeState.Ready, take.State));
        Assert.InRange(set.Provider.Calls.Count(call => call.Account == "a2"), 1, 3);
        Assert.True(took <= (healthy * 1.1) + answersAfter, $"{took:0.0} s, the two alone {healthy:0.0} s");
    });

    [Fact]
    public void What_waits_to_be_sent_is_taken_back_when_its_account_is_set_to_rest() => Stage.Play(async stage =>
    {
        // The second is claimed while the answer to the first is out, and would be sent just after that answer.
        var set = new StudioSet(stage, Samples.Account("sick", slots: 9, paceMs: 500), Samples.Account("well", slots: 9, paceMs: 500));
        set.Provider.AnswersAfter = TimeSpan.FromMilliseconds(450);
        set.Provider.OnSubmit = (_, account, _) => account.Id == "sick" ? SubmitAct.Refuse(RefusalKind.SignedOut) : SubmitAct.Accept;
        var life = new Life();
        var process = new StudioProcess(set, "me", life);
        life.FreezeAfter("BeginAttemptAsync", set.Time, TimeSpan.FromMilliseconds(100));
        var run = await process.Shoots.StartAsync(StudioSet.Plan(6), default);
        await process.Shoots.FinishAsync(run.Id, TimeSpan.FromMinutes(1), default);

        Assert.Single(set.Provider.Calls, call => call.Account == "sick");
        Assert.All(await set.TakesAsync(run.Id), take => Assert.Equal((TakeState.Ready, "WELL"), (take.State, take.AccountName)));
        await process.Shoots.DisposeAsync();
    });

    [Fact]
    public void An_account_that_throttles_gets_fewer_slots_and_earns_them_back() => Stage.Play(async stage =>
    {
        // The server bears two at once for the first minutes and six later; the account says six.
        var set = new StudioSet(stage, Samples.Account("a", slots: 6, paceMs: 0));
        var wide = false;
        set.Provider.OnSubmit = (_, _, _) =>
        {
            var running = set.Provider.Operations.Count(operation => operation.SeenFinished is null);
            return running >= (wide ? 6 : 2) ? SubmitAct.Refuse(RefusalKind.Throttled, TimeSpan.FromSeconds(8)) : SubmitAct.Accept;
        };
        await set.FilmAsync(StudioSet.Plan(12));
        var refused = set.Provider.Calls.Count - set.Provider.Operations.Count;
        Assert.InRange(refused, 1, 4);
        Assert.InRange(MostAtOnce(set), 1, 2);

        wide = true;
        await set.FilmAsync(StudioSet.Plan(150));
        Assert.Equal(refused, set.Provider.Calls.Count - set.Provider.Operations.Count);
        Assert.InRange(MostAtOnce(set), 3, 6);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_quota_group_submits_no_more_than_its_requests_a_minute(int accounts) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, [.. Enumerable.Range(0, accounts).Select(i =>
        {
            var account = Samples.Account($"a{i}", slots: 20, paceMs: 100, group: "team");
            return account with { Limits = account.Limits with { RequestsPerMinute = 7 } };
        })]);
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(20));

        Assert.All(takes, take => Assert.Equal(TakeState.Ready, take.State));
        var calls = set.Provider.Calls.ConvertAll(call => call.At);
        Assert.All(calls, at => Assert.InRange(calls.Count(other => other >= at && other < at + TimeSpan.FromMinutes(1)), 1, 7));
        Assert.InRange(calls[^1].TotalMinutes, 2, 2.1);
    });

    [Fact]
    public void Several_runs_on_the_same_accounts_come_forward_together() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 2, paceMs: 0), Samples.Account("b", slots: 2, paceMs: 0));
        var process = new StudioProcess(set, "me");
        var first = await process.Shoots.StartAsync(StudioSet.Plan(40), default);
        await Task.Delay(TimeSpan.FromSeconds(12), set.Time);
        var second = await process.Shoots.StartAsync(StudioSet.Plan(6), default);
        await process.Shoots.FinishAsync(second.Id, TimeSpan.Zero, default);
        var began = set.Provider.Calls.Count;
        var firstAt = (await set.TakesAsync(first.Id)).Count(take => take.State == TakeState.Ready);
        await process.Shoots.FinishAsync(first.Id, TimeSpan.Zero, default);

        // The small run had every second slot from its start on, and the long one the others.
        Assert.InRange(began, 16, 28);
        Assert.InRange(firstAt, 10, 22);
        await process.Shoots.DisposeAsync();
    });

    [Fact]
    public void One_account_films_the_scenes_in_order_at_its_pace() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 20));
        await set.FilmAsync(StudioSet.Plan(8));

        Assert.Equal(Enumerable.Range(1, 8), set.Provider.Calls.Select(call => call.Scene));
        Assert.All(
            set.Provider.Calls.Zip(set.Provider.Calls.Skip(1)), pair => Assert.Equal(TimeSpan.FromMilliseconds(500), pair.Second.At - pair.First.At));
    });

    [Fact]
    public void Two_accounts_of_one_name_are_two_accounts() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a1", slots: 1) with { Name = "Twin" }, Samples.Account("a2", slots: 1) with { Name = "Twin" });
        set.Provider.OnSubmit = (_, account, number) => account.Id == "a1" && number < 4 ? SubmitAct.Refuse(RefusalKind.SignedOut) : SubmitAct.Accept;
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(4));

        Assert.All(takes, take => Assert.Equal((TakeState.Ready, "a2"), (take.State, take.Account)));
        Assert.Equal("a1", Assert.Single((await set.EventsAsync(ending.Run.Id)).OfType<LaneRests>()).Account);
    });

    /// <summary>Seconds for the answer to a submission, the last look and the download.</summary>
    private static double Overhead => 1.5;

    private static StudioSet Unequal(Stage stage, int slots)
    {
        var set = new StudioSet(
            stage,
            Samples.Account("quick-1", slots, paceMs: 0),
            Samples.Account("quick-2", slots, paceMs: 0),
            Samples.Account("slow", slots, paceMs: 0));
        set.Provider.OnPoll = operation => ScriptedProvider.Usual(operation, operation.Account == "slow" ? Quick * 4 : Quick);
        return set;
    }

    private static async Task<double> MakespanAsync(Stage stage, StudioSet set, int scenes)
    {
        var began = stage.Time.Elapsed;
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(scenes));
        return (takes.Max(take => take.ReadyAt)!.Value - ManualTime.Start - began).TotalSeconds;
    }

    private static int MostAtOnce(StudioSet set)
    {
        // Of the last ones: what the lane does once it knows.
        var last = set.Provider.Operations.TakeLast(6).ToList();
        return last.Max(at => set.Provider.Operations.Count(other => other.Since <= at.Since && other.Since + other.SeenFinished > at.Since));
    }

    private static async Task<double> FilmedIn(Stage stage, int accounts, double answersAfter, int paceMs, Func<string, SubmitAct> answer) =>
        (await FilmWithAsync(stage, accounts, answersAfter, paceMs, answer)).Took;

    private static async Task<(double Took, StudioSet Set, List<TakeSheet> Takes)> FilmWithAsync(
        Stage stage, int accounts, double answersAfter, int paceMs, Func<string, SubmitAct> answer)
    {
        var set = new StudioSet(stage, [.. Enumerable.Range(0, accounts).Select(i => Samples.Account($"a{i}", slots: 2, paceMs))]);
        set.Provider.AnswersAfter = TimeSpan.FromSeconds(answersAfter);
        set.Provider.OnSubmit = (_, account, _) => answer(account.Id);
        var began = stage.Time.Elapsed;
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(16));
        return ((takes.Max(take => take.ReadyAt)!.Value - ManualTime.Start - began).TotalSeconds, set, takes);
    }
}
