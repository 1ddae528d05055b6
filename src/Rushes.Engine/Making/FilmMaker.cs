using System.Threading.Channels;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Prompts;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Accounts;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Making;

/// <summary>
/// The whole way of a film: brief, script, takes, clips, cut. Whatever stops it, <see cref="ResumeAsync"/> goes on: each step leaves what it made in the
/// project's folder or in the books, and none is done twice.
/// </summary>
public sealed class FilmMaker(
    IProjectFolders folders,
    Preproduction before,
    FilmPlanner planner,
    OrderDesk orders,
    TakeFiler filer,
    Shoots shoots,
    ShootWatch watch,
    ModelCasting casting,
    Postproduction after,
    IStudioStore books,
    TimeProvider time)
{
    /// <summary>Makes the project of a new film.</summary>
    /// <exception cref="MistakeException">Something that was asked for cannot be; nothing was made then.</exception>
    public async Task<Project> BeginAsync(Brief brief, Script? script, string? folder, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(watcher);
        var cast = await casting.ChooseAsync(brief, cancellation);
        return await before.BeginAsync(brief, script, folder, casting.LimitsOf(cast, brief), Suits, Casting.Leaves(cast.Providers), watcher, cancellation);

        void Suits(Brief settled, Script written)
        {
            var suited = casting.Suit(cast, settled, written, sentence => watcher.Tell(new FilmNews.Warned(sentence)));
            foreach (var remark in casting.Remarks(suited, settled))
                watcher.Tell(new FilmNews.Warned(remark));
        }
    }

    /// <summary>Films what a project lacks and cuts it.</summary>
    /// <exception cref="MistakeException">It costs more than the user's bound.</exception>
    /// <exception cref="DeclinedException">The user said no to the cost.</exception>
    public async Task<FilmReport> FilmAsync(Project project, ShootingWishes wishes, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(wishes);
        var began = time.GetTimestamp();
        var cast = await casting.ChooseAsync(project.Brief, cancellation);
        var opening = shoots.OpenAsync(cancellation);
        project = await filer.FollowAsync(project, cancellation);
        var (sheet, agreed) = await SpeakAsync(project, cast.Providers, null, wishes, watcher, cancellation);
        await opening;
        cast = casting.Suit(cast, project.Brief, sheet.Script, static _ => { });
        var selection = await after.SelectAsync(sheet, cancellation);
        foreach (var scene in sheet.SceneNumbers.Where(selection.IsUnknown))
            watcher.Tell(new FilmNews.Warned(Sentence.Of("film.unknown-takes", scene)));
        var lacking = sheet.SceneNumbers.Where(scene => selection.Lacking(scene) > 0).ToList();
        if (lacking.Count > 0)
            await planner.AgreeToTakesAsync(cast.Providers, cast.Accounts, sheet, lacking, lacking.Max(selection.Lacking), agreed, wishes, cancellation);
        var run = lacking.Count == 0 ? null : await shoots.StartAsync(
            new ShootPlan
            {
                Project = project.Folder,
                Title = sheet.Script.Title,
                Orders = await orders.CompleteAsync([.. lacking.Select(sheet.OrderOf)], project, cast.Providers, selection, watcher, cancellation),
                Copies = lacking.Max(selection.Lacking),
                Cast = cast,
            },
            cancellation);
        return await ShootAndCutAsync(sheet, run?.Id, 0, wishes, watcher, began, cancellation);
    }

    /// <summary>Takes up a run, or everything unfinished, the newest first.</summary>
    /// <returns>How the newest stands; null when nothing was unfinished.</returns>
    /// <exception cref="MistakeException">There is no such run.</exception>
    public async Task<FilmReport?> ResumeAsync(string? run, ShootingWishes wishes, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(watcher);
        if (run is not null)
            return await ResumeRunAsync(await RunOfAsync(run, cancellation), wishes, watcher, cancellation);
        FilmReport? newest = null;
        foreach (var unfinished in await UnfinishedAsync(watcher, cancellation))
        {
            var report = unfinished.Run is { } known
                ? await ResumeRunAsync(known, wishes, watcher, cancellation)
                : await FilmAsync(unfinished.Project, wishes, watcher, cancellation);
            newest ??= report;
        }

        return newest;
    }

    /// <summary>Films scenes of a run again as new takes, from the script as it is now; or settles takes that are unknown.</summary>
    /// <exception cref="MistakeException">There is no such run, scene or account.</exception>
    public async Task<FilmReport> RetryAsync(RetryRequest request, ShootingWishes wishes, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var began = time.GetTimestamp();
        var run = await RunOfAsync(request.Run, cancellation);
        var account = request.Account is { } named ? Demand(run, Casting.Find(await books.AccountsAsync(cancellation), named).Account) : null;
        var project = await filer.FollowAsync(folders.Open(run.Project), cancellation);
        var scenes = folders.ReadScript(project).Scenes.Count;
        if (request.Scene > scenes)
            throw Mistake.Input("film.no-scene", "scene", request.Scene, scenes).AsException();
        var settles = request.SubmitUnknownAgain || request.CheckUnknownAgain;
        var filming = await FilmingAsync(run, account, cancellation);
        var (sheet, agreed) = await SpeakAsync(project, filming, settles ? [] : request.Scene is { } one ? [one] : null, wishes, watcher, cancellation);
        var selection = await after.SelectAsync(sheet, cancellation);
        if (settles)
            await SettleUnknownAsync(run.Id, request, Agree, watcher, cancellation);
        else
            await AddTakesAsync(run, request, account, sheet, selection, filming, Agree, watcher, cancellation);
        return await ShootAndCutAsync(sheet, run.Id, run.Events, wishes, watcher, began, cancellation);

        Task Agree(IReadOnlyList<int> again) =>
            planner.AgreeToTakesAsync(filming, account is null ? run.Accounts : [account], sheet, again, 1, agreed, wishes, cancellation);
    }

    /// <summary>Cuts a project from the takes it has; lines that were changed since are spoken again.</summary>
    /// <exception cref="MistakeException">It costs more than the user's bound.</exception>
    /// <exception cref="DeclinedException">The user said no to the cost.</exception>
    public async Task<FilmReport> CutAsync(Project project, bool partial, ShootingWishes wishes, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(wishes);
        var began = time.GetTimestamp();
        project = await filer.FollowAsync(project, cancellation);
        var (sheet, _) = await SpeakAsync(project, [], [], wishes, watcher, cancellation);
        var run = (await books.RunsAsync(cancellation)).FirstOrDefault(candidate => candidate.Project == project.Folder);
        return await CutAndReportAsync(sheet, run?.Id, partial, watcher, began, cancellation);
    }

    /// <summary>
    /// Cuts a project with another brief for the cut, which is kept. What this machine films for nothing is filmed anew where the change shows in the
    /// picture, such as captions; clips from anywhere else are never paid for again.
    /// </summary>
    /// <param name="partial">A card stands where a scene has no clip, and nothing is filmed.</param>
    /// <exception cref="MistakeException">It costs more than the user's bound.</exception>
    /// <exception cref="DeclinedException">The user said no to the cost.</exception>
    public async Task<FilmReport> RecutAsync(Project project, bool partial, ShootingWishes wishes, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        await before.CheckSoundAsync(project.Brief, cancellation);
        project = folders.KeepMusic(project);
        folders.Save(project);
        var runs = (await books.RunsAsync(cancellation)).Where(run => run.Project == project.Folder);
        return !partial && runs.All(run => run.Providers.All(provider => provider == Casting.Fallback))
            ? await FilmAsync(project, wishes, watcher, cancellation)
            : await CutAsync(project, partial, wishes, watcher, cancellation);
    }

    private async Task<FilmReport> ResumeRunAsync(RunSheet run, ShootingWishes wishes, IFilmWatcher watcher, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var project = folders.Open(run.Project);

        // One that is in filming was left by a process that closed: it goes on as if nothing had been.
        if (run.State != RunState.Filming)
            project = await filer.FollowAsync(project, cancellation);
        var (sheet, _) = await SpeakAsync(project, run.Providers, [], wishes, watcher, cancellation);
        var resumed = await shoots.ResumeAsync(run.Id, cancellation);
        return await ShootAndCutAsync(sheet, resumed.Id, run.Events, wishes, watcher, began, cancellation);
    }

    private async Task<FilmReport> ShootAndCutAsync(
        FilmSheet sheet, string? run, long seen, ShootingWishes wishes, IFilmWatcher watcher, long began, CancellationToken cancellation)
    {
        var arrivals = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var preparing = after.PrepareAsync(sheet, arrivals.Reader, watcher, stop.Token);
        try
        {
            if (run is not null)
            {
                await watch.FinishAsync(run, seen, wishes, watcher, arrivals.Writer, cancellation);
                await orders.TellUnchainedAsync(run, watcher, cancellation);
            }

            arrivals.Writer.Complete();
            await preparing;
        }
        catch
        {
            await stop.CancelAsync();
            await preparing.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }

        return await CutAndReportAsync(sheet, run, partial: false, watcher, began, cancellation);
    }

    private async Task<FilmReport> CutAndReportAsync(
        FilmSheet sheet, string? run, bool partial, IFilmWatcher watcher, long began, CancellationToken cancellation)
    {
        var film = await after.CutAsync(sheet, run, partial, watcher, cancellation);
        var sheetOfRun = run is null ? null : await books.RunAsync(run, cancellation);
        sheet = sheet with { Project = sheet.Project with { Translation = folders.Open(sheet.Project.Folder).Translation } };
        return Reporting.Of(
            sheet, await after.SelectAsync(sheet, cancellation), sheetOfRun, film, EstimateOf(sheet, sheetOfRun), time.GetElapsedTime(began));
    }

    private async Task AddTakesAsync(
        RunSheet run,
        RetryRequest request,
        string? account,
        FilmSheet sheet,
        Selection selection,
        IReadOnlyList<string> filming,
        Func<IReadOnlyList<int>, Task> agree,
        IFilmWatcher watcher,
        CancellationToken cancellation)
    {
        if (request.Scene is { } asked && selection.IsUnknown(asked))
            throw Mistake.Input("film.unknown-first", "scene", asked).AsException();
        var scenes = request.Scene is { } only
            ? [only]
            : sheet.SceneNumbers.Where(scene => selection.TakesOf(scene).All(take => take.State.IsSettled() && take.State != TakeState.Unknown)
                && (selection.Chosen(scene) is not { } chosen || selection.IsStale(chosen)));
        var again = scenes
            .Select(scene => sheet.OrderOf(scene) with { Seed = request.Seed ?? Seeds.After(selection.TakesOf(scene) is [.., var last] ? last.Seed : 0) })
            .ToList();
        if (again.Count == 0)
            return;
        await agree([.. again.Select(order => order.Scene)]);
        await shoots.AddAsync(run.Id, await orders.CompleteAsync(again, sheet.Project, filming, selection, watcher, cancellation), account, cancellation);
    }

    /// <summary>Has the lines of a project spoken, once the user agreed to what they cost, and the clips with them.</summary>
    /// <inheritdoc cref="FilmPlanner.AgreeToVoicesAsync"/>
    private async Task<(FilmSheet Sheet, CostEstimate? Agreed)> SpeakAsync(
        Project project, IReadOnlyList<string> filming, IReadOnlyList<int>? scenes, ShootingWishes wishes, IFilmWatcher watcher, CancellationToken cancellation)
    {
        var agreed = await planner.AgreeToVoicesAsync(project, filming, scenes, wishes, cancellation);
        return (await before.SheetAsync(project, watcher, cancellation), agreed);
    }

    /// <returns>The account's id.</returns>
    /// <exception cref="MistakeException">It is not one of those that film the run.</exception>
    private static string Demand(RunSheet run, Account account) =>
        run.IsFilmedBy(account)
            ? account.Id
            : throw Mistake.Input("film.account-of-other-run", "account", account.Name, run.Id).AsException();

    /// <summary>The providers that may film further takes of a run.</summary>
    private async Task<IReadOnlyList<string>> FilmingAsync(RunSheet run, string? account, CancellationToken cancellation) => account is null
        ? run.Providers
        : [.. (await books.AccountsAsync(cancellation)).Where(sheet => sheet.Account.Id == account).Select(sheet => sheet.Account.Provider)];

    /// <summary>What a film was estimated at: every scene with the copies that the brief asks for, and what voices and writer did ask for.</summary>
    private decimal? EstimateOf(FilmSheet sheet, RunSheet? run)
    {
        var brief = sheet.Project.Brief;
        return Reporting.SpentBefore(sheet)
            + (run is null ? 0 : casting.Estimate(run.Providers, brief, [.. sheet.Script.Scenes.Select(scene => scene.Duration)], brief.Copies).Amount);
    }

    private async Task SettleUnknownAsync(
        string run, RetryRequest request, Func<IReadOnlyList<int>, Task> agree, IFilmWatcher watcher, CancellationToken cancellation)
    {
        var unknown = (await books.TakesAsync(run, cancellation))
            .Where(take => take.State == TakeState.Unknown && (request.Scene is null || take.Scene == request.Scene))
            .ToList();
        if (request.SubmitUnknownAgain && unknown.Count > 0)
            await agree([.. unknown.Select(take => take.Scene)]);
        foreach (var take in unknown)
        {
            if (request.SubmitUnknownAgain)
                await shoots.SubmitAgainAsync(take, cancellation);
            else if (await shoots.CheckAgainAsync(take, cancellation) is CheckedAgain.StillUnknown or CheckedAgain.CannotAsk)
                watcher.Tell(new FilmNews.Warned(Sentence.Of("film.still-unknown", take.Scene)));
        }
    }

    /// <summary>Unfinished runs and projects that never came to a run, the newest first.</summary>
    private async Task<IReadOnlyList<Unfinished>> UnfinishedAsync(IFilmWatcher watcher, CancellationToken cancellation)
    {
        var found = new List<Unfinished>();
        var known = (await books.RunsAsync(cancellation)).Select(run => run.Project).ToHashSet(StringComparer.Ordinal);
        foreach (var run in await shoots.UnfinishedAsync(cancellation))
        {
            try
            {
                found.Add(new(folders.Open(run.Project), run, run.CreatedAt));
            }
            catch (MistakeException gone)
            {
                watcher.Tell(new FilmNews.Warned(Sentence.Of(gone.Mistake)));
            }
        }

        found.AddRange(folders.List()
            .Where(project => !known.Contains(project.Folder) && !File.Exists(project.FilmFile) && File.Exists(project.ScriptFile))
            .Select(project => new Unfinished(project, null, project.Created)));
        return [.. found.OrderByDescending(unfinished => unfinished.At)];
    }

    private async Task<RunSheet> RunOfAsync(string? run, CancellationToken cancellation)
    {
        var found = run is null
            ? (await books.RunsAsync(cancellation)) is [var newest, ..] ? newest : null
            : await books.RunAsync(run, cancellation);
        return found ?? throw Mistake.Input("film.no-run", "run", run ?? "").AsException();
    }

    private sealed record Unfinished(Project Project, RunSheet? Run, DateTimeOffset At);
}
