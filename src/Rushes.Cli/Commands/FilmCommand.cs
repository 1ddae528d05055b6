using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Engine.Making;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Texts;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Cli.Commands;

/// <summary>What the three workflows do alike once their brief is read.</summary>
internal static class FilmCommand
{
    public static async Task<int> MakeAsync(CommandSession session, FilmWish wish)
    {
        if (wish.DryRun)
            return Plan(session, await PlanAsync(session, wish, session.Console));
        return FilmAnswer.Give(session, await MakeAsync(session, wish, session.Console));
    }

    /// <summary>One film of many: what became of it, said to nobody yet.</summary>
    public static async Task<BatchOutcome> FilmAsync(CommandSession session, FilmWish wish, IFilmWatcher watcher)
    {
        if (wish.DryRun)
        {
            var plan = await PlanAsync(session, wish, watcher);
            return new BatchOutcome { Title = plan.Script.Title, Scenes = plan.Script.Scenes.Count };
        }

        var report = await MakeAsync(session, wish, watcher);
        return new BatchOutcome
        {
            Title = Path.GetFileName(report.Project),
            Project = report.Project,
            Run = report.Run,
            Film = report.Film,
            Scenes = report.Scenes.Count,
            Missing = report.Scenes.Count(scene => scene.Clip is null),
        };
    }

    private static Task<FilmPlan> PlanAsync(CommandSession session, FilmWish wish, IFilmWatcher watcher) =>
        session.Get<FilmPlanner>().PlanAsync(wish.Brief, wish.Script, wish.Wishes.MaxCost, watcher, session.Cancellation);

    private static async Task<FilmReport> MakeAsync(CommandSession session, FilmWish wish, IFilmWatcher watcher)
    {
        var maker = session.Get<FilmMaker>();
        var wishes = wish.Wishes.Asking(session);
        var began = session.Get<TimeProvider>().GetTimestamp();

        // Nothing is made on a machine that could not film it.
        session.Get<ProgramFinder>().Ffmpeg();
        var script = await session.Get<FilmPlanner>().AgreeAsync(wish.Brief, wish.Script, wishes, watcher, session.Cancellation);
        var place = wish.Place is null ? null : Options.Reading.FullPath(wish.Place, "--out");
        var project = await maker.BeginAsync(wish.Brief, script, place, watcher, session.Cancellation);
        var report = await maker.FilmAsync(project, wishes.Agreed, watcher, session.Cancellation);
        return report with { WallSeconds = session.Get<TimeProvider>().GetElapsedTime(began).TotalSeconds };
    }

    /// <summary>Tells what filming would cost, and asks where a person can answer.</summary>
    public static ShootingWishes Asking(this ShootingWishes wishes, CommandSession session) => wishes with
    {
        Consent = (cost, _) =>
        {
            if (session.Console.Asks)
                return Task.FromResult(session.Console.Confirm($"{InWords(cost)} {Sentence.Of("models.ask")}"));
            session.Console.Say(InWords(cost));
            return Task.FromResult(true);
        },
    };

    /// <summary>An estimate for people.</summary>
    public static string InWords(CostEstimate cost)
    {
        if (cost.IsFree)
            return Sentence.Of("film.free");
        var whole = (cost.Amount, cost.Takes) switch
        {
            ({ } amount, > 0) => Sentence.Of("models.estimate", cost.Takes, Money(amount, cost.Currency)),
            ({ } amount, _) => Sentence.Of("models.estimate-rest", Money(amount, cost.Currency)),
            _ => Sentence.Of("models.estimate-unknown", cost.Takes, string.Join(", ", cost.Unknown)),
        };
        var words = SharesOf(cost) is { Length: > 0 } shares ? $"{whole} {shares}" : whole;
        return cost.IsGuess ? $"{words} {Sentence.Of("models.guess")}" : words;
    }

    /// <summary>An estimate for programs: null where a price is unknown.</summary>
    public static object CostOf(CostEstimate cost) => new
    {
        Estimated = cost.Amount,
        cost.Currency,
        Free = cost.IsFree,
        Clips = cost.Clips.Amount,
        Voices = cost.Voices.Amount,
        Writing = cost.Writing.Amount,
        Translation = cost.Translation.Amount,
        cost.Unknown,
    };

    /// <summary>What is paid for what; empty where only clips cost money.</summary>
    private static string SharesOf(CostEstimate cost) => cost is { Voices.IsFree: true, Writing.IsFree: true, Translation.IsFree: true }
        ? ""
        : Sentence.Of("models.shares", Share(cost.Clips), Share(cost.Voices), Share(cost.Writing), Share(cost.Translation));

    private static string Share(CostShare share) => share.Amount is { } amount ? Money(amount, CostShare.Currency) : Sentence.Of("data.price-unknown");

    private static string Money(decimal amount, string currency) => string.Create(CultureInfo.InvariantCulture, $"{amount:0.00##} {currency}");

    private static int Plan(CommandSession session, FilmPlan plan)
    {
        var cost = plan.Cost.IsFree ? Sentence.Of("film.free")
            : plan.Cost.Amount is { } amount ? Money(amount, plan.Cost.Currency)
            : Sentence.Of("data.price-unknown");
        var shares = SharesOf(plan.Cost);
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
                Cost = CostOf(plan.Cost),
            },
            [
                Sentence.Of("film.script", plan.Script.Title, plan.Script.Scenes.Count, plan.Script.Duration),
                .. plan.Script.Scenes.Select((scene, index) => string.Create(CultureInfo.CurrentCulture, $"{index + 1,3}  {scene.Duration,5:0.0} s  {scene.CameraShot}: {scene.Prompt}")),
                .. plan.Warnings,
                Sentence.Of("film.plan", plan.Cost.Takes, plan.Script.Scenes.Count, plan.Size, string.Join(", ", plan.Providers), cost),
                .. shares.Length > 0 ? [shares] : Array.Empty<string>(),
            ]);
        return ExitCode.Done;
    }
}
