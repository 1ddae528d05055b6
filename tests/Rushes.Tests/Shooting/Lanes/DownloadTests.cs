using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Watching;
using Rushes.Film;
using Rushes.Film.Takes;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Tests.Shooting.Lanes;

/// <summary>A failed download is a failed download, never a reason to generate again.</summary>
public sealed class DownloadTests
{
    private static readonly Delivery Whole = new Delivery.Delivered(ScriptedProvider.ClipBytes);

    [Theory]
    [InlineData("refused")]
    [InlineData("throws")]
    [InlineData("cut off")]
    [InlineData("not a video")]
    public void A_broken_download_is_tried_again_after_5_10_20_and_40_seconds(string how) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        var tries = new List<TimeSpan>();
        set.Provider.OnDownload = operation =>
        {
            tries.Add(stage.Time.Elapsed);
            var broken = tries.Count <= 4;
            (operation.ArrivesCut, operation.ArrivesBroken) = (broken && how == "cut off", broken && how == "not a video");
            return !broken || how is "cut off" or "not a video" ? Whole : how == "throws" ? throw new IOException("reset") : new Delivery.Broken("403");
        };
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(1));

        Assert.Equal((TakeState.Ready, 1), (Assert.Single(takes).State, set.Provider.Operations.Count));
        var gaps = tries.Zip(tries.Skip(1), (first, second) => Math.Round((second - first).TotalSeconds));
        Assert.Equal([5, 10, 20, 40], gaps);
        Assert.Equal(4, (await set.EventsAsync(ending.Run.Id)).OfType<DownloadFailed>().Count());
        set.AssertNothingHalf(takes);
    });

    [Fact]
    public void A_clip_that_never_arrives_fails_the_take_and_resuming_downloads_it_without_generating_again() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.OnDownload = _ => new Delivery.Broken("503");
        var (ending, takes) = await set.FilmAsync(StudioSet.Plan(1));
        Assert.Equal((TakeState.Failed, Troubles.Download), (Assert.Single(takes).State, takes[0].Trouble!.Code));
        Assert.Equal(5, set.Provider.Operations[0].Downloads);
        Assert.Empty(set.Files.Clips);

        set.Provider.OnDownload = _ => Whole;
        var later = new StudioProcess(set, "later");
        await later.Shoots.ResumeAsync(ending.Run.Id, default);
        await later.Shoots.FinishAsync(ending.Run.Id, TimeSpan.Zero, default);
        Assert.Equal((TakeState.Ready, 1), (Assert.Single(await set.TakesAsync(ending.Run.Id)).State, set.Provider.Operations.Count));
    });

    [Fact]
    public void A_full_disk_costs_no_clip_and_resuming_brings_it_home_when_there_is_room() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Files.IsFull = true;
        var full = await Assert.ThrowsAsync<MistakeException>(() => set.FilmAsync(StudioSet.Plan(2)));
        Assert.Equal(FullDisk.Mistake, full.Mistake);
        Assert.Empty(set.Files.Clips);

        set.Files.IsFull = false;
        var run = Assert.Single(await set.Store.RunsAsync(default)).Id;
        var later = new StudioProcess(set, "later");
        await later.Shoots.ResumeAsync(run, default);
        await later.Shoots.FinishAsync(run, TimeSpan.Zero, default);
        Assert.All(await set.TakesAsync(run), take => Assert.Equal((TakeState.Ready, 1), (take.State, take.Attempts)));
        Assert.Equal(2, set.Provider.Operations.Count);
    });

    [Theory]
    [InlineData(false, TakeState.Failed, 1)]
    [InlineData(true, TakeState.Ready, 2)]
    public void A_clip_that_is_gone_is_filmed_again_only_where_that_is_free(bool local, TakeState ends, int operations) => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Provider.Traits = set.Provider.Traits with { IsLocal = local };
        set.Provider.OnDownload = operation => operation.Id == "op-1" ? new Delivery.Gone("deleted") : Whole;
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(1));
        Assert.Equal((ends, operations), (Assert.Single(takes).State, set.Provider.Operations.Count));
    });

    [Fact]
    public void At_most_five_clips_arrive_at_once_and_polling_goes_on_meanwhile() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a", slots: 30, paceMs: 0), Samples.Account("b", slots: 30, paceMs: 0));
        set.Provider.DownloadsIn = TimeSpan.FromSeconds(20);
        var polledWhile = false;
        set.Provider.OnPoll = operation =>
        {
            polledWhile |= set.Provider.Arriving > 0;
            return ScriptedProvider.Usual(operation, TimeSpan.FromSeconds(operation.Scene == 24 ? 30 : 5));
        };
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(24));

        Assert.All(takes, take => Assert.Equal(TakeState.Ready, take.State));
        Assert.Equal(5, set.Provider.MostArriving);
        Assert.True(polledWhile);
    });

    [Fact]
    public void A_clip_that_has_its_name_already_is_checked_and_kept_without_another_download() => Stage.Play(async stage =>
    {
        var set = new StudioSet(stage, Samples.Account("a"));
        set.Files.Write(set.Files.ClipOf(Samples.Project, 1, 1), ScriptedProvider.ClipBytes);
        var (_, takes) = await set.FilmAsync(StudioSet.Plan(1));
        Assert.Equal((TakeState.Ready, 0), (Assert.Single(takes).State, set.Provider.Operations[0].Downloads));
    });
}
