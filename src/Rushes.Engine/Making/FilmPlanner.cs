using Rushes.Engine.Library;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Runs;
using Rushes.Film;
using Rushes.Film.Accounts;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>Says beforehand what a film takes, and has the user agree to what it costs before it costs that.</summary>
public sealed class FilmPlanner(IProjectFolders folders, Preproduction before, ModelCasting casting, FilmPricing pricing, IStudioStore books)
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
        var limits = casting.LimitsOf(cast, brief);
        var (settled, written) = await before.DraftAsync(brief, script, limits, watcher, cancellation);
        var warnings = before.LookAt(written, settled, limits, Casting.Leaves(cast.Providers)).ToList();
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
        var forecast = script is null ? await AgreeToForecastAsync(brief, wishes, cancellation) : null;
        if (!await pricing.ChargesAsync(await casting.ChooseAsync(brief, cancellation), brief, cancellation))
            return script;
        var plan = await PlanAsync(brief, script, null, watcher, cancellation);
        if (forecast?.Covers(plan.Cost) != true)
            await wishes.AgreeAsync(plan.Cost, cancellation);
        Preproduction.TellWriter(brief, plan.Script, written: script is null, watcher);
        return plan.Script;
    }

    /// <summary>Has the user agree to what scripts alone cost, where a language model writes them for money.</summary>
    /// <param name="variants">Which of them: 0 is the script itself.</param>
    /// <exception cref="MistakeException">It is more than the user's bound.</exception>
    /// <exception cref="DeclinedException">The user said no.</exception>
    public async Task AgreeToScriptsAsync(Brief brief, IReadOnlyList<int> variants, ShootingWishes wishes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        if (wishes.HasLimits)
            await wishes.AgreeAsync(await pricing.OfScriptsAsync(await casting.ChooseAsync(brief, cancellation), brief, variants, cancellation), cancellation);
    }

    /// <summary>Has the user agree to what writing one scene anew costs, where a language model writes it for money.</summary>
    /// <param name="scene">Counted from 1.</param>
    /// <exception cref="MistakeException">It is more than the user's bound, or there is no such scene.</exception>
    /// <exception cref="DeclinedException">The user said no.</exception>
    public async Task AgreeToSceneAsync(Project project, Script script, int scene, ShootingWishes wishes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(wishes);
        if (wishes.HasLimits)
            await wishes.AgreeAsync(await pricing.OfSceneAsync(await casting.ChooseAsync(project.Brief, cancellation), project.Brief, script, scene, cancellation), cancellation);
    }

    /// <summary>Has the user agree to the estimate of a whole film, where a language model is yet to write its script for money.</summary>
    /// <returns>What was agreed to; null: nobody had to be asked yet.</returns>
    /// <exception cref="MistakeException">It is more than the user's bound.</exception>
    /// <exception cref="DeclinedException">The user said no.</exception>
    public async Task<CostEstimate?> AgreeToForecastAsync(Brief brief, ShootingWishes wishes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        var cast = await casting.ChooseAsync(brief, cancellation);
        if (!wishes.HasLimits || await pricing.ForecastAsync(cast, brief, cancellation) is not { } forecast)
            return null;
        await wishes.AgreeAsync(forecast with { Accounts = await AccountsAsync(cast.Providers, cast.Accounts, cancellation) }, cancellation);
        return forecast;
    }

    /// <summary>Has the user agree to what those lines of a project cost that nobody has spoken yet, and the clips with them.</summary>
    /// <param name="scenes">Numbers of the scenes that are filmed for certain; null: those without a take. Which others are, is known when they were spoken.</param>
    /// <returns>What was agreed to; null: nobody had to be asked yet.</returns>
    public async Task<CostEstimate?> AgreeToVoicesAsync(
        Project project, IReadOnlyList<string> filming, IReadOnlyList<int>? scenes, ShootingWishes wishes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(wishes);
        if (!wishes.HasLimits)
            return null;
        var script = folders.ReadScript(project);
        var voices = await pricing.VoicesAsync(project, script, cancellation);
        if (voices.IsFree)
            return null;
        var taken = (await books.TakesOfProjectAsync(project.Folder, cancellation)).Select(take => take.Scene).ToHashSet();
        scenes ??= [.. Enumerable.Range(1, script.Scenes.Count).Where(scene => !taken.Contains(scene))];
        var cost = await pricing.OfTakesAsync(filming, project.Brief, script, scenes, project.Brief.Copies, cancellation) with
        {
            Voices = voices,
            Accounts = await AccountsAsync(filming, project.Brief.Accounts, cancellation),
        };
        await wishes.AgreeAsync(cost, cancellation);
        return cost;
    }

    /// <summary>Has the user agree to what takes of a project cost, unless that was agreed to with the voices; these are spoken by now.</summary>
    /// <param name="filming">Providers that may film them.</param>
    /// <param name="only">Ids of the only accounts that may; empty: every enabled one.</param>
    /// <param name="scenes">Numbers of their scenes.</param>
    /// <param name="copies">Takes a scene.</param>
    /// <param name="agreed">From <see cref="AgreeToVoicesAsync"/>.</param>
    /// <exception cref="MistakeException">It is more than the user's bound.</exception>
    /// <exception cref="DeclinedException">The user said no.</exception>
    public async Task AgreeToTakesAsync(
        IReadOnlyList<string> filming,
        IReadOnlyList<string> only,
        FilmSheet sheet,
        IReadOnlyList<int> scenes,
        int copies,
        CostEstimate? agreed,
        ShootingWishes wishes,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(wishes);
        if (!wishes.HasLimits)
            return;
        var takes = await pricing.OfTakesAsync(filming, sheet.Project.Brief, sheet.Script, scenes, copies, cancellation);
        if (takes.IsFree)
            return;
        var spent = sheet.Spoken.Bill.Cost is { } cost ? new CostShare(cost, []) : agreed?.Voices ?? CostShare.Nothing;
        var covered = agreed is not null && (agreed with { Voices = CostShare.Nothing }).Covers(takes);
        var asked = takes with { Voices = spent, Accounts = await AccountsAsync(filming, only, cancellation) };
        await (covered ? wishes with { Consent = null } : wishes).AgreeAsync(asked, cancellation);
    }

    /// <param name="only">Ids or names.</param>
    private async Task<IReadOnlyList<Account>> AccountsAsync(IReadOnlyList<string> filming, IReadOnlyList<string> only, CancellationToken cancellation) =>
    [
        .. (await books.AccountsAsync(cancellation)).Select(sheet => sheet.Account)
            .Where(account => filming.Contains(account.Provider))
            .Where(account => only.Count == 0 ? account.Enabled : only.Contains(account.Id) || only.Contains(account.Name, StringComparer.OrdinalIgnoreCase)),
    ];
}
