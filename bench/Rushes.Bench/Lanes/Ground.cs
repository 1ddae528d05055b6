using Microsoft.Extensions.Logging.Abstractions;
using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Hosting;
using Rushes.Engine.Shooting.Lanes;
using Rushes.Engine.Shooting.Runs;
using Rushes.Film.Accounts;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;
using Rushes.Storage.Home;
using Rushes.Storage.Sqlite;

namespace Rushes.Bench.Lanes;

/// <summary>The engine as the program runs it (SQLite on disk, Quartz), on a home of its own, with a provider of the bench.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("rushes-lanes-").FullName;
    private readonly Presence _presence;
    private readonly LaneFaults _faults;

    /// <summary>Clips are nothing, so that what is measured is the engine.</summary>
    public Ground(IVideoProvider provider)
        : this(provider, new NoFiles(), new NoFiles(), null)
    {
    }

    /// <param name="kinds">How often the provider may be asked; null: as its traits say.</param>
    public Ground(IVideoProvider provider, ITakeFiles files, IClipCheck check, AccountKinds? kinds)
    {
        var (time, logs) = (TimeProvider.System, NullLoggerFactory.Instance);
        Store = SqliteStudioStore.Open(Path.Combine(_home, "rushes.db"), time);
        _presence = new(Path.Combine(_home, "presence"), time);
        _faults = new(time, logs);
        var tools = new LaneTools(Store, new([provider]), files, check, new NoFiles(), _presence, time, new LaneOptions(), logs, kinds: kinds);
        Shoots = new(tools, new QuartzLaneHost(new(tools), new(tools, _faults), _faults, logs), _faults);
        Provider = provider.Name;
    }

    public IStudioStore Store { get; }

    public Shoots Shoots { get; }

    private string Provider { get; }

    public Task AddAsync(string id, int slots, int paceMs, string? baseUrl = null) => Store.SaveAccountAsync(
        new Account { Id = id, Name = id, Provider = Provider, ProjectId = baseUrl is null ? null : id, BaseUrl = baseUrl, Limits = new() { MaxInFlight = slots, SubmitIntervalMs = paceMs } }, default);

    /// <returns>Seconds from the first submission to the last clip, as the books have it.</returns>
    public async Task<double> FilmAsync(int scenes)
    {
        var run = await StartAsync(scenes);
        var ended = (await Shoots.FinishAsync(run.Id, TimeSpan.FromMinutes(2), default)).Run;
        if (ended.Count(Film.Takes.TakeState.Ready) != scenes)
            throw new InvalidOperationException($"Only {ended.Count(Film.Takes.TakeState.Ready)} of {scenes} scenes are ready.");
        return (ended.LastClip - ended.FirstSubmission)!.Value.TotalSeconds;
    }

    public Task<RunSheet> StartAsync(int scenes) => Shoots.StartAsync(
        new ShootPlan
        {
            Project = Path.Combine(_home, "film"),
            Orders = [.. Enumerable.Range(1, scenes).Select(scene => OrderOf(scene, scenes))],
            Cast = new([Provider], [], []),
        },
        default);

    public async ValueTask DisposeAsync()
    {
        await Shoots.DisposeAsync();
        await Store.DisposeAsync();
        _presence.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    private ShotOrder OrderOf(int scene, int scenes) => new()
    {
        Project = Path.Combine(_home, "film"),
        Scene = scene,
        SceneCount = scenes,
        Take = 0,
        Workflow = Workflow.Text2Video,
        Prompt = "A lighthouse in the rain, waves below, seen from the sea",
        Frames = 120,
        Size = new(1080, 1920),
        Aspect = Aspect.Vertical,
        Seed = scene,
        Language = "en",
        Style = "cinematic",
        Shot = new Scene { Prompt = "A lighthouse in the rain", Duration = 4 },
    };
}
