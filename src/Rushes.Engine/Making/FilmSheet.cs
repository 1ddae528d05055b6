using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Voices;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>A film before it is shot: its script with the voices placed, and what each scene is to be filmed from.</summary>
public sealed record FilmSheet(Project Project, Script Script, SpokenFilm Spoken)
{
    /// <summary>The order of a scene's first take; its digest says whether an earlier take still fits.</summary>
    public ShotOrder OrderOf(int scene) => OrderWriter.Write(Project, Script, Spoken.Scenes[scene - 1], 1);

    /// <summary>The orders of all takes of a scene that the brief asks for.</summary>
    public IEnumerable<ShotOrder> OrdersOf(int scene) =>
        Enumerable.Range(1, Project.Brief.Copies).Select(copy => OrderWriter.Write(Project, Script, Spoken.Scenes[scene - 1], copy));

    public IEnumerable<int> SceneNumbers => Enumerable.Range(1, Script.Scenes.Count);
}
