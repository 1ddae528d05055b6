using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Tests.Shooting.Shared;

public abstract partial class StudioStoreContract
{
    [Fact]
    public async Task A_new_home_has_this_machine_as_an_account()
    {
        var sheet = Assert.Single(await Store.AccountsAsync(None));
        Assert.Equal(("this-machine", "animatic", 0), (sheet.Account.Id, sheet.Account.Provider, sheet.Account.Limits.SubmitIntervalMs));
        Assert.True(sheet.Account.Enabled);
        Assert.Equal(Math.Max(1, Environment.ProcessorCount / 2), sheet.Account.Limits.MaxInFlight);
    }

    [Fact]
    public async Task An_account_is_added_changed_and_removed_by_its_id()
    {
        var account = Samples.Account("a", group: "team") with { ProjectId = "p-1", BaseUrl = "https://gate.example" };
        await Store.SaveAccountAsync(account, None);
        await Store.SaveAccountAsync(account with { Name = "Renamed", Enabled = false }, None);

        var sheet = (await Store.AccountsAsync(None)).Single(sheet => sheet.Account.Id == "a");
        Assert.Equal(account with { Name = "Renamed", Enabled = false }, sheet.Account);
        Assert.Equal("team", sheet.Group);
        Assert.Equal(Removal.Removed, await Store.RemoveAccountAsync("a", None));
        Assert.Equal(Removal.NotThere, await Store.RemoveAccountAsync("a", None));
    }

    [Fact]
    public async Task A_run_keeps_its_orders_to_the_letter()
    {
        var order = Samples.Order() with
        {
            Negative = "blur \"quotes\" 🎬\n</script>",
            Lines = [new("Mèo", "Meo?", 0.5, 1.25, "/voice/01.wav")],
            Captions = [new(0.5, 1.25, "Mèo", "Meo?")],
            Cast = [new() { Name = "Mèo", VisualIdentity = "a small grey kitten" }],
            Card = new("Hook", ["/p/front.jpg"], "Tea", Price: "249.000đ"),
            Picture = new("/p/a.png", "rain", "push-in", 2.5),
        };
        await Store.CreateRunAsync(Samples.Run() with { Takes = [Samples.New(order)] }, None);

        var kept = await Store.OrderAsync((await Take(1)).Id, None);
        Assert.Equivalent(order with { Take = 1 }, kept, strict: true);
        Assert.Equal((order.Aspect, order.Size, order.Rate, order.Shot.Prompt), (kept!.Aspect, kept.Size, kept.Rate, kept.Shot.Prompt));
    }

    [Fact]
    public async Task Take_numbers_go_on_over_the_runs_of_a_project_and_above_its_files()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        await Store.CreateRunAsync(Samples.Run("run-b") with { Takes = [Samples.New(Samples.Order(1)), Samples.New(Samples.Order(2)) with { AboveTake = 7 }] }, None);
        await Store.CreateRunAsync(Samples.Run("run-c", scenes: 1, project: "/films/other"), None);

        Assert.Equal([(1, 2), (2, 8)], (await Store.TakesAsync("run-b", None)).Select(take => (take.Scene, take.Take)));
        Assert.Equal([(1, 1)], (await Store.TakesAsync("run-c", None)).Select(take => (take.Scene, take.Take)));
        Assert.Equal(5, (await Store.TakesOfProjectAsync(Samples.Project, None)).Count);
        Assert.Equal([(2, 1), (2, 8)], (await Store.TakesOfSceneAsync(Samples.Project, 2, None)).Select(take => (take.Scene, take.Take)));
    }

    [Fact]
    public async Task Runs_are_listed_with_their_takes_the_newest_first()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        Time.Advance(TimeSpan.FromSeconds(1));
        await Store.CreateRunAsync(Samples.Run("run-b", scenes: 2), None);
        await Begin(await LaneOf("a"));
        await Store.MarkCutAsync("run-b", "/film.mp4", None);

        var runs = await Store.RunsAsync(None);
        Assert.Equal(["run-b", "run-a"], runs.Select(run => run.Id));
        Assert.Equal("/film.mp4", runs[0].Film);
        Assert.Equal((2, 1, 3), (runs[1].Count(TakeState.Queued), runs[1].Count(TakeState.Submitting), runs[1].Open));
        Assert.Equal(ManualTime.Start + TimeSpan.FromSeconds(1), runs[1].FirstSubmission);
        Assert.Null(await Store.RunAsync("no such run", None));
    }

    [Fact]
    public async Task Events_have_gapless_sequences_and_are_read_from_any_place()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        await Store.CreateRunAsync(Samples.Run("run-b"), None);
        for (var i = 0; i < 5; i++)
        {
            await Store.NoteAsync("run-a", new TakeProgress(1, 1, i / 10.0), None);
            await Store.NoteAsync("run-b", new TakeProgress(1, 1, i / 10.0), None);
        }

        var all = await Store.EventsAsync("run-a", 0, 100, None);
        Assert.Equal(Enumerable.Range(1, 6).Select(number => (long)number), all.Select(recorded => recorded.Sequence));
        Assert.IsType<RunStarted>(all[0].Event);
        Assert.Equal(new TakeProgress(1, 1, 0.2), all[3].Event);
        Assert.Equal([3, 4], (await Store.EventsAsync("run-a", 2, 2, None)).Select(recorded => recorded.Sequence));
        Assert.Empty(await Store.EventsAsync("run-a", 6, 100, None));
    }

    [Fact]
    public async Task Cancelling_stops_what_is_not_generated_and_resuming_takes_it_up()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 5), None);
        var lane = await LaneOf("a", paceMs: 0);
        var downloading = await Submitted(lane, "op-1");
        await Finish(downloading);
        await Submitted(lane, "op-2");
        var submitting = await Begin(lane);

        Assert.Equal(4, await Store.CancelAsync("run-a", None));
        Assert.Equal(RunState.Cancelled, (await Store.RunAsync("run-a", None))!.State);
        Assert.Equal(TakeState.Downloading, (await Take(1)).State);
        Assert.IsType<Beginning.NothingQueued>(await Store.BeginAttemptAsync(lane, 9, None));

        // The answer to a submission that was out when the user cancelled is kept.
        Assert.Equal(Recorded.Kept, await Store.RecordOperationAsync(submitting.Attempt, "op-3", None));
        Assert.Equal(TakeState.Cancelled, (await Take(3)).State);

        Assert.Equal(5, await Store.ResumeAsync("run-a", "me", None));
        Assert.Equal(
            [TakeState.Downloading, TakeState.Generating, TakeState.Generating, TakeState.Queued, TakeState.Queued],
            (await Store.TakesAsync("run-a", None)).Select(take => take.State));
        Assert.Null(await Store.CancelAsync("no such run", None));
        Assert.Null(await Store.ResumeAsync("no such run", "me", None));
    }

    [Fact]
    public async Task A_take_cancelled_before_its_answer_came_is_unknown_when_resumed()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 1), None);
        var shot = await Begin(await LaneOf("a"));
        await Store.CancelAsync("run-a", None);
        await Store.ResumeAsync("run-a", "me", None);
        Assert.Equal(TakeState.Unknown, (await Take(1)).State);

        Assert.Equal(Recorded.Generating, await Store.RecordOperationAsync(shot.Attempt, "op-late", None));
        Assert.Equal(TakeState.Generating, (await Take(1)).State);
    }

    [Fact]
    public async Task A_run_that_nobody_waits_for_is_paused_and_not_filmed()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        var lane = await LaneOf("a");
        await Store.LeaveAsync("run-a", "me", None);

        Assert.Equal(RunState.Paused, (await Store.RunAsync("run-a", None))!.State);
        Assert.IsType<Beginning.NothingQueued>(await Store.BeginAttemptAsync(lane, 4, None));
        Assert.Equal(3, await Store.ResumeAsync("run-a", "me", None));
        await Begin(lane);
    }

    [Fact]
    public async Task A_run_goes_on_while_another_process_waits_for_it_and_pauses_when_the_last_one_died()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        await Store.ResumeAsync("run-a", "you", None);
        await Store.PauseForsakenAsync(Me, None);
        await Store.LeaveAsync("run-a", "me", None);
        Assert.Equal(RunState.Filming, (await Store.RunAsync("run-a", None))!.State);

        Me.Bury("you");
        await Store.PauseForsakenAsync(Me, None);
        Assert.Equal(RunState.Paused, (await Store.RunAsync("run-a", None))!.State);
        Assert.IsType<RunPaused>((await Events())[^1]);
    }

    [Fact]
    public async Task A_run_is_finished_with_its_last_take_and_opened_by_a_further_one()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 1), None);
        var lane = await LaneOf("a", paceMs: 0);
        var shot = await Submitted(lane, "op-1");
        await Finish(shot);
        await Deliver(shot);
        Assert.Equal(RunState.Finished, (await Store.RunAsync("run-a", None))!.State);
        Assert.Equal(new RunFinished(1, 0), (await Events())[^1]);

        var again = Assert.Single(await Store.AddTakesAsync("run-a", [Samples.New(Samples.Order()) with { OnlyAccount = "a" }], "me", None));
        Assert.Equal((1, 2, TakeState.Queued), (again.Scene, again.Take, again.State));
        Assert.Equal(RunState.Filming, (await Store.RunAsync("run-a", None))!.State);
        Assert.Equal(again.Id, (await Begin(lane)).Id);
    }

    [Fact]
    public async Task What_failed_is_taken_up_again_but_for_what_was_wrong()
    {
        await Store.CreateRunAsync(Samples.Run(scenes: 4), None);
        var lane = await LaneOf("a", paceMs: 0);
        await Fail(await Begin(lane), new("failed-at-provider"));
        await Fail(await Begin(lane), new("bad-request"));
        var download = await Submitted(lane, "op-3");
        await Finish(download);
        await Store.ChangeAsync(new(download.Id, download.Attempt, [TakeState.Downloading], TakeState.Failed, AttemptState.Done, null), None);
        await Lose(await Begin(lane));
        Assert.Equal(RunState.Finished, (await Store.RunAsync("run-a", None))!.State);

        Assert.Equal(2, await Store.ResumeAsync("run-a", "me", None));
        Assert.Equal(
            [TakeState.Queued, TakeState.Failed, TakeState.Downloading, TakeState.Unknown],
            (await Store.TakesAsync("run-a", None)).Select(take => take.State));

        Task Fail(Shot shot, Trouble trouble) => Store.ChangeAsync(
            new(shot.Id, shot.Attempt, [TakeState.Submitting], TakeState.Failed, AttemptState.Rejected, null) { Trouble = trouble }, None);
    }

    [Fact]
    public async Task A_forgotten_project_leaves_nothing_and_one_in_work_stays()
    {
        await Store.CreateRunAsync(Samples.Run(), None);
        var lane = await LaneOf("a");
        await Submitted(lane, "op-1");
        Assert.False(await Store.ForgetProjectAsync(Samples.Project, None));

        await Store.CancelAsync("run-a", None);
        Assert.True(await Store.ForgetProjectAsync(Samples.Project, None));
        Assert.Empty(await Store.RunsAsync(None));
        Assert.Empty(await Store.TakesOfProjectAsync(Samples.Project, None));
        Assert.True(await Store.ForgetProjectAsync(Samples.Project, None));
    }
}
