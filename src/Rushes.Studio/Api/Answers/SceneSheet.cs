using Rushes.Film.Takes;
using Rushes.Studio.Live;

namespace Rushes.Studio.Api.Answers;

/// <summary>A scene with its takes.</summary>
/// <param name="Duration">Seconds on screen.</param>
/// <param name="State">Of the take that speaks for it; null when it was never shot.</param>
/// <param name="Take">That take's number.</param>
internal sealed record SceneSheet(int Scene, double Duration, string Prompt, string? CameraShot, TakeState? State, int? Take, IReadOnlyList<TakeView> Takes)
{
    public static SceneSheet Of(RoomView room, SceneView scene) => new(
        scene.Number,
        scene.Scene.Duration,
        scene.Scene.Prompt,
        scene.Scene.CameraShot,
        scene.State,
        scene.Chosen?.Take,
        [.. scene.Takes.Select(take => TakeView.Of(room.Project.Name, take, room.Project.Picks.TryGetValue(scene.Number, out var picked) && picked == take.Take, scene.Stale.Contains(take.Id)))]);
}
