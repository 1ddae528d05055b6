using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Runs;
using Rushes.Film.Takes;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Shooting.Lanes;

/// <summary>Scenes that go on from the last frame of the one before.</summary>
public sealed class ChainTests
{
    [Fact]
    public void A_chained_scene_waits_for_the_clip_before_and_starts_from_its_last_frame() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 4), Samples.Account("b", slots: 4));
        var heard = Hear(set);
        var (ending, takes) = await set.FilmAsync(Chained(4));

        Assert.Equal(RunState.Finished, ending.Run.State);
        Assert.All(takes, take => Assert.Equal(TakeState.Ready, take.State));
        Assert.Equal([1, 2, 3, 4], heard.Select(order => order.Scene));
        Assert.Null(heard[0].FirstFrame);
        for (var scene = 2; scene <= 4; scene++)
        {
            var frame = ChainedFrame.Beside(takes[scene - 2].Clip!.Path);
            Assert.Equal(frame, heard[scene - 1].FirstFrame);
            var notes = set.Files.Notes[takes[scene - 1].Clip!.Path];
            Assert.Equal((frame, "sha of " + Path.GetFileName(frame)), (notes.FirstFrame!.Path, notes.FirstFrame.Sha256));
            Assert.True(takes[scene - 1].SubmittedAt >= takes[scene - 2].ReadyAt, $"scene {scene} was sent before scene {scene - 1} was there");
        }

        Assert.Null(set.Files.Notes[takes[0].Clip!.Path].FirstFrame);
        set.AssertNothingHalf(takes);
    });

    [Fact]
    public void The_next_scene_is_sent_as_soon_as_the_one_before_is_there() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"), Samples.Account("b"));
        var (_, takes) = await set.FilmAsync(Chained(5));
        for (var scene = 2; scene <= 5; scene++)
            Assert.InRange((takes[scene - 1].SubmittedAt - takes[scene - 2].ReadyAt)!.Value.TotalSeconds, 0, 1);
    });

    [Fact]
    public void Scenes_that_are_not_chained_are_not_held_up() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 10));
        await set.FilmAsync(StudioSet.Plan(1));
        set.Provider.Calls.Clear();
        var plan = Chained(2);
        await set.FilmAsync(plan with { Orders = [.. plan.Orders, Samples.Order(3, 3), Samples.Order(4, 4)] });
        Assert.Equal([1, 3, 4, 2], set.Provider.Calls.Select(call => call.Scene));
    });

    [Fact]
    public void A_scene_that_comes_to_nothing_holds_nobody_up_for_ever() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        var heard = Hear(set, order => order.Scene == 2 ? new SubmitAct.Refuses(new(RefusalKind.BadRequest, "no")) : SubmitAct.Accept);
        var (ending, takes) = await set.FilmAsync(Chained(4));

        Assert.Equal(RunState.Finished, ending.Run.State);
        Assert.Equal([TakeState.Ready, TakeState.Failed, TakeState.Ready, TakeState.Ready], takes.Select(take => take.State));
        Assert.Null(heard.Single(order => order.Scene == 3).FirstFrame);
        Assert.NotNull(heard.Single(order => order.Scene == 4).FirstFrame);
        var order = await set.Store.OrderAsync(takes[2].Id, CancellationToken.None);
        Assert.Equal((2, null), (order!.After, order.FirstFrame));
    });

    [Fact]
    public void A_clip_whose_last_frame_cannot_be_read_starts_nothing_and_the_notes_claim_nothing() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Frames.CanRead = false;
        var heard = Hear(set);
        var (_, takes) = await set.FilmAsync(Chained(2));
        Assert.All(takes, take => Assert.Equal(TakeState.Ready, take.State));
        Assert.All(heard, order => Assert.Null(order.FirstFrame));
        Assert.All(takes, take => Assert.Null(set.Files.Notes[take.Clip!.Path].FirstFrame));
    });

    [Fact]
    public void A_picture_of_who_is_seen_gives_way_to_the_first_frame() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        var heard = Hear(set);
        var plan = Chained(2);
        var (_, takes) = await set.FilmAsync(plan with { Orders = [.. plan.Orders.Select(order => order with { References = [new("/lan.png", "abc")] })] });
        Assert.NotNull(heard[0].References);
        Assert.Null(heard[1].References);
        Assert.Null(set.Files.Notes[takes[1].Clip!.Path].References);
    });

    [Fact]
    public void A_retried_scene_starts_from_the_clip_that_it_was_told_to() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        var heard = Hear(set);
        var (_, takes) = await set.FilmAsync(Chained(2));
        var process = new StudioProcess(set, "later");
        var frame = ChainedFrame.Beside(takes[0].Clip!.Path);
        await process.Shoots.AddAsync(takes[0].Run, [Samples.Order(2, 2) with { FirstFrame = frame }], null, CancellationToken.None);
        await process.Shoots.FinishAsync(takes[0].Run, TimeSpan.FromMinutes(1), CancellationToken.None);
        await process.Shoots.DisposeAsync();
        Assert.Equal(frame, heard[^1].FirstFrame);
    });

    [Fact]
    public void What_a_clip_goes_on_from_does_not_make_it_stale()
    {
        var order = Samples.Order(2, 2);
        Assert.Equal(OrderDigest.Of(order), OrderDigest.Of(order with { After = 1, FirstFrame = "/takes/scene-01-take-1.last.png" }));
    }

    [Fact]
    public void A_chain_survives_a_kill_at_any_instant()
    {
        var life = new Life();
        Stage.Play(async stage => await FilmForAsync(new StudioSet(stage, Samples.Account("a")), life));
        Assert.True(life.Steps > 60, $"{life.Steps} steps");
        for (var step = 1; step <= life.Steps; step++)
            KillAt(step);
    }

    /// <summary>The next process goes on: nothing is made twice, and the notes name what was really sent.</summary>
    private static void KillAt(int step) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.Traits = set.Provider.Traits with { CanLookUp = true };
        var life = new Life(step);
        await Task.WhenAny(FilmForAsync(set, life), life.End);
        set.World.Bury("first");
        if (await set.Store.RunsAsync(default) is not [var run])
            return;
        var second = new StudioProcess(set, "second");
        await second.Shoots.ResumeAsync(run.Id, default);
        Assert.IsType<RunEnding.Ended>(await second.Shoots.FinishAsync(run.Id, TimeSpan.FromMinutes(10), default));
        await second.Shoots.DisposeAsync();

        var takes = await set.TakesAsync(run.Id);
        set.AssertNothingHalf(takes);
        Assert.All(takes, take => Assert.True(take.State == TakeState.Ready, $"Killed at step {step}: scene {take.Scene} is {take.State}."));
        Assert.True(set.Provider.Operations.Count == 3, $"Killed at step {step}: {set.Provider.Operations.Count} clips were made.");
        for (var scene = 2; scene <= 3; scene++)
        {
            var frame = ChainedFrame.Beside(takes[scene - 2].Clip!.Path);
            Assert.Equal(frame, set.Provider.Operations.Single(operation => operation.Scene == scene).Order.FirstFrame);
            Assert.Equal(frame, set.Files.Notes[takes[scene - 1].Clip!.Path].FirstFrame?.Path);
        }
    });

    private static async Task FilmForAsync(StudioSet set, Life life)
    {
        var process = new StudioProcess(set, "first", life);
        var run = await process.Shoots.StartAsync(Chained(3), default);
        await process.Shoots.FinishAsync(run.Id, TimeSpan.FromMinutes(10), default);
        await process.Shoots.DisposeAsync();
    }

    private static List<ShotOrder> Hear(StudioSet set, Func<ShotOrder, SubmitAct>? act = null)
    {
        var heard = new List<ShotOrder>();
        set.Provider.OnSubmit = (order, _, _) =>
        {
            heard.Add(order);
            return act?.Invoke(order) ?? SubmitAct.Accept;
        };
        return heard;
    }

    private static ShootPlan Chained(int scenes)
    {
        var plan = StudioSet.Plan(scenes);
        return plan with { Orders = [.. plan.Orders.Select(order => order.Scene == 1 ? order : order with { After = order.Scene - 1 })] };
    }
}
