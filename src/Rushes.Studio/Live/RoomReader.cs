using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film;
using Rushes.Film.Accounts;
using Rushes.Film.Scripts;
using Rushes.Film.Takes;

namespace Rushes.Studio.Live;

/// <summary>Reads rooms from the folders and the books.</summary>
public sealed class RoomReader(IProjectFolders folders, IStudioStore books, StaleTakes stale, FilmDesk desk)
{
    private const int Page = 1000;

    /// <summary>The order in which a scene's takes speak for it while none is ready.</summary>
    private static readonly TakeState[] FurthestFirst =
    [
        TakeState.Upscaling, TakeState.Downloading, TakeState.Generating, TakeState.Submitting, TakeState.Queued, TakeState.Unknown, TakeState.Blocked,
        TakeState.Failed, TakeState.Cancelled,
    ];

    public IProjectFolders Folders => folders;

    /// <summary>A project by its own name; nothing from outside is ever used as a path.</summary>
    /// <exception cref="MistakeException">There is none of this name.</exception>
    public Project Project(string name) => folders.OpenNamed(name);

    public async Task<RoomView> ReadAsync(string name, CancellationToken cancellation)
    {
        var project = Project(name);
        var run = await RunOfAsync(project, cancellation);
        var (lanes, log) = (new Swimlanes(), new RunLog());
        if (run is not null)
            await CatchUpAsync(run.Id, lanes, log.Tell, cancellation);
        return (await ReadAsync(project, run, lanes, cancellation)) with { Told = log.Lines };
    }

    /// <summary>A room without its lanes, for the pages that show none.</summary>
    public Task<RoomView> LookAsync(string name, CancellationToken cancellation) => ReadAsync(Project(name), null, new Swimlanes(), cancellation);

    /// <param name="lanes">Of the run, told all that happened.</param>
    public async Task<RoomView> ReadAsync(Project project, RunSheet? run, Swimlanes lanes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        var papers = Papers.StateOf(project);
        var script = ScriptOf(project);
        var takes = await books.TakesOfProjectAsync(project.Folder, cancellation);
        var behind = script is null ? new HashSet<long>() : await stale.AmongAsync(project, script, takes, cancellation);
        return new RoomView(project, script, ScenesOf(project, script, takes, behind), run, lanes, desk.Of(project), File.Exists(project.FilmFile))
        {
            Accounts = await AccountsAsync(run, cancellation),
            Papers = papers,
        };
    }

    /// <summary>The accounts that may film further takes of a run.</summary>
    public async Task<IReadOnlyList<Account>> AccountsAsync(RunSheet? run, CancellationToken cancellation) => run is null
        ? []
        : [.. (await books.AccountsAsync(cancellation)).Select(sheet => sheet.Account).Where(account => account.Enabled && run.IsFilmedBy(account))];

    /// <summary>The newest run of a project; null when nothing was shot.</summary>
    public async Task<RunSheet?> RunOfAsync(Project project, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        return (await books.RunsAsync(cancellation)).FirstOrDefault(candidate => candidate.Project == project.Folder);
    }

    /// <summary>Tells the lanes what happened since.</summary>
    /// <param name="heard">Hears of each event.</param>
    /// <returns>The accounts whose lanes look different now.</returns>
    public async Task<IReadOnlySet<string>> CatchUpAsync(string run, Swimlanes lanes, Action<RecordedEvent>? heard, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lanes);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        while (await books.EventsAsync(run, lanes.Sequence, Page, cancellation) is { Count: > 0 } events)
        {
            foreach (var recorded in events)
            {
                changed.UnionWith(lanes.Tell(recorded));
                heard?.Invoke(recorded);
            }
        }

        return changed;
    }

    private static IReadOnlyList<SceneView> ScenesOf(Project project, Script? script, IReadOnlyList<TakeSheet> takes, IReadOnlySet<long> stale)
    {
        var byScene = takes.ToLookup(take => take.Scene);
        return [.. (script?.Scenes ?? []).Select((scene, index) => SceneOf(project, scene, index + 1, [.. byScene[index + 1].OrderBy(take => take.Take)], stale))];
    }

    private static SceneView SceneOf(Project project, Scene scene, int number, IReadOnlyList<TakeSheet> takes, IReadOnlySet<long> stale)
    {
        var ready = takes.Where(take => take.State == TakeState.Ready).ToList();
        var chosen = project.Picks.TryGetValue(number, out var picked) ? ready.Find(take => take.Take == picked) : null;
        chosen ??= ready.OrderBy(take => stale.Contains(take.Id)).ThenByDescending(take => take.Take).FirstOrDefault();
        chosen ??= takes.OrderBy(take => Array.IndexOf(FurthestFirst, take.State)).ThenByDescending(take => take.Take).FirstOrDefault();
        return new SceneView(number, scene, takes, chosen, null) { Stale = stale };
    }

    private Script? ScriptOf(Project project)
    {
        try
        {
            return folders.ReadScript(project);
        }
        catch (MistakeException)
        {
            return null;
        }
    }
}
