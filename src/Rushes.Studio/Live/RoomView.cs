using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Film.Accounts;
using Rushes.Film.Scripts;
using Rushes.Film.Takes;

namespace Rushes.Studio.Live;

/// <summary>A project's room at one moment.</summary>
/// <param name="Script">Null when it is missing or broken.</param>
/// <param name="Run">The newest run; null when nothing was shot.</param>
/// <param name="Hand">What this studio is doing for it.</param>
public sealed record RoomView(
    Project Project,
    Script? Script,
    IReadOnlyList<SceneView> Scenes,
    RunSheet? Run,
    Swimlanes Lanes,
    FilmInHand? Hand,
    bool HasFilm)
{
    /// <summary>Scenes with a clip that were changed since.</summary>
    public int StaleScenes => Scenes.Count(scene => scene.IsStale);

    /// <summary>Which state of its brief and script it shows.</summary>
    public string Papers { get; init; } = "";

    public bool IsBusy => Hand is { IsOver: false };

    /// <summary>Takes of which nobody knows whether they were accepted, of the newest run that has any: they are settled together.</summary>
    /// <param name="scene">Null: of all scenes.</param>
    public IReadOnlyList<TakeSheet> UnknownOf(int? scene = null) => Scenes
        .Where(view => scene is null || view.Number == scene)
        .SelectMany(view => view.Takes)
        .Where(take => take.State == TakeState.Unknown)
        .GroupBy(take => take.Run, StringComparer.Ordinal)
        .MaxBy(run => run.Max(take => take.Id)) is { } newest ? [.. newest] : [];

    /// <summary>The accounts that may film further takes of the run.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    /// <summary>What there is to tell of the run, from its events.</summary>
    public IReadOnlyList<NewsLine> Told { get; init; } = [];

    /// <summary>What this studio told, after what was told before it took the work up.</summary>
    public IReadOnlyList<NewsLine> Log
    {
        get
        {
            var before = Told.Where(line => Hand is null || line.At < Hand.BegunAt).ToList();

            // Numbers of the lines before stay below those that are counted from 1.
            return [.. before.Select((line, index) => line with { Number = index - before.Count }), .. Hand?.Lines ?? []];
        }
    }
}
