using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Film.Scripts;

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
    public bool IsBusy => Hand is { IsOver: false };
}
