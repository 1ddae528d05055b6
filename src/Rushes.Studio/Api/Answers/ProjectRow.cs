using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Film.Briefs;

namespace Rushes.Studio.Api.Answers;

/// <summary>A project in the list.</summary>
/// <param name="Name">What addresses call it.</param>
/// <param name="Film">Address of the film; null while there is none.</param>
/// <param name="Work">What the studio does for it now; null when nothing.</param>
internal sealed record ProjectRow(
    string Name, Workflow Workflow, string Idea, DateTimeOffset Created, string? Film, RunRow? Run, WorkSheet? Work)
{
    public static ProjectRow Of(Project project, RunSheet? run, FilmInHand? hand) => new(
        project.Name,
        project.Brief.Workflow,
        project.Brief.Idea,
        project.Created,
        FilmOf(project),
        run is null ? null : RunRow.Of(run),
        hand is { IsOver: false } ? WorkSheet.Of(hand) : null);

    public static string? FilmOf(Project project) => File.Exists(project.FilmFile) ? $"/api/v1/projects/{Uri.EscapeDataString(project.Name)}/files/film.mp4" : null;
}
