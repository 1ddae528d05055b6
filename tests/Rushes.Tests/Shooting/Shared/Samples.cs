using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Film.Accounts;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Shooting.Shared;

/// <summary>Plain orders, runs and accounts for tests of shooting.</summary>
public static class Samples
{
    public const string Project = "/films/kitten";
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    public static ShotOrder Order(int scene = 1, int of = 3, string? model = null, string project = Project) => new()
    {
        Project = project,
        Scene = scene,
        SceneCount = of,
        Take = 0,
        Workflow = Workflow.Text2Video,
        Prompt = $"A kitten in the rain, shot {scene}",
        Frames = 120,
        Size = new(540, 960),
        Aspect = Aspect.Vertical,
        Seed = 40 + scene,
        Language = "vi",
        Style = "cinematic",
        Model = model,
        Shot = new Scene { Prompt = $"A kitten in the rain, shot {scene}", Duration = 4 },
    };

    public static NewRun Run(
        string id = "run-a",
        int scenes = 3,
        IReadOnlyList<string>? providers = null,
        IReadOnlyList<string>? accounts = null,
        string attendant = "me",
        string project = Project,
        string? model = null) => new()
        {
            Id = id,
            Project = project,
            Title = "Kitten",
            Providers = providers ?? ["scripted"],
            Accounts = accounts ?? [],
            Takes = [.. Enumerable.Range(1, scenes).Select(scene => New(Order(scene, scenes, model, project)))],
            Attendant = attendant,
        };

    public static NewTake New(ShotOrder order) => new(order, OrderDigest.Of(order));

    public static Account Account(string id, int slots = 4, int paceMs = 500, string? group = null, string provider = "scripted", bool enabled = true) => new()
    {
        Id = id,
        Name = id.ToUpperInvariant(),
        Provider = provider,
        Enabled = enabled,
        QuotaGroup = group,
        Limits = new() { MaxInFlight = slots, SubmitIntervalMs = paceMs },
    };
}
