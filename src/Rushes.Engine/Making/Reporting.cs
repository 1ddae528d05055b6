using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Texts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Making;

/// <summary>Puts together how a film stands.</summary>
internal static class Reporting
{
    /// <summary>The order in which a scene's takes speak for it.</summary>
    private static readonly TakeState[] BestFirst =
    [
        TakeState.Ready, TakeState.Upscaling, TakeState.Downloading, TakeState.Generating, TakeState.Submitting, TakeState.Queued, TakeState.Unknown,
        TakeState.Blocked, TakeState.Failed, TakeState.Cancelled,
    ];

    public static FilmReport Of(FilmSheet sheet, Selection selection, RunSheet? run, string? film, decimal? estimated, TimeSpan wall)
    {
        var shooting = run is { FirstSubmission: { } first, LastClip: { } last } ? (last - first).TotalSeconds : 0;
        var scenes = sheet.SceneNumbers.Select(scene => SceneOf(scene, selection)).ToList();
        var actual = sheet.SceneNumbers.SelectMany(selection.TakesOf).Where(take => run is null || take.Run == run.Id).Sum(take => take.Cost?.Amount ?? 0) + SpentBefore(sheet);
        return new FilmReport(
            sheet.Project.Folder, run?.Id, film, wall.TotalSeconds, Math.Max(0, shooting), scenes, new(estimated, actual, Cost.Free.Currency));
    }

    /// <summary>What writer, translator and voices asked for before anything was filmed; what is unknown counts nothing.</summary>
    public static decimal SpentBefore(FilmSheet sheet) =>
        sheet.Spoken.Bill.Total + (sheet.Script.WrittenBy?.Cost ?? 0) + (sheet.Project.Translation?.Cost ?? 0);

    private static FilmReport.SceneReport SceneOf(int scene, Selection selection)
    {
        var takes = selection.TakesOf(scene);
        var chosen = selection.Chosen(scene) ?? takes.OrderBy(take => Array.IndexOf(BestFirst, take.State)).ThenByDescending(take => take.Take).FirstOrDefault();
        return new(
            scene,
            chosen?.State ?? TakeState.Queued,
            chosen?.AccountName,
            chosen is { State: TakeState.Ready } ? chosen.Clip?.Path : null,
            [.. takes.Select(take => new FilmReport.TakeReport(take.Take, take.State, take.State == TakeState.Ready ? take.Clip?.Path : null, selection.IsStale(take)))],
            chosen is { State: not TakeState.Ready, Trouble: { } trouble } ? TroubleSentence.Of(trouble) : null);
    }

}
