using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Hosting;
using Rushes.Engine.Shooting.Lanes;
using Rushes.Engine.Shooting.Runs;
using Rushes.Film;
using Rushes.Film.Takes;
using Rushes.Storage.Sqlite;
using Rushes.Tests.Shooting.Shared;
using Rushes.Tests.Shooting.Simulation;

namespace Rushes.Integration.Shooting;

public sealed class QuartzLaneHostTests : IAsyncDisposable
{
    private readonly SqliteStudioStore _store = SqliteStudioStore.InMemory(TimeProvider.System);
    private readonly MemoryFiles _files = new();
    private readonly LaneFaults _faults = new(TimeProvider.System, NullLoggerFactory.Instance);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task It_films_with_every_account_that_has_work_and_ends_when_disposed()
    {
        var provider = new ScriptedProvider(TimeProvider.System, _files) { AnswersAfter = TimeSpan.FromMilliseconds(5), DownloadsIn = TimeSpan.FromMilliseconds(5) };
        provider.Generates(TimeSpan.FromMilliseconds(300));
        foreach (var account in (string[])["a", "b", "c"])
            await _store.SaveAccountAsync(Samples.Account(account, slots: 1, paceMs: 0), default);
        await using var shoots = Shoots(provider);
        await shoots.OpenAsync(default);
        var run = await shoots.StartAsync(StudioSet.Plan(9), default);
        var ending = await shoots.FinishAsync(run.Id, TimeSpan.FromMinutes(1), default);

        Assert.Equal((RunState.Finished, 9), (ending.Run.State, ending.Run.Count(TakeState.Ready)));
        Assert.Equal(3, provider.Operations.Select(operation => operation.Account).Distinct().Count());
        var closing = Stopwatch.GetTimestamp();
        await shoots.DisposeAsync();
        Assert.True(Stopwatch.GetElapsedTime(closing) < TimeSpan.FromSeconds(10));
        Assert.All(await _store.AccountsAsync(default), sheet => Assert.Null(sheet.Owner));
    }

    [Fact]
    public async Task What_breaks_a_lane_is_told_to_whoever_waits_and_never_swallowed()
    {
        var provider = new ScriptedProvider(TimeProvider.System, _files);
        provider.Generates(TimeSpan.Zero);
        await _store.SaveAccountAsync(Samples.Account("a"), default);
        await using var shoots = Shoots(provider, new FullDisk());
        var run = await shoots.StartAsync(StudioSet.Plan(1), default);
        var problem = await Assert.ThrowsAsync<MistakeException>(() => shoots.FinishAsync(run.Id, TimeSpan.FromMinutes(1), default));
        Assert.Equal("shooting.store-full", problem.Mistake.Code);
    }

    private Shoots Shoots(ScriptedProvider provider, Engine.Shooting.ITakeFiles? files = null)
    {
        var tools = new LaneTools(
            _store, new([provider]), files ?? _files, _files, new MemoryEnlarger(TimeProvider.System, _files), new Somebody("me"), TimeProvider.System, new LaneOptions(), NullLoggerFactory.Instance);
        return new(tools, new QuartzLaneHost(new(tools), new(tools, _faults), _faults, NullLoggerFactory.Instance), _faults);
    }

    /// <summary>A disk on which nothing can be begun.</summary>
    private sealed class FullDisk : Engine.Shooting.ITakeFiles
    {
        private readonly MemoryFiles _disk = new();

        public string ClipOf(string project, int scene, int take) => _disk.ClipOf(project, scene, take);

        public string PartOf(string project, int scene, int take) => throw Mistake.Machine("shooting.store-full", "/").AsException();

        public string LargePartOf(string project, int scene, int take) => PartOf(project, scene, take);

        public bool Exists(string file) => false;

        public long Length(string file) => 0;

        public void Discard(string part)
        {
        }

        public void Keep(string part, string clip)
        {
        }

        public void Replace(string part, string clip)
        {
        }

        public Task WriteNotesAsync(string clip, Engine.Shooting.TakeNotes notes, CancellationToken cancellation) => Task.CompletedTask;

        public int HighestTake(string project, int scene) => 0;
    }
}
