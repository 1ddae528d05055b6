using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;
using Rushes.Film.Takes;
using Rushes.Integration.EndToEnd;
using Rushes.Integration.Studio;

namespace Rushes.Browser;

/// <summary>A studio with a film of many scenes, filmed in its books alone: what is measured is the studio, not the filming.</summary>
public sealed class CrowdedStudio : OpenStudio
{
    // The most that a script may have.
    public const int Scenes = 450;
    private static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    private readonly List<Lane> _lanes = [];
    private readonly Queue<(int Lane, Shot Shot)> _inFlight = [];
    private IStudioStore _books = null!;
    private IProjectFolders _folders = null!;
    private ReadyClip _clip = null!;

    public string Project { get; private set; } = null!;

    /// <summary>Writes the script and begins its run with three accounts.</summary>
    public async Task CrowdAsync()
    {
        var clip = await Darkroom.ClipAsync(Home["clip.mp4"], 3);
        _clip = new ReadyClip(clip, new FileInfo(clip).Length, Normal: true);
        using var begun = await Browser.PostAsJsonAsync("/api/v1/films/text2video", new
        {
            idea = "Crowd",
            script = new { title = "Crowd", language = "en", scenes = Enumerable.Range(1, Scenes).Select(number => new { prompt = $"Scene {number}: a street at night, rain on the stones, one window lit.", duration = 3 }) },
            script_only = true,
        });
        Assert.True(begun.IsSuccessStatusCode, await begun.Content.ReadAsStringAsync());
        var work = (string)(await begun.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
        await Waiting.ForAsync(async () => (bool)(await Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["over"]!);
        Project = (string)(await Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["project"]!;

        foreach (var account in new[] { "a", "b", "c" })
            await _books.SaveAccountAsync(new() { Id = account, Name = "Account " + account, Provider = "google-flow", Limits = new() { MaxInFlight = 4, SubmitIntervalMs = 0 } }, default);
        var project = _folders.OpenNamed(Project);
        var script = _folders.ReadScript(project);
        await _books.CreateRunAsync(
            new NewRun
            {
                Id = "crowd",
                Project = project.Folder,
                Title = script.Title,
                Providers = ["google-flow"],
                Takes = [.. script.Scenes.Select((scene, index) => new NewTake(OrderOf(project, scene, index + 1), "digest"))],
                Attendant = Here.Instance.Name,
                Lanes = [.. new[] { "a", "b", "c" }.Select(account => new LaneFacts(account, "Account " + account, "google-flow", null, 4, null))],
            },
            default);
        foreach (var account in new[] { "a", "b", "c" })
            _lanes.Add(((LaneClaim.Taken)await _books.TakeLaneAsync(account, Here.Instance, Lease, default)).Lane);
    }

    /// <summary>Begins a take, or brings the oldest of them home where all slots are taken.</summary>
    /// <returns>Whether a take is ready now.</returns>
    public async Task<bool> StepAsync()
    {
        var at = _inFlight.Count % _lanes.Count;
        if (_inFlight.Count < 9 && await _books.BeginAttemptAsync(_lanes[at], 4, default) is Beginning.Begun { Shot: var shot })
        {
            await _books.RecordOperationAsync(shot.Attempt, "operation-" + shot.Attempt, default);
            _inFlight.Enqueue((at, shot));
            return false;
        }

        var (lane, done) = _inFlight.Dequeue();
        var (scene, take) = (done.Order.Scene, done.Order.Take);
        await _books.ChangeAsync(new(done.Id, done.Attempt, [TakeState.Generating], TakeState.Downloading, AttemptState.Submitted, new TakeArriving(scene, take)) { Fence = _lanes[lane] }, default);
        await _books.ChangeAsync(
            new(done.Id, done.Attempt, [TakeState.Downloading], TakeState.Ready, AttemptState.Done, new TakeReady(scene, take, "Account", _clip.Path, _clip.Bytes, true, 3)) { Fence = _lanes[lane], Clip = _clip },
            default);
        return true;
    }

    private protected override void Dress(IServiceCollection services) => services.AddSingleton<IHostedService>(studio =>
    {
        (_books, _folders) = (studio.GetRequiredService<IStudioStore>(), studio.GetRequiredService<IProjectFolders>());
        return new Silent();
    });

    private static ShotOrder OrderOf(Project project, Scene scene, int number) => new()
    {
        Project = project.Folder,
        Scene = number,
        SceneCount = Scenes,
        Take = 1,
        Workflow = Workflow.Text2Video,
        Prompt = scene.Prompt,
        Frames = 90,
        Size = new(540, 960),
        Aspect = project.Brief.Aspect,
        Seed = number,
        Language = "en",
        Style = "cinematic",
        Shot = scene,
    };

    /// <summary>This process, which never ends while anybody asks.</summary>
    private sealed class Here : IPresence
    {
        public static Here Instance { get; } = new();

        public string Name => "crowd";

        public bool IsGone(string name) => false;
    }

    private sealed class Silent : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
