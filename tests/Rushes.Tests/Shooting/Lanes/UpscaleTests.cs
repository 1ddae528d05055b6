using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Shooting.Lanes;

/// <summary>Larger clips: by the provider where it can, else on this machine, and never at the price of a clip.</summary>
public sealed class UpscaleTests
{
    private const long Large = ScriptedProvider.ClipBytes * MemoryEnlarger.Times;

    [Fact]
    public void Where_the_provider_cannot_the_clip_is_enlarged_here_and_the_notes_say_so() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        var (ending, takes) = await set.FilmAsync(Plan(3));

        Assert.All(takes, take => Assert.Equal((TakeState.Ready, Large, Large), (take.State, take.Clip!.Bytes, set.Files.Length(take.Clip.Path))));
        Assert.All(takes, take => Assert.Equal(new UpscaleNotes("4k", "lanczos"), set.Files.Notes[take.Clip!.Path].Upscale));
        Assert.Equal(new TakeUpscaling(1, 1, "4k", "lanczos"), (await set.EventsAsync(ending.Run.Id)).OfType<TakeUpscaling>().First());
    });

    [Fact]
    public void Where_the_provider_can_it_is_asked_once_for_each_clip_and_its_price_is_added() => Stage.Play(async stage =>
    {
        var set = WithUpscaler(stage);
        var (_, takes) = await set.FilmAsync(Plan(3));

        Assert.Equal(["op-1", "op-2", "op-3"], set.Provider.Enlarges!.Made.Order(StringComparer.Ordinal));
        Assert.All(takes, take => Assert.Equal((TakeState.Ready, Large, 0.15m), (take.State, take.Clip!.Bytes, take.Cost!.Amount)));
        Assert.All(takes, take => Assert.Equal(new UpscaleNotes("4k", "scripted"), set.Files.Notes[take.Clip!.Path].Upscale));
        var attempts = await set.Store.AttemptsAsync(takes[0].Id, default);
        Assert.Equal([(false, AttemptState.Done), (true, AttemptState.Done)], attempts.Select(attempt => (attempt.Upscale, attempt.State)));
    });

    [Fact]
    public void A_model_that_the_provider_cannot_enlarge_is_enlarged_here() => Stage.Play(async stage =>
    {
        var set = WithUpscaler(stage);
        set.Provider.Enlarges!.Can = false;
        var (_, takes) = await set.FilmAsync(Plan(1));

        Assert.Equal("lanczos", set.Files.Notes[Assert.Single(takes).Clip!.Path].Upscale!.By);
        Assert.Empty(set.Provider.Enlarges.Made);
    });

    [Fact]
    public void A_clip_that_is_large_enough_stays_as_it_is() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnDownload = _ => new Delivery.Delivered(Large);
        var (_, takes) = await set.FilmAsync(Plan(1));
        Assert.Equal(new UpscaleNotes("4k", null), set.Files.Notes[Assert.Single(takes).Clip!.Path].Upscale);
    });

    [Theory]
    [InlineData("refused")]
    [InlineData("failed")]
    [InlineData("lost")]
    [InlineData("vanished")]
    [InlineData("endless")]
    [InlineData("this machine")]
    [InlineData("broken disk")]
    public void An_enlargement_that_fails_leaves_the_clip_as_it_was_filmed_with_a_note(string how) => Stage.Play(async stage =>
    {
        var set = how is "this machine" or "broken disk" ? new StudioSet(stage, Samples.Account("a")) : WithUpscaler(stage);
        set.Enlarger.OnEnlarge = _ => how == "broken disk" ? throw new IOException("Input/output error") : new Enlargement.Failed("no such filter");
        if (set.Provider.Enlarges is { } enlarges)
        {
            enlarges.Usual = how == "refused" ? SubmitAct.Refuse(RefusalKind.BadRequest) : how == "lost" ? SubmitAct.AcceptAndDrop : SubmitAct.Accept;
            enlarges.OnPoll = _ => how switch
            {
                "failed" => new OperationStatus.Refused(new(RefusalKind.FailedAtProvider, "internal error")),
                "vanished" => new OperationStatus.Vanished("never heard of it"),
                "endless" => new OperationStatus.Generating(),
                _ => null,
            };
        }

        var (ending, takes) = await set.FilmAsync(Plan(2));
        Assert.All(takes, take => Assert.Equal((TakeState.Ready, ScriptedProvider.ClipBytes), (take.State, take.Clip!.Bytes)));
        Assert.All(takes, take => Assert.NotNull(set.Files.Notes[take.Clip!.Path].Upscale!.Problem));
        Assert.Equal(2, (await set.EventsAsync(ending.Run.Id)).OfType<UpscaleFailed>().Count());
        Assert.Equal(2, set.Provider.Operations.Count);
        Assert.True((set.Provider.Enlarges?.Asked ?? 0) <= 2);
        set.AssertNothingHalf(takes);
    });

    [Fact]
    public void A_throttled_enlargement_waits_for_its_account_and_is_asked_for_again() => Stage.Play(async stage =>
    {
        var set = WithUpscaler(stage);
        set.Provider.Enlarges!.OnUpscale = number => number == 1 ? SubmitAct.Refuse(RefusalKind.Throttled, TimeSpan.FromSeconds(20)) : SubmitAct.Accept;
        var (_, takes) = await set.FilmAsync(Plan(1));

        Assert.Equal(Large, Assert.Single(takes).Clip!.Bytes);
        Assert.Single(set.Provider.Enlarges.Made);
        Assert.True(stage.Time.Elapsed > TimeSpan.FromSeconds(20));
    });

    [Fact]
    public void Enlarging_blocks_neither_polls_nor_downloads_nor_submissions() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 2, paceMs: 0));
        var firstEnlarged = TimeSpan.MaxValue;
        set.Enlarger.OnEnlarge = clip =>
        {
            firstEnlarged = stage.Time.Elapsed < firstEnlarged ? stage.Time.Elapsed : firstEnlarged;
            return null;
        };
        await set.FilmAsync(Plan(6));

        // Three rounds of five seconds and a little: enlarging took none of it.
        Assert.True(set.Provider.Calls[^1].At < TimeSpan.FromSeconds(12.5));
        Assert.True(firstEnlarged < TimeSpan.FromSeconds(7));
    });

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void A_kill_at_any_instant_costs_no_clip_and_pays_for_no_enlargement_twice(bool provider, bool canLookUp)
    {
        var life = new Life();
        Stage.Play(async stage => await FilmFor(SetFor(stage, provider, canLookUp), life));
        Assert.True(life.Steps > 40);
        for (var kill = 1; kill <= life.Steps; kill++)
            KillAt(kill, provider, canLookUp);
    }

    private static void KillAt(int step, bool provider, bool canLookUp) => Stage.Play(async stage =>
    {
        var set = SetFor(stage, provider, canLookUp);
        var life = new Life(step);
        await Task.WhenAny(FilmFor(set, life), life.End);
        set.World.Bury("first");
        var runs = await set.Store.RunsAsync(default);
        if (runs.Count == 0)
            return;
        var second = new StudioProcess(set, "second");
        await second.Shoots.ResumeAsync(runs[0].Id, default);
        Assert.IsType<RunEnding.Ended>(await second.Shoots.FinishAsync(runs[0].Id, TimeSpan.FromMinutes(10), default));
        await second.Shoots.DisposeAsync();

        var takes = await set.TakesAsync(runs[0].Id);
        set.AssertNothingHalf(takes);
        foreach (var take in takes.Where(take => take.State == TakeState.Ready))
        {
            var notes = set.Files.Notes[take.Clip!.Path].Upscale!;
            Assert.True(take.Clip.Bytes == Large || notes.Problem is not null, $"Killed at step {step}: small without a reason.");
            Assert.True(notes.Problem is null || (provider && !canLookUp), $"Killed at step {step}.");
            Assert.Equal(take.Clip.Bytes, set.Files.Length(take.Clip.Path));
        }

        Assert.All(takes, take => Assert.True(take.State is TakeState.Ready || (take.State == TakeState.Unknown && !canLookUp), $"Killed at step {step}."));
        if (set.Provider.Enlarges is { } enlarges)
            Assert.All(enlarges.Made.GroupBy(made => made), made => Assert.True(made.Count() == 1, $"Killed at step {step}: enlarged twice."));
        Assert.All(set.Provider.Operations.GroupBy(made => made.Scene), made => Assert.Single(made));
    });

    private static ShootPlan Plan(int scenes)
    {
        var plan = StudioSet.Plan(scenes);
        return plan with { Orders = [.. plan.Orders.Select(order => order with { Upscale = "4k" })] };
    }

    private static StudioSet WithUpscaler(Stage stage)
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.Enlarges = new(set.Time, set.Files);
        return set;
    }

    private static StudioSet SetFor(Stage stage, bool provider, bool canLookUp)
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 2, paceMs: 100));
        set.Provider.Traits = set.Provider.Traits with { CanLookUp = canLookUp };
        set.Provider.Generates(TimeSpan.FromSeconds(2));
        if (provider)
            set.Provider.Enlarges = new(set.Time, set.Files);
        return set;
    }

    private static async Task FilmFor(StudioSet set, Life life)
    {
        var process = new StudioProcess(set, "first", life);
        var run = await process.Shoots.StartAsync(Plan(2), default);
        await process.Shoots.FinishAsync(run.Id, TimeSpan.FromMinutes(10), default);
        await process.Shoots.DisposeAsync();
    }
}
