using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Tests.Shooting.Shared;

public abstract partial class StudioStoreContract
{
    [Fact]
    public async Task A_lane_belongs_to_one_process_until_it_leaves_dies_or_freezes()
    {
        var you = Me.Neighbour("you");
        var mine = await LaneOf("a");
        Assert.Equal("me", Assert.IsType<LaneClaim.Held>(await Store.TakeLaneAsync("a", you, Samples.Lease, None)).Owner);

        await Store.LeaveLaneAsync(mine, None);
        var yours = await Retake("a", you);
        Assert.True(yours.Epoch > mine.Epoch);

        Me.Bury("you");
        var again = await Retake("a", Me);
        Time.Advance(Samples.Lease);
        var after = await Retake("a", you);
        Assert.True(after.Epoch > again.Epoch);
        Assert.IsType<LaneClaim.NoAccount>(await Store.TakeLaneAsync("nobody", Me, Samples.Lease, None));
    }

    [Fact]
    public async Task A_lane_that_was_taken_over_hears_it_and_can_do_nothing()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        var zombie = await LaneOf("a", paceMs: 0);
        var shot = await Submitted(zombie, "op-1");
        Assert.NotNull(await Store.KeepLaneAsync(zombie, Samples.Lease, None));

        Time.Advance(Samples.Lease);
        var lane = await Retake("a", Me.Neighbour("you"));

        Assert.Null(await Store.KeepLaneAsync(zombie, Samples.Lease, None));
        Assert.IsType<Beginning.LaneLost>(await Store.BeginAttemptAsync(zombie, 4, None));
        Assert.Equal(Changed.No, await Finish(shot, zombie));
        await Store.RestAsync(zombie, null, new(false, false, [], new("signed-out")), None);
        await Store.LeaveLaneAsync(zombie, None);
        Assert.NotNull(await Store.KeepLaneAsync(lane, Samples.Lease, None));
        await Begin(lane);
        Assert.Equal(Changed.Yes, await Finish(shot, lane));
    }

    [Fact]
    public async Task Takes_are_claimed_in_order_with_an_intent_beside_them()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        var lane = await LaneOf("a", paceMs: 0);

        var shot = await Begin(lane);
        Assert.Equal((1, 1, 41L, TakeState.Submitting, 1), (shot.Order.Scene, shot.Order.Take, shot.Order.Seed, shot.State, shot.Attempts));
        Assert.Equal(2, (await Begin(lane)).Order.Scene);
        var attempt = Assert.Single(await Store.AttemptsAsync(shot.Id, None));
        Assert.Equal((shot.Attempt, AttemptState.Intent, "a", null), (attempt.Id, attempt.State, attempt.Account, attempt.Operation));
        Assert.Contains(new TakeStarted(2, 1, "a", "A", 1, 2, 3, null), await Events());
        Assert.Equal(["a"], (await Store.LanesWithWorkAsync(["scripted"], None)).Select(work => work.Account));
        Assert.Empty(await Store.LanesWithWorkAsync(["other"], None));
    }

    [Fact]
    public async Task The_pace_holds_over_all_lanes_of_a_quota_group()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 9), None);
        var first = await LaneOf("a", group: "team");
        var second = await LaneOf("b", group: "team");
        var alone = await LaneOf("c");

        await Begin(first);
        Assert.Equal(TimeSpan.FromMilliseconds(500), Assert.IsType<Beginning.TooSoon>(await Store.BeginAttemptAsync(second, 9, None)).Wait);
        await Begin(alone);
        Time.Advance(TimeSpan.FromMilliseconds(499));
        Assert.IsType<Beginning.TooSoon>(await Store.BeginAttemptAsync(second, 9, None));
        Time.Advance(TimeSpan.FromMilliseconds(1));
        await Begin(second);
        Assert.IsType<Beginning.TooSoon>(await Store.BeginAttemptAsync(first, 9, None));
    }

    [Fact]
    public async Task The_gate_does_not_move_when_there_is_nothing_to_film()
    {
        var lane = await LaneOf("a");
        Assert.IsType<Beginning.NothingQueued>(await Store.BeginAttemptAsync(lane, 4, None));
        await Store.CreateRunAsync(Samples.Run(), None);
        await Begin(lane);
    }

    [Fact]
    public async Task Slots_are_shared_by_a_quota_group_and_freed_when_a_clip_is_generated()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 5), None);
        var first = await LaneOf("a", group: "team", paceMs: 0);
        var second = await LaneOf("b", group: "team", paceMs: 0);
        var shot = await Submitted(first, "op-1");
        await Begin(second, slots: 2);

        Assert.IsType<Beginning.SlotsTaken>(await Store.BeginAttemptAsync(first, 2, None));
        await Finish(shot);
        await Begin(first, slots: 2);
    }

    [Fact]
    public async Task Several_runs_share_a_lane_in_turn()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        Time.Advance(TimeSpan.FromSeconds(1));
        await Store.CreateRunAsync(Samples.Run("run-b"), None);
        var lane = await LaneOf("a", paceMs: 0);

        var order = new List<string>();
        for (var i = 0; i < 6; i++)
            order.Add((await Begin(lane, slots: 9)).Run);
        Assert.Equal(["run-a", "run-b", "run-a", "run-b", "run-a", "run-b"], order);
    }

    [Fact]
    public async Task A_run_is_filmed_only_by_the_accounts_it_names()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 2, accounts: ["b"]), None);
        await Store.CreateRunAsync(Samples.Run("run-o", providers: ["other"]), None);
        var a = await LaneOf("a", paceMs: 0);
        var b = await LaneOf("b", paceMs: 0);
        Assert.IsType<Beginning.NothingQueued>(await Store.BeginAttemptAsync(a, 4, None));
        Assert.Equal(["b"], (await Store.LanesWithWorkAsync(["scripted"], None)).Select(work => work.Account));

        await Store.SaveAccountAsync(Samples.Account("b", enabled: false), None);
        Assert.IsType<Beginning.NothingQueued>(await Store.BeginAttemptAsync(b, 4, None));
        await Store.SaveAccountAsync(Samples.Account("b"), None);
        await Begin(b);
    }

    [Fact]
    public async Task A_take_meant_for_one_account_waits_for_it()
    {
        await Store.CreateRunAsync(Samples.Run() with { Takes = [Samples.New(Samples.Order()) with { OnlyAccount = "b" }] }, None);
        Assert.IsType<Beginning.NothingQueued>(await Store.BeginAttemptAsync(await LaneOf("a"), 4, None));
        await Begin(await LaneOf("b"));
    }

    [Fact]
    public async Task A_take_that_should_move_on_waits_for_another_account_only_if_one_could_film_it()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 1), None);
        var a = await LaneOf("a", paceMs: 0);
        await Requeue(await Begin(a), new("failed-at-provider"), passOn: true);
        var again = await Begin(a);
        Assert.Equal(2, again.Attempts);
        await Requeue(again, new("failed-at-provider"), passOn: true);

        var b = await LaneOf("b", paceMs: 0);
        Assert.IsType<Beginning.NothingQueued>(await Store.BeginAttemptAsync(a, 4, None));
        await Begin(b);
        Assert.Equal("A", (await Events()).OfType<TakeStarted>().Last().MovedFrom);
    }

    [Fact]
    public async Task A_throttled_group_rests_longer_with_every_strike_in_a_row()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 1), None);
        var lane = await LaneOf("a", paceMs: 0, group: "team");
        var other = await LaneOf("b", paceMs: 0, group: "team");
        var steps = new Resting(true, true, [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)], Throttled);

        foreach (var seconds in new[] { 30, 60, 300, 300 })
        {
            await Requeue(await Begin(lane), Throttled, steps);
            var until = Time.GetUtcNow() + TimeSpan.FromSeconds(seconds);
            Assert.Equal(until, Assert.IsType<Beginning.Rests>(await Store.BeginAttemptAsync(lane, 4, None)).Until);
            Assert.IsType<Beginning.Rests>(await Store.BeginAttemptAsync(other, 4, None));
            Time.Advance(TimeSpan.FromSeconds(seconds));
        }

        await Store.ForgetStrikesAsync(lane, null, None);
        await Requeue(await Begin(lane), Throttled, steps);
        Assert.Equal(Time.GetUtcNow() + TimeSpan.FromSeconds(30), Assert.IsType<Beginning.Rests>(await Store.BeginAttemptAsync(lane, 4, None)).Until);
        Assert.Contains(await Events(), happening => happening is LaneRests { AccountName: "B" });
    }

    [Fact]
    public async Task Answers_that_overlapped_are_one_strike()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        var lane = await LaneOf("a", paceMs: 0);
        var steps = new Resting(true, false, [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1)], Throttled);
        var (first, second) = (await Begin(lane), await Begin(lane));
        await Requeue(first, Throttled, steps);
        await Requeue(second, Throttled, steps);

        Assert.Equal(Time.GetUtcNow() + TimeSpan.FromSeconds(30), Assert.IsType<Beginning.Rests>(await Store.BeginAttemptAsync(lane, 4, None)).Until);
    }

    [Fact]
    public async Task An_account_set_aside_stays_so_until_it_is_woken()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        var lane = await LaneOf("a", paceMs: 0);
        await Store.RestAsync(lane, null, new(false, false, [], new("signed-out", "token expired")), None);
        Time.Advance(TimeSpan.FromDays(30));
        Assert.Null(Assert.IsType<Beginning.Rests>(await Store.BeginAttemptAsync(lane, 4, None)).Until);
        Assert.Empty(await Store.LanesWithWorkAsync(["scripted"], None));
        var rest = (await Store.AccountsAsync(None)).Single(sheet => sheet.Account.Id == "a").RestFor(null, Time.GetUtcNow());
        Assert.Equal(new Trouble("signed-out", "token expired"), rest!.Trouble);

        await Store.WakeAccountAsync("a", None);
        await Begin(lane);
    }

    [Fact]
    public async Task An_account_set_aside_for_a_model_films_with_others()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 1, model: "big"), None);
        var lane = await LaneOf("a", paceMs: 0);
        await Store.RestAsync(lane, "big", new(false, true, [], new("not-allowed")), None);
        Assert.IsType<Beginning.Rests>(await Store.BeginAttemptAsync(lane, 4, None));

        await Store.CreateRunAsync(Samples.Run("run-b", model: "small"), None);
        Assert.Equal("run-b", (await Begin(lane)).Run);
    }

    [Fact]
    public async Task Resuming_wakes_an_account_whose_quota_had_no_reset_time()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        var lane = await LaneOf("a", paceMs: 0);
        await Store.RestAsync(lane, null, new(true, false, [], new("quota-gone")), None);
        Assert.IsType<Beginning.Rests>(await Store.BeginAttemptAsync(lane, 4, None));
        await Store.ResumeAsync("run-a", "me", None);
        await Begin(lane);
    }

    [Fact]
    public async Task An_operation_id_is_kept_whoever_has_the_lane_and_however_often_it_comes()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 1), None);
        var zombie = await LaneOf("a");
        var shot = await Begin(zombie);
        Time.Advance(Samples.Lease);
        await Retake("a", Me.Neighbour("you"));
        await Lose(shot);

        Assert.Equal(Recorded.Generating, await Store.RecordOperationAsync(shot.Attempt, "op-1", None));
        Assert.Equal(Recorded.Generating, await Store.RecordOperationAsync(shot.Attempt, "op-1", None));
        Assert.Equal(TakeState.Generating, (await Take(1)).State);
        var attempt = Assert.Single(await Store.AttemptsAsync(shot.Id, None));
        Assert.Equal(("op-1", AttemptState.Submitted), (attempt.Operation, attempt.State));
        Assert.Empty(attempt.Orphans);
        Assert.Single((await Events()).OfType<TakeSubmitted>());
    }

    [Fact]
    public async Task An_operation_id_for_an_attempt_that_was_given_up_is_an_orphan_and_shown()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 1), None);
        var lane = await LaneOf("a", paceMs: 0);
        var shot = await Begin(lane);
        await Lose(shot);
        Assert.True(await Store.SubmitAgainAsync(shot.Id, "me", None));
        Assert.False(await Store.SubmitAgainAsync(shot.Id, "me", None));
        var second = await Submitted(lane, "op-2");

        Assert.Equal(Recorded.Orphan, await Store.RecordOperationAsync(shot.Attempt, "op-1", None));
        Assert.Equal(Recorded.Orphan, await Store.RecordOperationAsync(shot.Attempt, "op-1", None));
        var attempts = await Store.AttemptsAsync(shot.Id, None);
        Assert.Equal([AttemptState.WrittenOff, AttemptState.Submitted], attempts.Select(attempt => attempt.State));
        Assert.Equal("op-1", Assert.Single(attempts[0].Orphans));
        Assert.Single((await Events()).OfType<OperationOrphaned>());
        Assert.Equal(second.Attempt, (await Take(1)).Attempt);
    }

    [Fact]
    public async Task A_change_happens_only_from_the_expected_state_and_attempt()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 1), None);
        var lane = await LaneOf("a", paceMs: 0);
        var first = await Begin(lane);
        Assert.Equal(Changed.No, await Finish(first));
        await Requeue(first, Throttled);
        var second = await Submitted(lane, "op-2");

        Assert.Equal(Changed.No, await Finish(first));
        Assert.Equal(Changed.Yes, await Finish(second));
        Assert.Equal(Changed.No, await Finish(second));
        Assert.Single((await Events()).OfType<TakeArriving>());
        Assert.Equal(0.25m, (await Take(1)).Cost!.Amount);
    }

    [Fact]
    public async Task What_an_attempt_taught_is_kept_when_its_take_was_cancelled_meanwhile()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 1), None);
        var lane = await LaneOf("a", paceMs: 0);
        var shot = await Begin(lane);
        await Store.CancelAsync("run-a", None);
        Assert.Equal(Changed.AttemptOnly, await Requeue(shot, new("signed-out"), new(false, false, [], new("signed-out"))));

        Assert.Equal(TakeState.Cancelled, (await Take(1)).State);
        Assert.Equal(AttemptState.Rejected, Assert.Single(await Store.AttemptsAsync(shot.Id, None)).State);
        Assert.NotNull((await Store.AccountsAsync(None)).Single(sheet => sheet.Account.Id == "a").RestFor(null, Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_lane_hears_once_what_the_provider_should_stop()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 2), None);
        var lane = await LaneOf("a", paceMs: 0);
        var (stops, goesOn) = (await Submitted(lane, "op-1"), await Submitted(lane, "op-2"));
        await Store.CancelAsync("run-a", None);
        Assert.Equal(["a"], (await Store.LanesWithWorkAsync(["scripted"], None)).Select(work => work.Account));
        Assert.Equal(["op-1", "op-2"], (await Store.KeepLaneAsync(lane, Samples.Lease, None))!.Cancelled.Select(shot => shot.Operation));

        await Store.StoppedAsync(stops.Attempt, true, None);
        await Store.StoppedAsync(goesOn.Attempt, false, None);
        Assert.Empty((await Store.KeepLaneAsync(lane, Samples.Lease, None))!.Cancelled);
        Assert.Empty(await Store.LanesWithWorkAsync(["scripted"], None));

        // The one that was stopped is filmed anew, the other goes on.
        await Store.ResumeAsync("run-a", "me", None);
        Assert.Equal([TakeState.Queued, TakeState.Generating], (await Store.TakesAsync("run-a", None)).Select(take => take.State));
        Assert.NotEqual(stops.Attempt, (await Begin(lane)).Attempt);
    }

    [Fact]
    public async Task A_new_owner_finds_what_the_lane_was_filming()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 4), None);
        var lane = await LaneOf("a", paceMs: 0);
        var downloading = await Submitted(lane, "op-1");
        await Finish(downloading);
        await Deliver(await FinishedOf(await Submitted(lane, "op-2")));
        await Submitted(lane, "op-3");
        await Begin(lane);

        var found = await Store.UnfinishedAsync(lane, None);
        Assert.Equal(
            [(1, TakeState.Downloading, "op-1"), (3, TakeState.Generating, "op-3"), (4, TakeState.Submitting, null)],
            found.Select(shot => (shot.Order.Scene, shot.State, shot.Operation)));
        Assert.All(found, shot => Assert.Equal("me", shot.Owner));

        async Task<Shot> FinishedOf(Shot shot)
        {
            await Finish(shot);
            return shot;
        }
    }

    [Fact]
    public async Task Generation_times_are_remembered_by_model()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 2, model: "big"), None);
        var lane = await LaneOf("a", paceMs: 0);
        foreach (var seconds in new[] { 5, 7 })
        {
            var shot = await Submitted(lane, $"op-{seconds}");
            Time.Advance(TimeSpan.FromSeconds(seconds));
            await Finish(shot);
        }

        Assert.Equal([new Latency("big", TimeSpan.FromSeconds(7)), new("big", TimeSpan.FromSeconds(5))], await Store.LatenciesAsync("a", 9, None));
    }

    [Fact]
    public async Task A_generation_that_nobody_watched_all_the_time_teaches_nothing()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 1, model: "big"), None);
        var shot = await Submitted(await LaneOf("a", paceMs: 0), "op-1");
        Time.Advance(TimeSpan.FromHours(8));
        await Finish(shot, await Retake("a", Me), seenThrough: false);

        Assert.Empty(await Store.LatenciesAsync("a", 9, None));
    }
}
