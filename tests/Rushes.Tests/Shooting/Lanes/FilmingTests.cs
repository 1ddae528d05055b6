using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Shooting.Lanes;

public sealed class FilmingTests
{
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
}
