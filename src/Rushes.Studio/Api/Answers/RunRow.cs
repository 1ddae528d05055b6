using Rushes.Engine.Shooting.Books;
using Rushes.Film.Takes;

namespace Rushes.Studio.Api.Answers;

/// <summary>A set of takes sent off together.</summary>
/// <param name="Project">Name of the project.</param>
/// <param name="Events">Sequence of its newest event.</param>
/// <param name="Cut">A film was cut from it.</param>
internal sealed record RunRow(
    string Run, string Project, string Title, RunState State, DateTimeOffset CreatedAt, IReadOnlyList<string> Providers, int Ready, int Total, bool Cut, long Events)
{
    public static RunRow Of(RunSheet run) => new(
        run.Id, Path.GetFileName(run.Project), run.Title, run.State, run.CreatedAt, run.Providers, run.Count(TakeState.Ready), run.Takes.Values.Sum(), run.Film is not null, run.Events);
}
