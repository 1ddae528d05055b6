using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Rushes.Engine.Making.Commissions;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Texts;
using Rushes.Engine.Watching;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Making;

/// <summary>
/// Films in the background, for a studio that many pages look at: begun here, a film goes on whoever watches. One work a project at a time; whatever
/// this process leaves unfinished is taken up by the next one.
/// </summary>
public sealed partial class FilmDesk(
    FilmPlanner planner,
    FilmMaker maker,
    Shoots shoots,
    IProjectFolders folders,
    IStudioStore books,
    ICommissionBook commissions,
    TimeProvider time,
    ILogger<FilmDesk> log)
    : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FilmInHand> _films = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _door = new();

    /// <summary>Everything begun since the studio opened, the newest first.</summary>
    public IReadOnlyList<FilmInHand> Films => [.. _films.Values.OrderByDescending(film => film.BegunAt)];

    /// <summary>Beats when a work was begun.</summary>
    public Pulse Changed { get; } = new();

    public FilmInHand? Find(string id) => _films.GetValueOrDefault(id);

    /// <summary>The newest work on a project; null when there was none since the studio opened.</summary>
    public FilmInHand? Of(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return Films.FirstOrDefault(film => film.Project?.Folder == project.Folder);
    }

    /// <summary>The name of a work that is not begun yet.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(12, lowercase: true);

    /// <summary>Begins a new film and returns at once.</summary>
    /// <param name="script">The user's own; null has one written.</param>
    /// <param name="scriptOnly">Stop when the script is there, so that it can be looked at before anything is filmed.</param>
    /// <param name="id">Where the work was named before it is begun; one that was begun under this name and came to something is not begun again.</param>
    public FilmInHand Begin(Brief brief, Script? script, ShootingWishes wishes, bool scriptOnly, string? id = null) => Work(id, null, async film =>
    {
        var asking = Heard(wishes, film);
        if (scriptOnly && script is null)
        {
            await planner.AgreeToScriptsAsync(brief, [0], asking, film.Stop);
        }
        else if (wishes.Asks)
        {
            // Whoever is asked sees the script before the question about its clips, and keeps it whatever the answer is.
            if (script is null && await planner.AgreeToForecastAsync(brief, asking, film.Stop) is { } agreed)
                asking = asking.Beyond(agreed);
        }
        else if (!scriptOnly)
        {
            script = await planner.AgreeAsync(brief, script, asking, film, film.Stop);
            asking = asking.Agreed;
        }

        var project = await maker.BeginAsync(brief, script, null, film, film.Stop);
        film.Know(project);
        await commissions.KnowProjectAsync(film.Id, project.Folder, film.Stop);
        return scriptOnly ? null : await maker.FilmAsync(project, asking, film, film.Stop);
    }, brief: brief);

    /// <summary>Films what a project lacks, and cuts it.</summary>
    /// <exception cref="MistakeException">The project is being worked on.</exception>
    public FilmInHand Film(Project project, ShootingWishes wishes, string? id = null) =>
        Work(id, project, film => maker.FilmAsync(project, Heard(wishes, film), film, film.Stop)!);

    /// <exception cref="MistakeException">The project is being worked on.</exception>
    public FilmInHand Retry(Project project, RetryRequest request, ShootingWishes wishes, string? id = null) =>
        Work(id, project, film => maker.RetryAsync(request, Heard(wishes, film), film, film.Stop)!);

    /// <exception cref="MistakeException">The project is being worked on.</exception>
    public FilmInHand Resume(Project project, string run, ShootingWishes wishes, string? id = null) =>
        Work(id, project, film => maker.ResumeAsync(run, Heard(wishes, film), film, film.Stop));

    /// <exception cref="MistakeException">The project is being worked on.</exception>
    public FilmInHand Cut(Project project, bool partial, ShootingWishes wishes, string? id = null) =>
        Work(id, project, film => maker.CutAsync(project, partial, Heard(wishes, film), film, film.Stop)!);

    /// <summary>Cuts a project with another brief for the cut, which is kept.</summary>
    /// <param name="partial">A card stands where a scene has no clip, and nothing is filmed.</param>
    /// <exception cref="MistakeException">The project is being worked on.</exception>
    public FilmInHand Recut(Project project, ShootingWishes wishes, string? id = null, bool partial = false) =>
        Work(id, project, film => maker.RecutAsync(project, partial, Heard(wishes, film), film, film.Stop)!);

    /// <summary>Has something written for the script of a project. Meanwhile nobody changes the script or films it.</summary>
    /// <param name="write">Gets the wishes with somebody to ask.</param>
    /// <exception cref="MistakeException">The project is being worked on.</exception>
    public FilmInHand Write(
        Project project, ScriptWork work, Func<ShootingWishes, IFilmWatcher, CancellationToken, Task> write, ShootingWishes wishes, string? id = null) =>
        Work(
            id,
            project,
            async film =>
            {
                await write(Heard(wishes, film), film, film.Stop);
                return null;
            },
            work);

    /// <summary>Stops what is done for a project; what was accepted by providers is kept for resuming.</summary>
    /// <param name="cancelRun">Cancels its run as well; otherwise the run is only paused.</param>
    public async Task StopAsync(Project project, bool cancelRun, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (cancelRun && (await books.RunsAsync(cancellation)).FirstOrDefault(run => run.Project == project.Folder && run.State == RunState.Filming) is { } filming)
            await shoots.CancelAsync(filming.Id, TimeSpan.FromSeconds(5), cancellation);
        if (Of(project) is { IsOver: false } film)
        {
            film.Cancel();
            await film.Over;
        }

        if (!cancelRun && (await books.RunsAsync(cancellation)).FirstOrDefault(run => run.Project == project.Folder && run.State == RunState.Filming) is { } left)
            await shoots.LeaveAsync(left.Id, cancellation);
    }

    /// <summary>Removes a project with everything that is known of it.</summary>
    /// <exception cref="MistakeException">The project is being worked on.</exception>
    public async Task RemoveAsync(Project project, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (Of(project) is { IsOver: false })
            throw Mistake.Input("film.in-hand", "project", project.Name).AsException();
        if (!await books.ForgetProjectAsync(project.Folder, cancellation))
            throw Mistake.Input("project.busy", "project", project.Name).AsException();
        folders.Remove(project);
    }

    /// <summary>
    /// Takes up the runs that an earlier studio of this home left when it closed or died. Runs that somebody paused or cancelled stay as they are, and so do
    /// those that ended with takes that failed: filming these again may cost money, so it is the user's to say.
    /// </summary>
    public async Task TakeUpAsync(ShootingWishes wishes, CancellationToken cancellation)
    {
        foreach (var run in (await books.RunsAsync(cancellation)).Where(run => run.State == RunState.Filming || run.LacksOnlyItsCut))
        {
            try
            {
                Resume(folders.Open(run.Project), run.Id, wishes);
            }
            catch (MistakeException gone)
            {
                LogNotTakenUp(log, run.Id, gone.Mistake.Code);
            }
        }
    }

    /// <summary>Stops what is in hand and leaves it to the next desk of this home, which takes it up.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Task.WhenAll(_films.Values.Select(film => film.Over));
        shoots.HandOver();
        _closing.Dispose();
    }

    private FilmInHand Work(string? id, Project? project, Func<FilmInHand, Task<FilmReport?>> work, ScriptWork? writes = null, Brief? brief = null)
    {
        FilmInHand film;
        lock (_door)
        {
            if (id is not null && _films.TryGetValue(id, out var begun) && begun is not { IsOver: true, Project: null })
                return begun;
            if (project is not null && Of(project) is { IsOver: false })
                throw Mistake.Input("film.in-hand", "project", project.Name).AsException();
            film = new FilmInHand(id ?? NewId(), project, time, _closing.Token) { Writes = writes, Brief = brief };
            _films[film.Id] = film;
            film.Over = Task.Run(() => RunAsync(film, work));
        }

        Changed.Beat();
        return film;
    }

    /// <summary>Wishes that ask, with somebody to ask: whoever looks at the film.</summary>
    private static ShootingWishes Heard(ShootingWishes wishes, FilmInHand film) => wishes.Asks ? wishes with { Consent = film.AskAsync } : wishes;

    private async Task RunAsync(FilmInHand film, Func<FilmInHand, Task<FilmReport?>> work)
    {
        var (stage, report, mistake) = await EndOfAsync(film, work);
        film.End(stage, report, mistake);

        // What the studio's closing breaks off is the next studio's to end.
        if (stage != FilmStage.Cancelled || !_closing.IsCancellationRequested)
            await NoteAsync(film, stage);
    }

    private async Task<(FilmStage Stage, FilmReport? Report, Mistake? Mistake)> EndOfAsync(FilmInHand film, Func<FilmInHand, Task<FilmReport?>> work)
    {
        try
        {
            return (FilmStage.Done, await work(film), null);
        }
        catch (MistakeException wrong)
        {
            return (FilmStage.Stopped, null, wrong.Mistake);
        }
        catch (DeclinedException)
        {
            film.Tell(new FilmNews.Said(Sentence.Of("film.declined")));
            return (FilmStage.Cancelled, null, null);
        }
        catch (OperationCanceledException)
        {
            return (FilmStage.Cancelled, null, null);
        }
        catch (Exception problem)
        {
            LogBroke(log, problem, film.Id);
            return (FilmStage.Stopped, null, Mistake.Machine("film.broke", problem.Message));
        }
    }

    private async Task NoteAsync(FilmInHand film, FilmStage outcome)
    {
        try
        {
            await commissions.EndAsync(film.Id, outcome, CancellationToken.None);
        }
        catch (MistakeException full)
        {
            LogNotNoted(log, film.Id, full.Mistake.Code);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The work {Film} broke")]
    private static partial void LogBroke(ILogger log, Exception problem, string film);

    [LoggerMessage(Level = LogLevel.Warning, Message = "How the work {Film} ended could not be noted: {Code}")]
    private static partial void LogNotNoted(ILogger log, string film, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} could not be taken up: {Code}")]
    private static partial void LogNotTakenUp(ILogger log, string run, string code);
}
