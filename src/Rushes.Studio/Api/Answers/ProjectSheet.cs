using Rushes.Film.Briefs;
using Rushes.Studio.Live;

namespace Rushes.Studio.Api.Answers;

/// <summary>A project with its scenes and takes.</summary>
/// <param name="Settings">What was asked for.</param>
/// <param name="Title">Of the script; null where there is none to be read.</param>
/// <param name="Film">Address of the film; null while there is none.</param>
/// <param name="Run">The newest run.</param>
/// <param name="Work">The newest work of this studio on it, also when it is over.</param>
internal sealed record ProjectSheet(
    string Name,
    Workflow Workflow,
    string Idea,
    DateTimeOffset Created,
    SettingsSheet Settings,
    string? Title,
    IReadOnlyList<SceneSheet> Scenes,
    string? Film,
    RunRow? Run,
    WorkSheet? Work)
{
    public static ProjectSheet Of(RoomView room) => new(
        room.Project.Name,
        room.Project.Brief.Workflow,
        room.Project.Brief.Idea,
        room.Project.Created,
        SettingsSheet.Of(room.Project.Brief),
        room.Script?.Title,
        [.. room.Scenes.Select(scene => SceneSheet.Of(room, scene))],
        ProjectRow.FilmOf(room.Project),
        room.Run is { } run ? RunRow.Of(run) : null,
        room.Hand is { } hand ? WorkSheet.Of(hand) : null);
}
