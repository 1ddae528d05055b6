using Rushes.Engine.Making;
using Rushes.Film.Takes;

namespace Rushes.Studio.Api.Answers;

/// <summary>How a film stands, as every command that films or cuts answers. Folders and files are those of the studio's machine.</summary>
internal sealed record FilmSummary(
    string Project,
    string? Run,
    string? Film,
    double WallSeconds,
    double ShootSeconds,
    IReadOnlyList<FilmSummary.SceneLine> Scenes,
    FilmSummary.CostLine Cost)
{
    public static FilmSummary Of(FilmReport report) => new(
        report.Project,
        report.Run,
        report.Film,
        Math.Round(report.WallSeconds, 2),
        Math.Round(report.ShootSeconds, 2),
        [
            .. report.Scenes.Select(scene => new SceneLine(
                scene.Scene, scene.State, scene.Account, scene.Clip, [.. scene.Takes.Select(take => new TakeLine(take.Take, take.State, take.Clip, take.Stale))], scene.Error)),
        ],
        new(report.Cost.Estimated, report.Cost.Actual, report.Cost.Currency));

    /// <summary>A scene by its best take.</summary>
    internal sealed record SceneLine(int Scene, TakeState State, string? Account, string? Clip, IReadOnlyList<TakeLine> Takes, string? Error);

    /// <param name="Stale">The script changed since.</param>
    internal sealed record TakeLine(int Take, TakeState State, string? Clip, bool Stale);

    /// <param name="Estimated">Null: some price is unknown.</param>
    internal sealed record CostLine(decimal? Estimated, decimal Actual, string Currency);
}
