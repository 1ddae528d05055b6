using Rushes.Engine.Shooting.Prompts;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Shooting.Lanes;

public sealed class FilmingTests
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    [Fact]
    public void Every_scene_is_submitted_once_and_becomes_a_clip_with_notes() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(6));

        Assert.IsType<RunEnding.Ended>(ending);
        Assert.Equal(RunState.Finished, ending.Run.State);
        Assert.All(takes, take => Assert.Equal(TakeState.Ready, take.State));
        Assert.Equal([1, 2, 3, 4, 5, 6], set.Provider.Operations.Select(operation => operation.Scene));
        set.AssertNothingHalf(takes);
        var notes = set.Files.Notes[takes[0].Clip!.Path];
        Assert.Equal(("scripted", "A", "op-1", 41L, takes[0].Digest), (notes.Provider, notes.AccountName, notes.Operation, notes.Seed, notes.Digest));
        Assert.Equal(0.1m, takes[0].Cost!.Amount);
    });

    [Fact]
    public void A_provider_gets_what_was_worded_for_it_and_the_notes_keep_it() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        var heard = new List<Engine.Shooting.ShotOrder>();
        set.Provider.OnSubmit = (order, _, _) =>
        {
            heard.Add(order);
            return SubmitAct.Accept;
        };
        var plan = StudioSet.Plan(1);
        var sent = new SentPrompt("A kitten. Rain.", "dogs", [new("/kitten.png", "abc")]);
        var (_, takes) = await set.FilmAsync(plan with
        {
            Orders = [plan.Orders[0] with { Sent = new Dictionary<string, SentPrompt> { ["scripted"] = sent, ["another"] = sent with { Text = "Another." } } }],
        });

        Assert.Equal((sent.Text, sent.Negative), (heard[0].Prompt, heard[0].Negative));
        Assert.Equal(sent.References, heard[0].References);
        var notes = set.Files.Notes[takes[0].Clip!.Path];
        Assert.Equal((sent.Text, sent.Negative), (notes.Prompt, notes.Negative));
        Assert.Equal(sent.References, notes.References);
    });

    [Fact]
    public void The_pace_counts_from_start_to_start_and_submissions_overlap_on_an_account_that_has_filmed_before() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 10));
        await set.FilmAsync(StudioSet.Plan(1));
        set.Provider.Calls.Clear();
        set.Provider.AnswersAfter = TimeSpan.FromSeconds(2);
        await set.FilmAsync(StudioSet.Plan(5));

        Assert.Equal([1, 2, 3, 4, 5], set.Provider.Calls.Select(call => call.Scene));
        var gaps = set.Provider.Calls.Zip(set.Provider.Calls.Skip(1), (first, second) => second.At - first.At);
        Assert.All(gaps, gap => Assert.InRange(gap, Pace, Pace + TimeSpan.FromMilliseconds(1)));
    });

    [Fact]
    public void The_pace_holds_though_a_commit_takes_longer_now_and_then() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 10));
        var life = new Life();
        var process = new StudioProcess(set, "me", life);
        life.FreezeAfter("BeginAttemptAsync", set.Time, TimeSpan.FromMilliseconds(400));
        var run = await process.Shoots.StartAsync(StudioSet.Plan(4), default);
        await process.Shoots.FinishAsync(run.Id, TimeSpan.Zero, default);

        Assert.True(life.Froze);
        Assert.Equal(4, set.Provider.Calls.Count);
        Assert.All(set.Provider.Calls.Zip(set.Provider.Calls.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= Pace));
    });

    [Fact]
    public void No_account_has_more_in_flight_than_its_slots() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 2, paceMs: 0), Samples.Account("b", slots: 3, paceMs: 0));
        await set.FilmAsync(StudioSet.Plan(17));

        foreach (var (account, slots) in new[] { ("a", 2), ("b", 3) })
        {
            var own = set.Provider.Operations.Where(operation => operation.Account == account).ToList();
            var most = own.Max(at => own.Count(other => other.Since <= at.Since && other.Since + other.SeenFinished > at.Since));
            Assert.Equal(slots, most);
        }
    });

    [Fact]
    public void A_quota_group_shares_its_slots_and_its_pace() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 3, group: "team"), Samples.Account("b", slots: 3, group: "team"));
        await set.FilmAsync(StudioSet.Plan(9));

        var all = set.Provider.Operations;
        Assert.True(all.Max(at => all.Count(other => other.Since <= at.Since && other.Since + other.SeenFinished > at.Since)) <= 3);
        Assert.All(set.Provider.Calls.Zip(set.Provider.Calls.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= Pace));
    });

    [Fact]
    public void A_lane_polls_and_brings_home_while_it_still_submits() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 100, paceMs: 2000));
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(8));

        var last = set.Provider.Calls[^1].At;
        Assert.True(takes.Count(take => take.ReadyAt - ManualTime.Start < last) >= 3);
    });

    [Fact]
    public void The_quicker_account_films_more() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("quick", slots: 2, paceMs: 0), Samples.Account("slow", slots: 2, paceMs: 0));
        set.Provider.OnPoll = operation => operation.Age < TimeSpan.FromSeconds(operation.Account == "slow" ? 40 : 10)
            ? new Engine.Shooting.OperationStatus.Generating()
            : new Engine.Shooting.OperationStatus.Finished();
        await set.FilmAsync(StudioSet.Plan(20));

        var quick = set.Provider.Operations.Count(operation => operation.Account == "quick");
        Assert.InRange(quick, 14, 18);
    });

    [Fact]
    public void Copies_are_takes_with_other_seeds_filmed_after_every_scene_had_its_first() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 1, paceMs: 0));
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(2, copies: 3));

        Assert.Equal([1, 2, 1, 2, 1, 2], set.Provider.Operations.Select(operation => operation.Scene));
        Assert.Equal([(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)], takes.Select(take => (take.Scene, take.Take)));
        Assert.Equal(6, takes.Select(take => take.Seed).Distinct().Count());
        Assert.Equal(2, takes.Select(take => take.Digest).Distinct().Count());
    });

    [Theory]
    [InlineData(1, 9.7)]
    [InlineData(2, 7.2)]
    [InlineData(3, 6.7)]
    [InlineData(5, 5.7)]
    [InlineData(10, 5.2)]
    public void Ten_scenes_are_filmed_close_to_the_floor(int accounts, double floor) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, [.. Enumerable.Range(0, accounts).Select(i => Samples.Account($"a{i}", slots: 20))]);
        set.Provider.DownloadsIn = TimeSpan.Zero;
        set.Provider.Generates(set.Provider.AnswersAfter + TimeSpan.FromSeconds(5));
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(10));

        var took = (takes.Max(take => take.ReadyAt)!.Value - ManualTime.Start).TotalSeconds;
        Assert.InRange(took, floor, (floor * 1.05) + 0.3);
    });

    [Fact]
    public void Every_change_is_told_in_order() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        var (ending, _) = await set.FilmAsync(StudioSet.Plan(1));

        var told = (await set.EventsAsync(ending.Run.Id)).Where(happening => happening is not TakeProgress).Select(happening => happening.GetType()).ToList();
        Type[] expected = [typeof(RunStarted), typeof(LaneOpened), typeof(TakeStarted), typeof(TakeSubmitted), typeof(TakeArriving), typeof(TakeReady), typeof(RunFinished)];
        Assert.Equal(expected, told.Where(expected.Contains));
        Assert.Contains(await set.EventsAsync(ending.Run.Id), happening => happening is TakeProgress { Progress: > 0.5 });
    });

    [Fact]
    public void Whoever_watches_hears_all_of_it_from_any_place() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        var process = new StudioProcess(set, "me");
        var run = await process.Shoots.StartAsync(StudioSet.Plan(3), CancellationToken.None);
        var heard = new List<RecordedEvent>();
        await foreach (var recorded in process.Shoots.WatchAsync(run.Id, 2, CancellationToken.None))
            heard.Add(recorded);
        await process.Shoots.DisposeAsync();

        Assert.IsType<RunFinished>(heard[^1].Event);
        Assert.Equal(Enumerable.Range(3, heard.Count).Select(number => (long)number), heard.Select(recorded => recorded.Sequence));
        Assert.Equal(3, heard.Count(recorded => recorded.Event is TakeReady));
    });
}
