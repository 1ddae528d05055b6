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
    /// <summary>By take. An order never changes.</summary>
    private readonly ConcurrentDictionary<long, string> _ordered = new();

    /// <summary>By project: the scenes of script and brief of a moment.</summary>
    private readonly ConcurrentDictionary<string, ((DateTime Script, DateTime Brief) At, IReadOnlyList<string> Scenes)> _written = new(StringComparer.Ordinal);

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
            if (take.Scene > written.Count || await OrderedAsync(take.Id, cancellation) != written[take.Scene - 1])
                stale.Add(take.Id);
        }

        return stale;
    }

    private IReadOnlyList<string> WrittenOf(Project project, Script script)
    {
        var at = (File.GetLastWriteTimeUtc(project.ScriptFile), File.GetLastWriteTimeUtc(project.ProjectFile));
        if (_written.TryGetValue(project.Folder, out var known) && known.At == at && known.Scenes.Count == script.Scenes.Count)
            return known.Scenes;
        IReadOnlyList<string> scenes = [.. script.Scenes.Select((_, index) => Essence(OrderWriter.Write(project, script, new SpokenScene(index + 1, 0, [], 0), 1)))];
        _written[project.Folder] = (at, scenes);
        return scenes;
    }

    private async Task<string?> OrderedAsync(long take, CancellationToken cancellation)
    {
        if (_ordered.TryGetValue(take, out var known))
            return known;
        return await books.OrderAsync(take, cancellation) is { } order ? _ordered[take] = Essence(order) : null;
    }

    private static string Essence(ShotOrder order) => OrderDigest.Of(order with { Frames = 0, Lines = [], Captions = [], Platform = null });
}
