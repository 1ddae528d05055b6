using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Film.Takes;

namespace Rushes.Studio.Live;

/// <summary>A phase of a film, and how far it is: what it has, what is done for it, or what it waits for.</summary>
/// <param name="Id"><c>brief</c>, <c>script</c>, <c>storyboard</c>, <c>shoot</c>, <c>takes</c> or <c>cut</c>.</param>
/// <param name="Words">In the user's language, two or three words.</param>
public sealed record Phase(string Id, PhaseState State, string Words)
{
    /// <summary>All of them in the order of the work. Each needs what the one before it makes.</summary>
    public static IReadOnlyList<Phase> Of(RoomView room)
    {
        ArgumentNullException.ThrowIfNull(room);
        var (scenes, ready) = (room.Scenes.Count, room.Scenes.Count(scene => scene.State == TakeState.Ready));
        return [Brief(room), Script(room), Storyboard(scenes, ready), Shoot(room, scenes, ready), Takes(room), Cut(room, scenes, ready)];
    }

    private static Phase Brief(RoomView room) =>
        new("brief", PhaseState.Done, Sentence.Of("studio.phase-brief", room.Project.Brief.Duration, room.Project.Brief.Aspect.ToString()));

    private static Phase Script(RoomView room) => room switch
    {
        { Hand: { IsOver: false, Stage: FilmStage.Writing } } => new("script", PhaseState.Now, Sentence.Of("studio.phase-writing")),
        { Script: { } script } => new("script", PhaseState.Done, Sentence.Of("studio.phase-scenes", script.Scenes.Count)),
        _ => new("script", PhaseState.Waits, Sentence.Of("studio.phase-no-script")),
    };

    private static Phase Storyboard(int scenes, int ready) => scenes == 0
        ? new("storyboard", PhaseState.Waits, Sentence.Of("studio.phase-needs-script"))
        : new("storyboard", ready == scenes ? PhaseState.Done : PhaseState.Waits, Sentence.Of("studio.phase-pictures", ready, scenes));

    private static Phase Shoot(RoomView room, int scenes, int ready) => room switch
    {
        { Hand: { IsOver: false, Stage: FilmStage.Asking } } => new("shoot", PhaseState.Now, Sentence.Of("studio.stage-asking")),
        { Hand: { IsOver: false, Stage: FilmStage.Voicing } } => new("shoot", PhaseState.Now, Sentence.Of("studio.stage-voicing")),
        { Hand: { IsOver: false, Stage: FilmStage.Shooting } } => new("shoot", PhaseState.Now, Sentence.Of("studio.phase-filming", ready, scenes)),
        _ when scenes == 0 => new("shoot", PhaseState.Waits, Sentence.Of("studio.phase-needs-script")),
        { StaleScenes: > 0 and var stale } => new("shoot", PhaseState.Waits, Sentence.Of("studio.phase-stale", stale)),
        _ when ready == scenes => new("shoot", PhaseState.Done, Sentence.Of("studio.phase-filmed", ready, scenes)),
        _ when room.Scenes.All(scene => scene.Takes.Count == 0) => new("shoot", PhaseState.Waits, Sentence.Of("studio.phase-needs-you")),
        _ => new("shoot", PhaseState.Waits, Sentence.Of("studio.phase-filmed", ready, scenes)),
    };

    private static Phase Takes(RoomView room)
    {
        var takes = room.Scenes.SelectMany(scene => scene.Takes).ToList();
        var unknown = takes.Count(take => take.State == TakeState.Unknown);
        return unknown > 0 ? new("takes", PhaseState.Now, Sentence.Of("studio.phase-unknown", unknown))
            : takes.Count > 0 ? new("takes", PhaseState.Done, Sentence.Of("studio.phase-takes", takes.Count))
            : new("takes", PhaseState.Waits, Sentence.Of("studio.phase-needs-shoot"));
    }

    private static Phase Cut(RoomView room, int scenes, int ready) => room switch
    {
        { Hand: { IsOver: false, Stage: FilmStage.Cutting } } => new("cut", PhaseState.Now, Sentence.Of("studio.stage-cutting")),
        { HasFilm: true, StaleScenes: > 0 } => new("cut", PhaseState.Waits, Sentence.Of("studio.phase-film-stale")),
        { HasFilm: true } => new("cut", PhaseState.Done, Sentence.Of("studio.phase-film")),
        _ when scenes > ready => new("cut", PhaseState.Waits, Sentence.Of("studio.phase-needs-scenes", scenes - ready)),
        _ => new("cut", PhaseState.Waits, Sentence.Of(scenes == 0 ? "studio.phase-needs-script" : "studio.phase-needs-you")),
    };
}
