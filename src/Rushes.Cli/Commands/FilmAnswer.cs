using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Film.Takes;

namespace Rushes.Cli.Commands;

/// <summary>How every command that films or cuts answers.</summary>
internal static class FilmAnswer
{
    public static int Give(CommandSession session, FilmReport report)
    {
        var missing = report.Scenes.Count(scene => scene.Clip is null);
        session.Answer(
            new
            {
                report.Project,
                report.Run,
                report.Film,
                WallSeconds = Math.Round(report.WallSeconds, 2),
                ShootSeconds = Math.Round(report.ShootSeconds, 2),
                Scenes = report.Scenes.Select(scene => new
                {
                    scene.Scene,
                    scene.State,
                    scene.Account,
                    scene.Clip,
                    Takes = scene.Takes.Select(take => new { take.Take, take.State, take.Clip, take.Stale }),
                    scene.Error,
                }),
                Cost = new { report.Cost.Estimated, report.Cost.Actual, report.Cost.Currency },
            },
            Lines(report, missing));
        return missing == 0 ? ExitCode.Done : ExitCode.Incomplete;
    }

    private static IEnumerable<string> Lines(FilmReport report, int missing)
    {
        foreach (var scene in report.Scenes.Where(scene => scene.State is not TakeState.Ready && scene.Error is not null))
            yield return Sentence.Of("film.scene-state", scene.Scene, Sentence.Of($"film.state-{Consoles.PlainConsole.StateKey(scene.State)}"), scene.Error);
        if (report.Run is { } run && report.Scenes.Any(scene => scene.State == TakeState.Unknown))
            yield return Sentence.Of("film.unknown-choices", run);
        if (missing > 0)
            yield return Sentence.Of("film.incomplete", missing, report.Scenes.Count);
        if (report.Film is { } film)
            yield return Sentence.Of("film.ready", film);

        // A run that was begun before has been filming for longer than this command took.
        yield return report.ShootSeconds > 0 && report.ShootSeconds <= report.WallSeconds
            ? Sentence.Of("film.took", report.WallSeconds, report.ShootSeconds)
            : Sentence.Of("film.took-all", report.WallSeconds);
    }
}
