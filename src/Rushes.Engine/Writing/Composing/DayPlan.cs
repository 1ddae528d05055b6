namespace Rushes.Engine.Writing.Composing;

/// <summary>
/// Lets the light of the film move on with the story: from the idea's time of day or the kind's usual ones, never backwards within a day, and towards
/// dawn where a night ends well.
/// </summary>
internal static class DayPlan
{
    // Screen seconds after which a longer film begins another day.
    private const double LongestDay = 100;

    private static readonly string[][] GoodDays =
        [["Dawn", "Day", "Golden hour"], ["Day", "Dusk", "Night", "Dawn"], ["Day", "Golden hour", "Dusk"]];

    private static readonly string[][] BadDays = [["Day", "Golden hour", "Dusk", "Night"], ["Golden hour", "Dusk", "Night"], ["Dawn", "Day", "Dusk", "Night"]];

    private static readonly string[] Clock = ["Dawn", "Day", "Golden hour", "Dusk", "Night"];

    /// <param name="own">The idea's time of day, or null.</param>
    /// <param name="usual">The kind's times, from start to end; may be empty.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<PlannedScene> scenes, double total, string? own, IReadOnlyList<string> usual, Chance chance)
    {
        var good = scenes[^1].Intensity > 0;
        var course = Course(own, usual, good, scenes.Count, chance);
        var days = Math.Max(1, (int)Math.Round(total / LongestDay));
        var perDay = (double)scenes.Count / days;
        return [.. scenes.Select((_, i) =>
        {
            // The last scene of all is where the course ends; before it each day runs its course.
            if (i == scenes.Count - 1)
                return course[^1];
            var way = i % perDay / perDay;
            var last = own is null ? course.Count : course.Count - (course.Count > 1 ? 1 : 0);
            return course[Math.Min(last - 1, (int)(way * last))];
        })];
    }

    private static List<string> Course(string? own, IReadOnlyList<string> usual, bool good, int scenes, Chance chance)
    {
        if (own is not null)
        {
            // A film of one night stays in it; the morning comes with the end, if the end is good.
            var next = own is "Night" ? "Dawn" : Clock[Math.Min(Array.IndexOf(Clock, own) + 1, Clock.Length - 1)];
            return scenes >= 4 && (good || own is not "Night") ? [own, next] : [own];
        }

        if (usual.Count > 0)
            return [.. usual.Take(Math.Max(1, Math.Min(usual.Count, (scenes + 1) / 2)))];
        var chosen = chance.Pick(good ? GoodDays : BadDays);
        return scenes < 4 ? [.. chosen.Take(1)] : [.. chosen];
    }
}
