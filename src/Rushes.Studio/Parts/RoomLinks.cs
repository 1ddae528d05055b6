using Rushes.Engine.Making;
using Rushes.Film.Briefs;

namespace Rushes.Studio.Parts;

/// <summary>Where one sees what a work brings.</summary>
internal static class RoomLinks
{
    /// <summary>Scenes that the script's page shows at once: forms are heavy, and nobody edits five hundred at a glance.</summary>
    public const int ScenesOfPage = 50;

    public static string Of(string project) => "/films/" + Uri.EscapeDataString(project);

    /// <summary>The page that a work leads to, once it is there: of a new film as soon as it has a project, of what is written for a script when it is written.</summary>
    /// <returns>Null while there is nothing to see, and where nothing came of it.</returns>
    public static string? After(FilmInHand film) => film is not { Project: { } project } ? null
        : film.Writes is not { } writes ? Of(project.Name)
        : film.Stage != FilmStage.Done ? null
        : Before(project.Name, writes);

    /// <summary>The page that shows a work while it has no other.</summary>
    public static string Making(FilmInHand film) => "/making/" + film.Id;

    /// <summary>The page from which a work was begun; of a new film its form, with what was typed into it.</summary>
    public static string Back(FilmInHand film) => film switch
    {
        { Project: { } project, Writes: { } writes } => Before(project.Name, writes),
        { Brief: { } brief } => $"{FormOf(brief.Workflow)}?again={film.Id}",
        _ => "/new/text",
    };

    /// <summary>The form that asks for films of a kind.</summary>
    public static string FormOf(Workflow workflow) => workflow switch
    {
        Workflow.Image2Video => "/new/images",
        Workflow.SalesVideo => "/new/sales",
        _ => "/new/text",
    };

    /// <summary>The page from which something was asked to be written.</summary>
    public static string Before(string project, ScriptWork writes) =>
        writes.Scene is { } scene ? ToScene(project, scene) : Of(project) + "/variants";

    /// <summary>Where a scene of the script is edited.</summary>
    /// <param name="scene">Counted from 1.</param>
    public static string ToScene(string project, int scene) =>
        ToScenes(project, ((scene - 1) / ScenesOfPage) + 1) + FormattableString.Invariant($"#scene-{scene}");

    /// <summary>A page of the script.</summary>
    /// <param name="page">Counted from 1.</param>
    public static string ToScenes(string project, int page) => Of(project) + (page > 1 ? FormattableString.Invariant($"/script?page={page}") : "/script");
}
