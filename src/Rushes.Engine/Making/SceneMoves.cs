using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>Where the scenes of a script went in another version of it.</summary>
public sealed class SceneMoves
{
    private readonly int?[] _from;
    private readonly int?[] _to;

    private SceneMoves(int?[] from, int?[] to) => (_from, _to) = (from, to);

    /// <summary>For each scene now its index before; null where a scene was made that was not there, as by adding, splitting or merging.</summary>
    public IReadOnlyList<int?> Origins => _from;

    /// <summary>Whether every scene kept its number.</summary>
    public bool AreNone => _to.Index().All(move => move.Item == move.Index);

    /// <summary>Compares two versions of a script's scenes.</summary>
    public static SceneMoves Between(IReadOnlyList<Scene> before, IReadOnlyList<Scene> now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var (from, to) = (new int?[now.Count], new int?[before.Count]);
        Pair<Scene>(ReferenceEqualityComparer.Instance, static scene => scene);

        // Who writes the whole script anew, such as a program, brings no scene that was there, but most with the same words.
        if (from.Contains(null))
            Pair(StringComparer.Ordinal, ScriptJson.Write);

        // A scene whose fields were edited stands where one is gone.
        var (made, gone) = (Open(from), Open(to));
        if (made.Count == gone.Count)
        {
            foreach (var (place, origin) in made.Zip(gone))
                (from[place], to[origin]) = (origin, place);
        }
        else
        {
            // What was split or merged goes on in what was made of it: what stands now behind the scene before it.
            foreach (var origin in gone)
            {
                if ((origin == 0 ? 0 : Behind(origin - 1)) is { } place && place < now.Count && from[place] is null)
                    to[origin] = place;
            }
        }

        return new SceneMoves(from, to);

        // Where a scene was made, there may go more than one.
        int? Behind(int origin) => to[origin] is not { } place ? null : from[place] is null ? place : place + 1;

        void Pair<TKey>(IEqualityComparer<TKey> same, Func<Scene, TKey> key)
            where TKey : notnull
        {
            var open = Open(to).GroupBy(origin => key(before[origin]), same).ToDictionary(group => group.Key, group => new Queue<int>(group), same);
            foreach (var place in Open(from))
            {
                if (open.TryGetValue(key(now[place]), out var origins) && origins.TryDequeue(out var origin))
                    (from[place], to[origin]) = (origin, place);
            }
        }
    }

    /// <summary>The number that a scene has now; null: it is gone. Scenes are numbered from 1; what was no scene before stays what it is.</summary>
    public int? To(int scene) => scene < 1 || scene > _to.Length ? scene : _to[scene - 1] + 1;

    private static List<int> Open(int?[] places) => [.. places.Index().Where(place => place.Item is null).Select(place => place.Index)];
}
