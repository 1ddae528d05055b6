namespace Rushes.Engine.Writing.Composing;

/// <summary>Gives each item of a numbered list its scene: as many scenes as items where the film is long enough, several items a scene where it is not.</summary>
internal static class ListPlan
{
    private static readonly string[] Between = ["attempt", "joy"];

    /// <param name="count">The number that the idea promises; null tells as many items as there are scenes for them.</param>
    public static List<PlannedScene> Of(IReadOnlyList<PlannedScene> scenes, int? count)
    {
        var planned = scenes.ToList();
        if (!planned.Any(scene => scene.Turn is "item"))
            return planned;
        var places = planned.Index().Where(scene => scene.Item.Turn is "item").Select(scene => scene.Index).ToList();
        var promised = count ?? places.Count;

        // A list short of scenes takes those of the lesser turns.
        foreach (var (index, scene) in planned.Index())
        {
            if (places.Count < promised && scene.Turn is "mistake" or "result" && index != planned.Count - 1)
                places.Add(index);
        }

        places.Sort();
        for (var i = 0; i < places.Count; i++)
        {
            var items = (promised * (i + 1) / places.Count) - (promised * i / places.Count);
            var scene = planned[places[i]];
            // More scenes than items: between two items somebody tries the last one.
            planned[places[i]] = scene with { Turn = items > 0 ? "item" : Between[i % Between.Length], Items = items };
        }

        return planned;
    }

    /// <summary>The scenes that a list wants: one for each item, a hook and an end, if each still lasts long enough.</summary>
    public static int Scenes(int usual, int count, double total, double shortest) =>
        total / (count + 2) >= shortest ? Math.Max(usual, count + 2) : usual;
}
