using Rushes.Engine.Making;

namespace Rushes.Studio.Parts;

/// <summary>Where one sees what a work brings.</summary>
internal static class RoomLinks
{
    public static string Of(string project) => "/films/" + Uri.EscapeDataString(project);

    /// <summary>The page that a work leads to, once it is there: of a new film as soon as it has a project, of what is written for a script when it is written.</summary>
    /// <returns>Null while there is nothing to see, and where nothing came of it.</returns>
    public static string? After(FilmInHand film) => film is not { Project: { } project } ? null
        : film.Writes is not { } writes ? Of(project.Name)
        : film.Stage != FilmStage.Done ? null
        : Before(project.Name, writes);

    /// <summary>The page from which something was asked to be written.</summary>
    public static string Before(string project, ScriptWork writes) =>
        Of(project) + (writes.Scene is { } scene ? FormattableString.Invariant($"/script#scene-{scene}") : "/variants");
}
