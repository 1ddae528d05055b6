using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>Where the scenes of a script went in another version of it.</summary>
internal static class SceneMoves
{
    /// <returns>For each scene now its index before; null where a scene was made that was not there, as by splitting or merging.</returns>
    public static IReadOnlyList<int>? Between(IReadOnlyList<Scene> before, IReadOnlyList<Scene> now)
    {
        var places = new Dictionary<Scene, int>(ReferenceEqualityComparer.Instance);
        foreach (var (index, scene) in before.Index())
            places.TryAdd(scene, index);
        var known = now.Select(scene => places.TryGetValue(scene, out var place) ? place : (int?)null).ToList();
        var edited = new Queue<int>(Enumerable.Range(0, before.Count).Except(known.OfType<int>()));

        // A scene whose fields were edited stands where one is gone; a removed one leaves nobody in its place.
        var unknown = known.Count(place => place is null);
        return unknown == 0 || unknown == edited.Count ? [.. known.Select(place => place ?? edited.Dequeue())] : null;
    }
}
