using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Film;
using Rushes.Film.Takes;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Shooting.Lanes;

/// <summary>What the machine lacks and the user can mend is nobody's failure: the run stops with a sentence, no try is lost, and resuming goes on.</summary>
public sealed class HaltTests
{
    [Fact]
    public void An_operation_that_the_machine_halts_stands_and_goes_on_when_resumed() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnPoll = _ => new OperationStatus.Halted(FullDisk.Mistake);
        var full = await Assert.ThrowsAsync<MistakeException>(() => set.FilmAsync(StudioSet.Plan(2)));
        Assert.Equal(FullDisk.Mistake, full.Mistake);

        set.Provider.Generates(TimeSpan.FromSeconds(5));
        Assert.All(await ResumeAsync(set), take => Assert.Equal((TakeState.Ready, 1), (take.State, take.Attempts)));
        Assert.Equal(2, set.Provider.Operations.Count);
    });

    [Fact]
    public void A_submission_that_the_machine_halts_leaves_its_take_waiting() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnSubmit = (_, _, _) => new SubmitAct.Halts(FullDisk.Mistake);
        await Assert.ThrowsAsync<MistakeException>(() => set.FilmAsync(StudioSet.Plan(2)));

        set.Provider.OnSubmit = (_, _, _) => SubmitAct.Accept;
        Assert.All(await ResumeAsync(set), take => Assert.Equal(TakeState.Ready, take.State));
        Assert.Equal(2, set.Provider.Operations.Count);
    });

    [Fact]
    public void In_one_process_a_mended_machine_is_not_held_against_the_next_try() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        var process = new StudioProcess(set, "studio");
        set.Provider.OnPoll = _ => new OperationStatus.Halted(FullDisk.Mistake);
        var run = (await process.Shoots.StartAsync(StudioSet.Plan(1), default)).Id;
        await Assert.ThrowsAsync<MistakeException>(() => process.Shoots.FinishAsync(run, TimeSpan.Zero, default));

        set.Provider.Generates(TimeSpan.FromSeconds(5));
        await process.Shoots.ResumeAsync(run, default);
        await process.Shoots.FinishAsync(run, TimeSpan.Zero, default);
        Assert.Equal(TakeState.Ready, Assert.Single(await set.TakesAsync(run)).State);
        await process.Shoots.DisposeAsync();
    });

    [Fact]
    public void Resuming_gives_a_take_in_work_all_its_tries_again() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        var failed = new OperationStatus.Refused(new(RefusalKind.FailedAtProvider, "something"));
        set.Provider.OnPoll = operation => operation.Number <= 2 ? failed : new OperationStatus.Halted(FullDisk.Mistake);
        await Assert.ThrowsAsync<MistakeException>(() => set.FilmAsync(StudioSet.Plan(1)));

        set.Provider.OnPoll = operation => operation.Number <= 4 ? failed : new OperationStatus.Finished();
        var take = Assert.Single(await ResumeAsync(set));
        Assert.Equal((TakeState.Ready, 5), (take.State, take.Attempts));
    });

    private static async Task<List<TakeSheet>> ResumeAsync(StudioSet set)
    {
        var run = Assert.Single(await set.Store.RunsAsync(default)).Id;
        var later = new StudioProcess(set, "later");
        await later.Shoots.ResumeAsync(run, default);
        await later.Shoots.FinishAsync(run, TimeSpan.Zero, default);
        return await set.TakesAsync(run);
    }
}
