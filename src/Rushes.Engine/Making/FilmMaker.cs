using System.Threading.Channels;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Prompts;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Texts;
using Rushes.Engine.Watching;
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
    PromptRoom prompts,
    Shoots shoots,
    ModelCasting casting,
    FilmPricing pricing,
    Postproduction after,
    IStudioStore books,
    AccountKinds kinds,
    TimeProvider time)
{
    /// <summary>What a film would take; nothing is made, except that a language model may be asked to write.</summary>
    /// <param name="maxCost">Most that writing may cost by its estimate; null is no bound.</param>
    /// <exception cref="MistakeException">The script alone is more than the user's bound.</exception>
    public async Task<FilmPlan> PlanAsync(Brief brief, Script? script, decimal? maxCost, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(watcher);
        var cast = await casting.ChooseAsync(brief, cancellation);
        if (script is null && maxCost is not null && (await pricing.ForecastAsync(cast, brief, cancellation))?.OfScript().Beyond(maxCost) is { } dear)
            throw dear.AsException();
        var (settled, written) = await before.DraftAsync(brief, script, casting.LengthsOf(cast, brief), watcher, cancellation);
        var warnings = before.LookAt(written, settled, Leaves(cast.Providers)).ToList();
        cast = casting.Suit(cast, settled, written, warnings.Add);
        warnings.AddRange(casting.Remarks(cast, settled));
        var estimate = await pricing.OfAsync(cast, settled, written, isNew: script is null, cancellation);
        return new FilmPlan(written, OrderWriter.SizeOf(settled), cast.Providers, warnings, estimate);
    }

    /// <summary>
    /// Has the user agree to what a new film costs, where somebody asks for money. A language model that is yet to write asks first of all: then the
    /// estimate is of the whole film, and the user is asked again only where the script comes to more.
    /// </summary>
    /// <returns>The script that the price is for; null where none was given and nothing had to be agreed to but the script itself.</returns>
    /// <exception cref="MistakeException">It is more than the user's bound.</exception>
    /// <exception cref="DeclinedException">The user said no.</exception>
    public async Task<Script?> AgreeAsync(Brief brief, Script? script, ShootingWishes wishes, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        ArgumentNullException.ThrowIfNull(watcher);
        if (!wishes.HasLimits)
            return script;
        var cast = await casting.ChooseAsync(brief, cancellation);
        var forecast = script is null ? await pricing.ForecastAsync(cast, brief, cancellation) : null;
        if (forecast is not null)
            wishes.Agree(forecast);
        if (!await pricing.ChargesAsync(cast, brief, cancellation))
            return script;
        var plan = await PlanAsync(brief, script, null, watcher, cancellation);
        if (forecast?.Covers(plan.Cost) != true)
            wishes.Agree(plan.Cost);
        Preproduction.TellWriter(brief, plan.Script, written: script is null, watcher);
        return plan.Script;
    }

    /// <summary>Has the user agree to what the script of a new film costs, where a language model writes it for money.</summary>
    /// <exception cref="MistakeException">It is more than the user's bound.</exception>
    /// <exception cref="DeclinedException">The user said no.</exception>
    public async Task AgreeToScriptAsync(Brief brief, ShootingWishes wishes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        if (wishes.HasLimits && await pricing.ForecastAsync(await casting.ChooseAsync(brief, cancellation), brief, cancellation) is { } forecast)
            wishes.Agree(forecast.OfScript());
    }

    /// <summary>Makes the project of a new film.</summary>
    /// <exception cref="MistakeException">Something that was asked for cannot be; nothing was made then.</exception>
    public async Task<Project> BeginAsync(Brief brief, Script? script, string? folder, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(watcher);
        var cast = await casting.ChooseAsync(brief, cancellation);
        return await before.BeginAsync(brief, script, folder, casting.LengthsOf(cast, brief), Suits, Leaves(cast.Providers), watcher, cancellation);

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
        var (sheet, agreed) = await SpeakAsync(project, cast.Providers, null, wishes, watcher, cancellation);
        await opening;
        cast = casting.Suit(cast, project.Brief, sheet.Script, static _ => { });
        var selection = await after.SelectAsync(sheet, cancellation);
        var lacking = sheet.SceneNumbers.Where(scene => selection.Lacking(scene) > 0).ToList();
        if (lacking.Count > 0)
            AgreeToClips(casting.Estimate(cast, project.Brief, [.. lacking.Select(scene => sheet.Script.Scenes[scene - 1].Duration)], lacking.Max(selection.Lacking)), agreed, sheet, wishes);
        var run = lacking.Count == 0 ? null : await shoots.StartAsync(
            new ShootPlan
            {
                Project = project.Folder,
                Title = sheet.Script.Title,
                Orders = await WordAsync(Chained([.. lacking.Select(sheet.OrderOf)], project.Brief, cast.Providers, selection), project, cast.Providers, watcher, cancellation),
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
        var account = request.Account is { } named ? Casting.Find(await books.AccountsAsync(cancellation), named).Account.Id : null;
        var project = folders.Open(run.Project);
        var scenes = folders.ReadScript(project).Scenes.Count;
        if (request.Scene > scenes)
            throw Mistake.Input("film.no-scene", "scene", request.Scene, scenes).AsException();
        var settles = request.SubmitUnknownAgain || request.CheckUnknownAgain;
        var filming = await FilmingAsync(run, account, cancellation);
        var (sheet, agreed) = await SpeakAsync(project, filming, settles ? [] : request.Scene is { } one ? [one] : null, wishes, watcher, cancellation);
        var selection = await after.SelectAsync(sheet, cancellation);
        if (settles)
            await SettleUnknownAsync(run.Id, request, watcher, cancellation);
        else
            await AddTakesAsync(run, request, account, sheet, selection, cost => AgreeToClips(cost, agreed, sheet, wishes), watcher, cancellation);
        return await ShootAndCutAsync(sheet, run.Id, run.Events, wishes, watcher, began, cancellation);
    }

    /// <summary>Cuts a project from the takes it has.</summary>
    public async Task<FilmReport> CutAsync(Project project, bool partial, IFilmWatcher watcher, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var began = time.GetTimestamp();
        var sheet = await before.SheetAsync(project, watcher, cancellation);
        var run = (await books.RunsAsync(cancellation)).FirstOrDefault(candidate => candidate.Project == project.Folder);
        return await CutAndReportAsync(sheet, run?.Id, partial, watcher, began, cancellation);
    }

    /// <summary>Whether somebody else than this machine reads the script, and may refuse to film it.</summary>
    private static bool Leaves(IReadOnlyList<string> providers) => providers.Any(provider => provider != Casting.Fallback);

    private async Task<FilmReport> ResumeRunAsync(RunSheet run, ShootingWishes wishes, IFilmWatcher watcher, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var (sheet, _) = await SpeakAsync(folders.Open(run.Project), run.Providers, [], wishes, watcher, cancellation);
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
                await ShootAsync(run, seen, wishes, watcher, arrivals.Writer, cancellation);
                await TellUnchainedAsync(run, watcher, cancellation);
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

    private async Task ShootAsync(string run, long seen, ShootingWishes wishes, IFilmWatcher watcher, ChannelWriter<int> arrivals, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watching = WatchAsync(run, seen, watcher, arrivals, stop.Token);
        try
        {
            var ending = await shoots.FinishAsync(run, wishes.Wait, cancellation);
            if (ending is RunEnding.GaveUp gaveUp)
            {
                var accounts = (await books.AccountsAsync(cancellation)).ToDictionary(sheet => sheet.Account.Id, sheet => sheet.Account, StringComparer.Ordinal);
                foreach (var lane in gaveUp.Lanes)
                    watcher.Tell(new FilmNews.Warned($"{lane.AccountName}: {TroubleSentence.Of(lane.Trouble)} {RemedyOf(lane, accounts)}".TrimEnd()));
            }

            await watching;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private string? RemedyOf(StuckLane lane, Dictionary<string, Account> accounts) => accounts.TryGetValue(lane.Account, out var account)
        ? kinds.RemedyOf(account, lane.Trouble)
        : TroubleSentence.RemedyOf(lane.Trouble, lane.AccountName);

    private async Task WatchAsync(string run, long seen, IFilmWatcher watcher, ChannelWriter<int> arrivals, CancellationToken cancellation)
    {
        var news = new RunNews(watcher);
        await foreach (var recorded in shoots.WatchAsync(run, seen, cancellation))
        {
            news.Tell(recorded);
            if (recorded.Event is TakeReady ready)
                arrivals.TryWrite(ready.Scene);
        }

        news.Conclude();
    }

    private async Task<FilmReport> CutAndReportAsync(
        FilmSheet sheet, string? run, bool partial, IFilmWatcher watcher, long began, CancellationToken cancellation)
    {
        var cutBegan = time.GetTimestamp();
        var film = await after.CutAsync(sheet, run, partial, watcher, cancellation);
        var cut = time.GetElapsedTime(cutBegan);
        var sheetOfRun = run is null ? null : await books.RunAsync(run, cancellation);
        sheet = sheet with { Project = sheet.Project with { Translation = folders.Open(sheet.Project.Folder).Translation } };
        return Reporting.Of(
            sheet, await after.SelectAsync(sheet, cancellation), sheetOfRun, film, EstimateOf(sheet, sheetOfRun), time.GetElapsedTime(began), cut);
    }

    private async Task AddTakesAsync(
        RunSheet run,
        RetryRequest request,
        string? account,
        FilmSheet sheet,
        Selection selection,
        Action<CostEstimate> agree,
        IFilmWatcher watcher,
        CancellationToken cancellation)
    {
        var scenes = request.Scene is { } only
            ? [only]
            : sheet.SceneNumbers.Where(scene => selection.TakesOf(scene).All(take => take.State.IsSettled() && take.State != TakeState.Unknown)
                && (selection.Chosen(scene) is not { } chosen || selection.IsStale(chosen)));
        var orders = scenes
            .Select(scene => sheet.OrderOf(scene) with { Seed = request.Seed ?? Seeds.After(selection.TakesOf(scene) is [.., var last] ? last.Seed : 0) })
            .ToList();
        if (orders.Count == 0)
            return;
        var brief = sheet.Project.Brief;
        agree(casting.Estimate(await FilmingAsync(run, account, cancellation), brief, [.. orders.Select(order => order.Shot.Duration)], 1));
        var chained = Chained(orders, brief, run.Providers, selection);
        await shoots.AddAsync(run.Id, await WordAsync(chained, sheet.Project, run.Providers, watcher, cancellation), account, cancellation);
    }

    /// <summary>Has the lines of a project spoken, once the user agreed to what those cost that nobody has spoken yet, and the clips with them.</summary>
    /// <param name="scenes">Numbers of the scenes that are filmed for certain; null: those without a take. Which others are, is known when they were spoken.</param>
    /// <returns>What was agreed to; null: nobody had to be asked yet.</returns>
    private async Task<(FilmSheet Sheet, CostEstimate? Agreed)> SpeakAsync(
        Project project, IReadOnlyList<string> filming, IReadOnlyList<int>? scenes, ShootingWishes wishes, IFilmWatcher watcher, CancellationToken cancellation)
    {
        CostEstimate? agreed = null;
        if (wishes.HasLimits)
        {
            var script = folders.ReadScript(project);
            var voices = await pricing.VoicesAsync(project, script, cancellation);
            if (!voices.IsFree)
            {
                var taken = (await books.TakesOfProjectAsync(project.Folder, cancellation)).Select(take => take.Scene).ToHashSet();
                scenes ??= [.. Enumerable.Range(1, script.Scenes.Count).Where(scene => !taken.Contains(scene))];
                agreed = casting.Estimate(filming, project.Brief, [.. scenes.Select(scene => script.Scenes[scene - 1].Duration)], project.Brief.Copies) with { Voices = voices };
                wishes.Agree(agreed);
            }
        }

        return (await before.SheetAsync(project, watcher, cancellation), agreed);
    }

    /// <summary>Has the user agree to what clips cost, unless that was agreed to with the voices; these are spoken by now.</summary>
    private static void AgreeToClips(CostEstimate clips, CostEstimate? agreed, FilmSheet sheet, ShootingWishes wishes)
    {
        if (clips.IsFree)
            return;
        var spent = sheet.Spoken.Bill.Cost is { } cost ? new CostShare(cost, []) : agreed?.Voices ?? CostShare.Nothing;
        var covered = agreed is not null && (agreed with { Voices = CostShare.Nothing }).Covers(clips);
        (covered ? wishes with { Consent = null } : wishes).Agree(clips with { Voices = spent });
    }

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

    /// <summary>With <c>--chain</c>, each scene goes on from the one before: from the take that is filmed now, else from the one that the cut uses.</summary>
    private IReadOnlyList<ShotOrder> Chained(IReadOnlyList<ShotOrder> orders, Brief brief, IReadOnlyList<string> providers, Selection selection)
    {
        if (!casting.Chains(providers, brief))
            return orders;
        var filmed = orders.Select(order => order.Scene).ToHashSet();
        return
        [
            .. orders.Select(order => filmed.Contains(order.Scene - 1) ? order with { After = order.Scene - 1 }
                : selection.Chosen(order.Scene - 1)?.Clip is { } clip ? order with { FirstFrame = ChainedFrame.Beside(clip.Path) }
                : order),
        ];
    }

    /// <summary>Chained scenes that had nothing to go on from, because the scene before came to no clip.</summary>
    private async Task TellUnchainedAsync(string run, IFilmWatcher watcher, CancellationToken cancellation)
    {
        var scenes = new SortedSet<int>();
        foreach (var take in (await books.TakesAsync(run, cancellation)).Where(take => take.State == TakeState.Ready))
        {
            if (await books.OrderAsync(take.Id, cancellation) is { After: not null, FirstFrame: null })
                scenes.Add(take.Scene);
        }

        if (scenes.Count > 0)
            watcher.Tell(new FilmNews.Warned(Sentence.Of("film.unchained", string.Join(", ", scenes))));
    }

    private async Task<IReadOnlyList<ShotOrder>> WordAsync(
        IReadOnlyList<ShotOrder> orders, Project project, IReadOnlyList<string> providers, IFilmWatcher watcher, CancellationToken cancellation)
    {
        var worded = await prompts.WordAsync(orders, providers, project.Brief.Sound, sentence => watcher.Tell(new FilmNews.Warned(sentence)), cancellation);
        if (worded.TranslatedBy is { Calls: > 0 } translator)
        {
            // As it is now: the user may have picked a take since the film was opened.
            var now = folders.Open(project.Folder);
            folders.Save(now with { Translation = translator.Plus(now.Translation) });
            watcher.Tell(new FilmNews.Said(WritingWatch.TranslationOf(translator)));
        }

        return worded.Orders;
    }

    private async Task SettleUnknownAsync(string run, RetryRequest request, IFilmWatcher watcher, CancellationToken cancellation)
    {
        foreach (var take in await books.TakesAsync(run, cancellation))
        {
            if (take.State != TakeState.Unknown || (request.Scene is { } only && take.Scene != only))
                continue;
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
