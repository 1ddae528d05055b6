using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Cli.Commands;

/// <summary>What the three workflows do alike once their brief is read.</summary>
internal static class FilmCommand
{
    public static async Task<int> MakeAsync(
        CommandSession session, Brief brief, Script? script, string? place, ShootingWishes wishes, bool dryRun)
    {
        var maker = session.Get<FilmMaker>();
        var began = session.Get<TimeProvider>().GetTimestamp();
        if (dryRun)
            return Plan(session, await maker.PlanAsync(brief, script, session.Console, session.Cancellation));

        // Nothing is made on a machine that could not film it.
        session.Get<ProgramFinder>().Ffmpeg();
        var project = await maker.BeginAsync(brief, script, place is null ? null : Options.Reading.FullPath(place, "--out"), session.Console, session.Cancellation);
        var report = await maker.FilmAsync(project, wishes, session.Console, session.Cancellation);
        return FilmAnswer.Give(session, report with { WallSeconds = session.Get<TimeProvider>().GetElapsedTime(began).TotalSeconds });
    }

    private static int Plan(CommandSession session, FilmPlan plan)
    {
        var cost = plan.EstimatedCost == 0 ? Sentence.Of("film.free") : plan.EstimatedCost?.ToString("0.00 USD", System.Globalization.CultureInfo.InvariantCulture) ?? Sentence.Of("data.price-unknown");
        session.Answer(
            new
            {
                plan.Script.Title,
                plan.Script.Duration,
                Scenes = plan.Script.Scenes.Select((scene, index) => new { Scene = index + 1, scene.Duration, scene.CameraShot, scene.Prompt }),
                plan.Takes,
                Size = plan.Size.ToString(),
                plan.Providers,
                plan.Warnings,
                Cost = new { Estimated = plan.EstimatedCost, Currency = "USD" },
            },
            [
                Sentence.Of("film.script", plan.Script.Title, plan.Script.Scenes.Count, plan.Script.Duration),
                .. plan.Script.Scenes.Select((scene, index) => string.Create(System.Globalization.CultureInfo.CurrentCulture, $"{index + 1,3}  {scene.Duration,5:0.0} s  {scene.CameraShot}: {scene.Prompt}")),
                .. plan.Warnings,
                Sentence.Of("film.plan", plan.Takes, plan.Script.Scenes.Count, plan.Size, string.Join(", ", plan.Providers), cost),
            ]);
        return ExitCode.Done;
    }
}
