using System.Globalization;
using Rushes.Engine.Making;
using Rushes.Engine.Making.Models;
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
        wishes = wishes.Asking(session);
        var began = session.Get<TimeProvider>().GetTimestamp();
        if (dryRun)
            return Plan(session, await maker.PlanAsync(brief, script, session.Console, session.Cancellation));

        // Nothing is made on a machine that could not film it.
        session.Get<ProgramFinder>().Ffmpeg();
        if (!await maker.IsFreeAsync(brief, session.Cancellation))
        {
            var plan = await maker.PlanAsync(brief, script, session.Console, session.Cancellation);
            script = plan.Script;
            wishes.Agree(plan.Cost);
        }

        var project = await maker.BeginAsync(brief, script, place is null ? null : Options.Reading.FullPath(place, "--out"), session.Console, session.Cancellation);
        var report = await maker.FilmAsync(project, wishes, session.Console, session.Cancellation);
        return FilmAnswer.Give(session, report with { WallSeconds = session.Get<TimeProvider>().GetElapsedTime(began).TotalSeconds });
    }

    /// <summary>Tells what filming would cost, and asks where a person can answer.</summary>
    public static ShootingWishes Asking(this ShootingWishes wishes, CommandSession session) => wishes with
    {
        Consent = cost => session.Console.Confirm($"{InWords(cost)} {Sentence.Of("models.ask")}"),
    };

    /// <summary>An estimate for people.</summary>
    private static string InWords(CostEstimate cost) => cost switch
    {
        { IsFree: true } => Sentence.Of("film.free"),
        { Amount: { } amount } => Sentence.Of("models.estimate", cost.Takes, Money(amount, cost.Currency)),
        _ => Sentence.Of("models.estimate-unknown", cost.Takes, string.Join(", ", cost.Unknown)),
    };

    private static string Money(decimal amount, string currency) => string.Create(CultureInfo.InvariantCulture, $"{amount:0.00} {currency}");

    private static int Plan(CommandSession session, FilmPlan plan)
    {
        var cost = plan.Cost.IsFree ? Sentence.Of("film.free")
            : plan.Cost.Amount is { } amount ? Money(amount, plan.Cost.Currency)
            : Sentence.Of("data.price-unknown");
        session.Answer(
            new
            {
                plan.Script.Title,
                plan.Script.Duration,
                Scenes = plan.Script.Scenes.Select((scene, index) => new { Scene = index + 1, scene.Duration, scene.CameraShot, scene.Prompt }),
                plan.Cost.Takes,
                Size = plan.Size.ToString(),
                plan.Providers,
                plan.Warnings,
                Cost = new { Estimated = plan.Cost.Amount, plan.Cost.Currency },
            },
            [
                Sentence.Of("film.script", plan.Script.Title, plan.Script.Scenes.Count, plan.Script.Duration),
                .. plan.Script.Scenes.Select((scene, index) => string.Create(CultureInfo.CurrentCulture, $"{index + 1,3}  {scene.Duration,5:0.0} s  {scene.CameraShot}: {scene.Prompt}")),
                .. plan.Warnings,
                Sentence.Of("film.plan", plan.Cost.Takes, plan.Script.Scenes.Count, plan.Size, string.Join(", ", plan.Providers), cost),
            ]);
        return ExitCode.Done;
    }
}
