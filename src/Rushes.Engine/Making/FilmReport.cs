using Rushes.Film.Takes;

namespace Rushes.Engine.Making;

/// <summary>How a film stands: the answer of every command that films or cuts.</summary>
/// <param name="Project">Absolute folder.</param>
/// <param name="Film">Absolute file; null while a scene has no clip.</param>
/// <param name="ShootSeconds">From the first submission to the last clip on disk.</param>
public sealed record FilmReport(
    string Project,
    string? Run,
    string? Film,
    double WallSeconds,
    double ShootSeconds,
    IReadOnlyList<FilmReport.SceneReport> Scenes,
    FilmReport.CostReport Cost)
{
    /// <param name="State">That of the scene's best take.</param>
    /// <param name="Clip">Absolute file of the take that the cut uses.</param>
    public sealed record SceneReport(
        int Scene, TakeState State, string? Account, string? Clip, IReadOnlyList<TakeReport> Takes, string? Error);

    public sealed record TakeReport(int Take, TakeState State, string? Clip, bool Stale);

    /// <param name="Estimated">Null: some price is unknown.</param>
    public sealed record CostReport(decimal? Estimated, decimal Actual, string Currency);
}
