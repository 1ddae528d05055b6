using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Shooting.Lanes;

/// <summary>The table "What an answer means", row by row, as a run lives through it.</summary>
public sealed class AnswerTests
{
    private static readonly TimeSpan LongWait = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(null, 30)]
    [InlineData(7, 7)]
    public void A_throttled_account_rests_and_its_takes_go_to_others_at_once(int? retryAfter, int rests) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("sick"), Samples.Account("well"));
        set.Provider.OnSubmit = (_, account, _) => account.Id == "sick" && stage.Time.Elapsed < TimeSpan.FromSeconds(rests)
            ? SubmitAct.Refuse(RefusalKind.Throttled, retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null)
            : SubmitAct.Accept;
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(6));

        Assert.All(takes, take => Assert.Equal(TakeState.Ready, take.State));
        Assert.Equal(6, set.Provider.Operations.Count);
        Assert.True(set.Provider.Calls.Count(call => call.Account == "sick") <= 1 + (takes.Max(take => take.ReadyAt)!.Value - ManualTime.Start).TotalSeconds / rests);
        var rest = Assert.Single((await set.EventsAsync(ending.Run.Id)).OfType<LaneRests>());
        Assert.Equal(("SICK", Troubles.Throttled), (rest.AccountName, rest.Trouble.Code));
    });

    [Fact]
    public void The_only_account_is_waited_for_ever_longer_until_it_may_again() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnSubmit = (_, _, number) => number <= 4 ? SubmitAct.Refuse(RefusalKind.Throttled) : SubmitAct.Accept;
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(1), LongWait);

        Assert.Equal(TakeState.Ready, Assert.Single(takes).State);
        var gaps = set.Provider.Calls.Zip(set.Provider.Calls.Skip(1), (first, second) => Math.Round((second.At - first.At).TotalSeconds));
        Assert.Equal([30, 60, 300, 300], gaps);
    });

    [Fact]
    public void An_operation_throttled_after_it_was_accepted_is_submitted_again_elsewhere() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("sick"), Samples.Account("well"));
        set.Provider.OnPoll = operation => operation.Account == "sick"
            ? new OperationStatus.Refused(new(RefusalKind.Throttled, "too_many_requests", TimeSpan.FromMinutes(9)))
            : ScriptedProvider.Usual(operation, TimeSpan.FromSeconds(5));
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(3));

        Assert.All(takes, take => Assert.Equal((TakeState.Ready, "WELL"), (take.State, take.AccountName)));
        Assert.True(set.Provider.Operations.Count(operation => operation.Account == "sick") <= 2);
    });

    [Fact]
    public void Without_quota_the_run_pauses_calmly_and_goes_on_when_resumed() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnSubmit = (_, _, number) => number == 2 ? SubmitAct.Refuse(RefusalKind.QuotaGone) : SubmitAct.Accept;
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(3));

        var lane = Assert.Single(Assert.IsType<RunEnding.GaveUp>(ending).Lanes);
        Assert.Equal(("A", Troubles.QuotaGone, null), (lane.AccountName, lane.Trouble.Code, lane.Until));
        Assert.DoesNotContain(takes, take => take.State == TakeState.Failed);
        Assert.Equal(RunState.Paused, (await set.Store.RunAsync(ending.Run.Id, default))!.State);

        var later = new StudioProcess(set, "later");
        await later.Shoots.ResumeAsync(ending.Run.Id, default);
        await later.Shoots.FinishAsync(ending.Run.Id, LongWait, default);
        Assert.All(await set.TakesAsync(ending.Run.Id), take => Assert.Equal(TakeState.Ready, take.State));
        Assert.Equal(3, set.Provider.Operations.Count);
    });

    [Theory]
    [InlineData(RefusalKind.SignedOut)]
    [InlineData(RefusalKind.RefusedUse)]
    [InlineData(RefusalKind.NotAllowed)]
    public void An_account_that_may_not_film_is_set_aside_and_wastes_few_requests(RefusalKind kind) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("sick"), Samples.Account("well"));
        set.Provider.OnSubmit = (_, account, _) => account.Id == "sick" ? SubmitAct.Refuse(kind) : SubmitAct.Accept;
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(8));

        Assert.All(takes, take => Assert.Equal((TakeState.Ready, "WELL"), (take.State, take.AccountName)));
        Assert.True(set.Provider.Calls.Count(call => call.Account == "sick") <= 3);
        Assert.Equal(8, set.Provider.Operations.Count);
    });

    [Fact]
    public void An_account_not_allowed_for_a_model_still_films_with_others() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnSubmit = (order, _, _) => order.Model == "big" ? SubmitAct.Refuse(RefusalKind.NotAllowed) : SubmitAct.Accept;
        var (big, _) = await set.FilmAsync(StudioSet.Plan(2, model: "big"));
        var (_, small) = await set.FilmAsync(StudioSet.Plan(2, model: "small"));

        Assert.IsType<RunEnding.GaveUp>(big);
        Assert.All(small, take => Assert.Equal(TakeState.Ready, take.State));
    });

    [Theory]
    [InlineData(RefusalKind.SignedOut)]
    [InlineData(RefusalKind.RefusedUse)]
    [InlineData(RefusalKind.NotAllowed)]
    public void An_operation_is_never_given_up_because_its_account_may_not_ask(RefusalKind kind) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("sick"), Samples.Account("well"));
        var renewed = false;
        set.Provider.OnPoll = operation => operation.Account == "sick" && !renewed
            ? new OperationStatus.Refused(new(kind, "token expired"))
            : ScriptedProvider.Usual(operation, TimeSpan.FromSeconds(5));
        var process = new StudioProcess(set, "me");
        var run = await process.Shoots.StartAsync(StudioSet.Plan(4), default);
        await Task.Delay(TimeSpan.FromMinutes(2), set.Time);
        var waiting = (await set.TakesAsync(run.Id)).FindAll(take => take.State == TakeState.Generating);
        Assert.NotEmpty(waiting);
        Assert.All(waiting, take => Assert.Equal("sick", take.Account));

        renewed = true;
        await set.Store.WakeAccountAsync("sick", default);
        Assert.IsType<RunEnding.Ended>(await process.Shoots.FinishAsync(run.Id, LongWait, default));
        Assert.All(await set.TakesAsync(run.Id), take => Assert.Equal((TakeState.Ready, 1), (take.State, take.Attempts)));
        Assert.Equal(4, set.Provider.Operations.Count);
        await process.Shoots.DisposeAsync();
    });

    [Fact]
    public void A_run_whose_only_account_signed_out_while_generating_ends_with_the_reason() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnPoll = _ => new OperationStatus.Refused(new(RefusalKind.SignedOut, "token expired"));
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(2));

        Assert.Equal(Troubles.SignedOut, Assert.Single(Assert.IsType<RunEnding.GaveUp>(ending).Lanes).Trouble.Code);
        Assert.All(takes, take => Assert.Contains(take.State, new[] { TakeState.Generating, TakeState.Queued }));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_policy_refuses_is_tried_with_another_seed_once_and_then_blocked(bool afterAcceptance) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"), Samples.Account("b"), Samples.Account("c"));
        var seeds = new List<long>();
        set.Provider.OnSubmit = (order, _, _) =>
        {
            if (order.Scene == 2)
                seeds.Add(order.Seed);
            return order.Scene == 2 && !afterAcceptance ? SubmitAct.Refuse(RefusalKind.Policy) : SubmitAct.Accept;
        };
        set.Provider.OnPoll = operation => operation.Scene == 2
            ? new OperationStatus.Refused(new(RefusalKind.Policy, "blocked"))
            : ScriptedProvider.Usual(operation, TimeSpan.FromSeconds(5));
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(3));

        Assert.Equal([TakeState.Ready, TakeState.Blocked, TakeState.Ready], takes.Select(take => take.State));
        Assert.Equal(2, seeds.Count);
        Assert.NotEqual(seeds[0], seeds[1]);
        Assert.Equal(Troubles.Policy, takes[1].Trouble!.Code);
    });

    [Fact]
    public void A_request_that_is_wrong_fails_with_the_providers_words_and_no_other_account_is_tried() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"), Samples.Account("b"));
        set.Provider.OnSubmit = (order, _, _) => order.Scene == 1 ? SubmitAct.Refuse(RefusalKind.BadRequest) : SubmitAct.Accept;
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(3));

        Assert.Equal([TakeState.Failed, TakeState.Ready, TakeState.Ready], takes.Select(take => take.State));
        Assert.Equal(new Trouble(Troubles.BadRequest, "no: BadRequest"), takes[0].Trouble);
        Assert.Single(set.Provider.Calls, call => call.Scene == 1);
    });

    [Theory]
    [InlineData(1, TakeState.Ready, 2)]
    [InlineData(9, TakeState.Failed, 2)]
    public void An_expired_upload_is_tried_again_once(int expirations, TakeState ends, int calls) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnSubmit = (_, _, number) => number <= expirations ? SubmitAct.Refuse(RefusalKind.ExpiredInput) : SubmitAct.Accept;
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(1));

        Assert.Equal(ends, Assert.Single(takes).State);
        Assert.Equal(calls, set.Provider.Calls.Count);
    });

    [Fact]
    public void What_failed_at_the_provider_gets_another_account() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("bad"), Samples.Account("good"));
        set.Provider.OnPoll = operation => operation.Account == "bad"
            ? new OperationStatus.Refused(new(RefusalKind.FailedAtProvider, "internal error"))
            : ScriptedProvider.Usual(operation, TimeSpan.FromSeconds(5));
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(4));

        Assert.All(takes, take => Assert.Equal((TakeState.Ready, "GOOD"), (take.State, take.AccountName)));
        Assert.All(takes, take => Assert.True(take.Attempts <= 2));
        Assert.Contains((await set.EventsAsync(ending.Run.Id)).OfType<TakeStarted>(), started => started.MovedFrom == "BAD");
    });

    [Fact]
    public void What_fails_everywhere_fails_after_three_attempts() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnPoll = operation => operation.Scene == 1
            ? new OperationStatus.Refused(new(RefusalKind.FailedAtProvider, "internal error"))
            : ScriptedProvider.Usual(operation, TimeSpan.FromSeconds(5));
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(2));

        Assert.Equal([TakeState.Failed, TakeState.Ready], takes.Select(take => take.State));
        Assert.Equal(3, set.Provider.Operations.Count(operation => operation.Scene == 1));
        Assert.Empty((await set.EventsAsync(ending.Run.Id)).OfType<LaneRests>());
    });

    [Fact]
    public void A_renewed_token_asks_at_once_about_what_is_still_generating() => Stage.Play(async stage =>
    {
        var renewed = TimeSpan.FromSeconds(7);
        var set = new StudioSet(stage, Samples.Account("a", slots: 1), Samples.Account("b", slots: 1));
        set.Provider.OnPoll = operation => operation.Account == "a" && stage.Time.Elapsed < renewed
            ? new OperationStatus.Refused(new(RefusalKind.SignedOut, "expired"))
            : ScriptedProvider.Usual(operation, TimeSpan.FromSeconds(operation.Account == "a" ? 5 : 30));
        var filming = set.FilmAsync(StudioSet.Plan(2));
        await Task.Delay(renewed, stage.Time);
        await set.Store.WakeAccountAsync("a", default);
        var (_, takes) = await filming;

        Assert.All(takes, take => Assert.Equal(TakeState.Ready, take.State));
        var operation = Assert.Single(set.Provider.Operations, operation => operation.Account == "a");
        Assert.InRange((operation.Since + operation.SeenFinished!.Value).TotalSeconds, 7, 12);
    });

    [Fact]
    public void An_account_whose_operations_keep_failing_rests_instead_of_pulling_every_scene() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("bad", slots: 1), Samples.Account("good"));
        set.Provider.OnPoll = operation => operation.Account == "bad"
            ? new OperationStatus.Refused(new(RefusalKind.FailedAtProvider, "internal error"))
            : ScriptedProvider.Usual(operation, TimeSpan.FromSeconds(5));
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(16));

        Assert.All(takes, take => Assert.Equal((TakeState.Ready, "GOOD"), (take.State, take.AccountName)));
        Assert.Equal(3, set.Provider.Operations.Count(operation => operation.Account == "bad"));
        var rest = Assert.Single((await set.EventsAsync(ending.Run.Id)).OfType<LaneRests>());
        Assert.Equal(("BAD", Troubles.FailedAtProvider, true), (rest.AccountName, rest.Trouble.Code, rest.Until is not null));
    });

    [Fact]
    public void A_poll_that_fails_is_not_an_operation_that_failed() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnPoll = operation => (operation.Scene, operation.Polls) switch
        {
            (1, < 5) => new OperationStatus.Unreadable("503"),
            (2, < 5) => throw new HttpRequestException("connection reset"),
            (3, 1) => new OperationStatus.Unreadable("429", TimeSpan.FromSeconds(40)),
            _ => ScriptedProvider.Usual(operation, TimeSpan.FromSeconds(5)),
        };
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(3));

        Assert.All(takes, take => Assert.Equal((TakeState.Ready, 1), (take.State, take.Attempts)));
        Assert.Equal(3, set.Provider.Operations.Count);
        Assert.True(takes[2].ReadyAt - ManualTime.Start > TimeSpan.FromSeconds(40));
    });

    [Fact]
    public void Polls_that_tell_nothing_grow_rarer_and_end_in_unknown_when_nobody_would_wait_longer() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.Traits = set.Provider.Traits with { Patience = TimeSpan.FromHours(2) };
        set.Provider.OnPoll = _ => new OperationStatus.Unreadable("503");
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(1));

        Assert.Equal((TakeState.Unknown, Troubles.Endless), (takes[0].State, takes[0].Trouble!.Code));
        Assert.InRange(set.Provider.Polls, 30, 400);
        Assert.Single(set.Provider.Operations);
    });

    [Theory]
    [InlineData(false, TakeState.Unknown, 1)]
    [InlineData(true, TakeState.Ready, 2)]
    public void An_operation_that_vanished_is_filmed_again_only_where_that_is_free(bool local, TakeState ends, int operations) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.Traits = set.Provider.Traits with { IsLocal = local };
        set.Provider.OnPoll = operation => operation.Id == "op-1"
            ? new OperationStatus.Vanished("never heard of it")
            : ScriptedProvider.Usual(operation, TimeSpan.FromSeconds(5));
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(1));

        Assert.Equal(ends, Assert.Single(takes).State);
        Assert.Equal(operations, set.Provider.Operations.Count);
    });

    [Fact]
    public void Waiting_is_worth_it_while_the_nearest_return_is_near_enough() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"), Samples.Account("b"));
        set.Provider.OnSubmit = (_, account, number) => number <= 2
            ? SubmitAct.Refuse(RefusalKind.Throttled, TimeSpan.FromMinutes(account.Id == "a" ? 8 : 60))
            : SubmitAct.Accept;
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(2), TimeSpan.FromMinutes(10));

        Assert.IsType<RunEnding.Ended>(ending);
        Assert.All(takes, take => Assert.Equal("A", take.AccountName));
        Assert.Equal(ManualTime.Start + TimeSpan.FromMinutes(8), Assert.Single((await set.EventsAsync(ending.Run.Id)).OfType<RunWaits>()).Until, TimeSpan.FromSeconds(2));
    });

    [Fact]
    public void Waiting_ends_with_every_accounts_reason_when_it_would_take_too_long() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"), Samples.Account("b"), Samples.Account("off", enabled: false));
        set.Provider.OnSubmit = (_, account, _) => account.Id == "a"
            ? SubmitAct.Refuse(RefusalKind.Throttled, TimeSpan.FromMinutes(30))
            : SubmitAct.Refuse(RefusalKind.SignedOut);
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(2), TimeSpan.FromMinutes(10));

        var lanes = Assert.IsType<RunEnding.GaveUp>(ending).Lanes.OrderBy(lane => lane.AccountName, StringComparer.Ordinal).ToList();
        Assert.Equal(["throttled", "signed-out", "disabled"], lanes.Select(lane => lane.Trouble.Code));
        Assert.True(stage.Time.Elapsed < TimeSpan.FromMinutes(1));
        Assert.All(takes, take => Assert.Equal(TakeState.Queued, take.State));
        Assert.Equal(RunState.Paused, (await set.Store.RunAsync(ending.Run.Id, default))!.State);
    });
}
