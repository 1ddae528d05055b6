using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Watching;
using Rushes.Film.Accounts;
using Rushes.Film.Takes;
using Rushes.Storage.Sqlite;
using Rushes.Tests.Shooting.Shared;

namespace Rushes.Tests.Shooting.Simulation;

/// <summary>What processes share and what outlives them: the books, the disk, the provider, the clock.</summary>
public sealed class StudioSet
{
    public StudioSet(Stage stage, params IReadOnlyList<Account> accounts)
    {
        Time = stage.Time;
        Store = SqliteStudioStore.InMemory(Time);
        (Provider, Enlarger, Frames) = (new(Time, Files), new(Time, Files), new(Files));
        Providers = [Provider];
        foreach (var account in accounts)
            Store.SaveAccountAsync(account, CancellationToken.None).GetAwaiter().GetResult();
    }

    public ManualTime Time { get; }

    public IStudioStore Store { get; }

    public MemoryFiles Files { get; } = new();

    public MemoryFrames Frames { get; }

    public ScriptedProvider Provider { get; }

    /// <summary>What enlarges clips on the simulated machine.</summary>
    public MemoryEnlarger Enlarger { get; }

    public List<ScriptedProvider> Providers { get; }

    public Somebody World { get; } = new("world");

    public static ShootPlan Plan(int scenes, string provider = "scripted", int copies = 1, string? model = null) => new()
    {
        Project = Samples.Project,
        Title = "Kitten",
        Orders = [.. Enumerable.Range(1, scenes).Select(scene => Samples.Order(scene, scenes, model))],
        Copies = copies,
        Cast = new([provider], [], []),
    };

    public async Task<List<TakeSheet>> TakesAsync(string run) => [.. await Store.TakesAsync(run, CancellationToken.None)];

    public async Task<List<StudioEvent>> EventsAsync(string run) =>
        [.. (await Store.EventsAsync(run, 0, 100_000, CancellationToken.None)).Select(recorded => recorded.Event)];

    /// <summary>Starts a run and waits for its end, in one process.</summary>
    public async Task<(RunEnding Ending, List<TakeSheet> Takes)> FilmAsync(ShootPlan plan, TimeSpan? wait = null)
    {
        var process = new StudioProcess(this, "alone");
        var run = await process.Shoots.StartAsync(plan, CancellationToken.None);
        var ending = await process.Shoots.FinishAsync(run.Id, wait ?? TimeSpan.FromMinutes(10), CancellationToken.None);
        await process.Shoots.DisposeAsync();
        Assert.Null(process.Faults.Mistake);
        return (ending, await TakesAsync(run.Id));
    }

    /// <summary>What must hold at any time and in any story.</summary>
    public void AssertNothingHalf(IEnumerable<TakeSheet> takes)
    {
        Assert.All(Files.Clips, clip => Assert.True(Files.IsWhole(clip), $"{clip} is not whole."));
        Assert.All(takes.Where(take => take.State == TakeState.Ready), take =>
        {
            Assert.True(Files.IsWhole(take.Clip!.Path));
            Assert.True(Files.Notes.ContainsKey(take.Clip.Path));
        });
    }
}
