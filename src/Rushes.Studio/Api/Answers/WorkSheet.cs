using Rushes.Engine.Making;

namespace Rushes.Studio.Api.Answers;

/// <summary>Something that the studio does for a project: writing, filming, cutting.</summary>
/// <param name="Project">Name of the project; null until the script is written.</param>
/// <param name="Progress">0 to 1 within the stage, where that is known.</param>
/// <param name="Over">Nothing more happens.</param>
/// <param name="Lines">The last things told, the oldest first.</param>
/// <param name="Error">Why it stopped.</param>
/// <param name="Report">How the film stands; null until the work is done.</param>
internal sealed record WorkSheet(
    string Id,
    string? Project,
    FilmStage Stage,
    double? Progress,
    bool Over,
    DateTimeOffset BegunAt,
    IReadOnlyList<WorkLine> Lines,
    Complaint? Error,
    FilmSummary? Report)
{
    public static WorkSheet Of(FilmInHand film) => new(
        film.Id,
        film.Project?.Name,
        film.Stage,
        film.Progress,
        film.IsOver,
        film.BegunAt,
        [.. film.Lines.Select(line => new WorkLine(line.Number, line.At, line.Sentence, line.Warning))],
        film.Mistake is { } mistake ? Complaint.Of(mistake) : null,
        film.Report is { } report ? FilmSummary.Of(report) : null);

    /// <summary>A work that was only just asked for.</summary>
    public static WorkSheet Begun(string id, string? project, DateTimeOffset at) => new(id, project, FilmStage.Writing, null, false, at, [], null, null);
}
