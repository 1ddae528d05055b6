using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Runs;
using Rushes.Film;
using Rushes.Film.Scripts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Making;

/// <summary>Keeps takes with the scenes that they show when these get other numbers: what was filmed, and paid, is not filmed again for its place in the film.</summary>
public sealed class TakeFiler(IProjectFolders folders, IStudioStore books, ITakeFiles files, IPresence me, StaleTakes stale)
{
    /// <summary>Takes the takes along with their scenes.</summary>
    /// <returns>The project with its picks as they are now; not saved yet.</returns>
    /// <exception cref="MistakeException">Another process films the project: it would cut the scenes as it knows them.</exception>
    public async Task<Project> MoveAsync(Project project, SceneMoves moves, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(moves);
        if (moves.AreNone)
            return project;
        if (await IsFilmedAsync(project, cancellation))
            throw Mistake.Input("film.in-hand", "project", project.Name).AsException();
        var takes = await books.TakesOfProjectAsync(project.Folder, cancellation);
        var homes = takes.ToDictionary(take => take.Id, take => moves.To(take.Scene) ?? FiledTake.NoScene);
        return await FileAsync(project, takes, homes, moves.To, cancellation);
    }

    /// <summary>Finds the takes whose scenes were moved where nobody of this program saw it, as in an editor.</summary>
    /// <returns>The project with its picks as they are now, and saved.</returns>
    public async Task<Project> FollowAsync(Project project, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (await IsFilmedAsync(project, cancellation))
            return project;
        var takes = await books.TakesOfProjectAsync(project.Folder, cancellation);
        if (takes.Count == 0)
            return project;
        var homes = await stale.ElsewhereAsync(project, folders.ReadScript(project), takes, cancellation);
        var followed = await FileAsync(project, takes, homes, static scene => scene, cancellation);
        if (followed.Picks != project.Picks)
            folders.Save(followed);
        return followed;
    }

    private async Task<bool> IsFilmedAsync(Project project, CancellationToken cancellation)
    {
        await books.PauseForsakenAsync(me, cancellation);
        return (await books.RunsAsync(cancellation)).Any(run => run.Project == project.Folder && run.State == RunState.Filming);
    }

    /// <param name="homes">The scene of each take that goes somewhere, by its id.</param>
    /// <param name="to">Where the scene went that a clip goes on from.</param>
    private async Task<Project> FileAsync(
        Project project, IReadOnlyList<TakeSheet> takes, IReadOnlyDictionary<long, int> homes, Func<int, int?> to, CancellationToken cancellation)
    {
        var makers = (await books.AccountsAsync(cancellation)).ToDictionary(account => account.Account.Id, account => account.Account.Provider, StringComparer.Ordinal);
        var filed = new List<FiledTake>();
        foreach (var take in takes)
        {
            if (!homes.TryGetValue(take.Id, out var home) || home == take.Scene || await books.OrderAsync(take.Id, cancellation) is not { } order)
                continue;
            var under = OrderWriter.Under(order, home, order.After is { } after ? to(after) : null);

            // This machine's slates tell the number of the scene: a clip with another one is kept, but does not fit while the scene has that number.
            var slated = order.Slated ?? order.Scene;
            var hasSlate = order.Slate && take is { State: TakeState.Ready, Account: { } account } && makers.GetValueOrDefault(account) == Casting.Fallback;
            if (hasSlate && slated != home)
                under = under with { Slated = slated };
            filed.Add(new(take.Id, home, under, files.HighestTake(project.Folder, home)));
        }

        if (filed.Count == 0)
            return project;
        var now = await books.FileTakesAsync(project.Folder, filed, cancellation);
        var picks = new Dictionary<int, int>();
        foreach (var (scene, number) in project.Picks)
        {
            var take = takes.FirstOrDefault(take => take.Scene == scene && take.Take == number);
            var (place, nowNumber) = take is not null && now.TryGetValue(take.Id, out var there) ? there : (scene, number);
            if (place != FiledTake.NoScene)
                picks.TryAdd(place, nowNumber);
        }

        return project with { Picks = picks };
    }
}
