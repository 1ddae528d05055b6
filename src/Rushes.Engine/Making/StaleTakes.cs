using System.Collections.Concurrent;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Voices;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>
/// Which takes the script has left behind, told without speaking a line: what was written of a scene is compared with what its takes were ordered from.
/// What <see cref="Selection"/> compares beyond it, the spoken lines and what the cut sets, changes only when the project is filmed or cut.
/// </summary>
public sealed class StaleTakes(IRunBook books)
{
    /// <summary>By take and digest: what was ordered changes with the number of its scene alone.</summary>
    private readonly ConcurrentDictionary<(long Take, string Digest), string> _ordered = new();

    /// <summary>By project: the scenes of script and brief of a moment.</summary>
    private readonly ConcurrentDictionary<string, (string Papers, IReadOnlyList<string> Scenes)> _written = new(StringComparer.Ordinal);

    /// <param name="script">As it is now.</param>
    /// <returns>Ids of those whose scene was changed since, or is not there any more.</returns>
    public async Task<IReadOnlySet<long>> AmongAsync(Project project, Script script, IEnumerable<TakeSheet> takes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(takes);
        var written = WrittenOf(project, script);
        var stale = new HashSet<long>();
        foreach (var take in takes)
        {
            if (take.Scene < 1 || take.Scene > written.Count || await OrderedAsync(take, cancellation) != written[take.Scene - 1])
                stale.Add(take.Id);
        }

        return stale;
    }

    /// <summary>
    /// Which of the takes that the script has left behind fit another scene of it, as after somebody moved scenes in the file: each goes to the one that has
    /// the fewest that fit.
    /// </summary>
    /// <returns>The scene's number by id.</returns>
    public async Task<IReadOnlyDictionary<long, int>> ElsewhereAsync(Project project, Script script, IReadOnlyList<TakeSheet> takes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(script);
        var homes = new Dictionary<long, int>();
        var stale = await AmongAsync(project, script, takes, cancellation);
        if (stale.Count == 0)
            return homes;
        var scenes = Enumerable.Range(1, script.Scenes.Count).ToLookup(scene => Anywhere(OrderOf(project, script, scene)), StringComparer.Ordinal);
        var fitting = takes.Where(take => !stale.Contains(take.Id)).CountBy(take => take.Scene).ToDictionary();
        foreach (var take in takes.Where(take => stale.Contains(take.Id)).OrderBy(take => take.Take))
        {
            var fits = await books.OrderAsync(take.Id, cancellation) is { } order ? scenes[Anywhere(order)] : [];
            if (!fits.Any())
                continue;
            var home = fits.MinBy(scene => fitting.GetValueOrDefault(scene));
            homes[take.Id] = home;
            fitting[home] = fitting.GetValueOrDefault(home) + 1;
        }

        return homes;
    }

    private IReadOnlyList<string> WrittenOf(Project project, Script script)
    {
        var papers = Papers.StateOf(project);
        if (_written.TryGetValue(project.Folder, out var known) && known.Papers == papers && known.Scenes.Count == script.Scenes.Count)
            return known.Scenes;
        IReadOnlyList<string> scenes = [.. script.Scenes.Select((_, index) => Essence(OrderOf(project, script, index + 1)))];
        _written[project.Folder] = (papers, scenes);
        return scenes;
    }

    private async Task<string?> OrderedAsync(TakeSheet take, CancellationToken cancellation)
    {
        if (_ordered.TryGetValue((take.Id, take.Digest), out var known))
            return known;
        return await books.OrderAsync(take.Id, cancellation) is { } order ? _ordered[(take.Id, take.Digest)] = Essence(order) : null;
    }

    private static ShotOrder OrderOf(Project project, Script script, int scene) => OrderWriter.Write(project, script, new SpokenScene(scene, 0, [], 0), 1);

    /// <summary>What was ordered, whatever the scene's number.</summary>
    private static string Anywhere(ShotOrder order) => Essence(OrderWriter.Under(order, 1, null));

    private static string Essence(ShotOrder order) => OrderDigest.Of(order with { Frames = 0, Lines = [], Captions = [], Platform = null });
}
