using Rushes.Engine.Library;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Composing;

/// <summary>Spreads a template over the scenes of a film.</summary>
internal static class BeatPlan
{
    public static IReadOnlyList<PlannedScene> Of(Template template, int scenes)
    {
        var beats = Kept(template.Beats, scenes);
        var counts = Counts(beats, scenes);
        var planned = new List<PlannedScene>(scenes);
        foreach (var (index, beat) in beats.Index())
        {
            var turns = Turns(beat, counts[index]);
            for (var i = 0; i < counts[index]; i++)
            {
                var way = counts[index] == 1 ? (planned.Count < scenes / 2 ? 0 : 1) : (double)i / (counts[index] - 1);
                var height = beat.Intensity[0] + ((beat.Intensity[^1] - beat.Intensity[0]) * way);
                // A breath of contrast inside longer beats: tension and relief take turns.
                var swing = counts[index] > 3 ? (i % 2 == 0 ? 0.12 : -0.12) : 0;
                planned.Add(new()
                {
                    Index = planned.Count,
                    Of = scenes,
                    Beat = beat.Beat,
                    Turn = turns[i],
                    Intensity = Math.Round(Math.Clamp(height + swing, -1, 1), 2),
                });
            }
        }

        return planned;
    }

    /// <summary>A script that is there, laid over planned scenes: its beats, heights and seconds, each with the turn that the plan has for such a beat.</summary>
    /// <param name="planned">As many as the script has.</param>
    public static IReadOnlyList<PlannedScene> Over(IReadOnlyList<PlannedScene> planned, Script script) =>
    [
        .. script.Scenes.Select((scene, index) =>
        {
            var plan = planned[index].Beat == scene.StoryBeat ? planned[index] : planned.FirstOrDefault(one => one.Beat == scene.StoryBeat) ?? planned[index];
            return plan with { Index = index, Of = planned.Count, Beat = scene.StoryBeat ?? plan.Beat, Intensity = scene.Intensity, Seconds = scene.Duration };
        }),
    ];

    /// <summary>How long each scene wants to be, 1 being usual: hooks are quick, low points and endings breathe.</summary>
    public static double Weight(PlannedScene scene) => scene.Turn switch
    {
        "hook" => 0.8,
        "end" or "ruin" or "call" or "meaning" or "verdict" => 1.15,
        "low" or "reward" or "wonder" => 1.1,
        "climax" or "action" => 1.05,
        _ => scene.Index % 2 == 0 ? 1 : 0.92,
    };

    /// <summary>The beats that a film of so many scenes has room for, the weightiest first.</summary>
    private static List<TemplateBeat> Kept(IReadOnlyList<TemplateBeat> beats, int scenes)
    {
        var kept = new HashSet<TemplateBeat>();
        var needed = 0;
        foreach (var beat in beats.OrderByDescending(beat => beat.Weight))
        {
            if (needed + beat.Least > scenes && needed > 0)
                continue;
            kept.Add(beat);
            needed += beat.Least;
        }

        return [.. beats.Where(kept.Contains)];
    }

    /// <summary>Each beat what it needs, the rest by share; a hook is one scene whatever the length.</summary>
    private static int[] Counts(List<TemplateBeat> beats, int scenes)
    {
        var counts = beats.Select(beat => Math.Min(beat.Least, scenes)).ToArray();
        for (var left = scenes - counts.Sum(); left > 0; left--)
        {
            var best = -1;
            var bestGap = double.NegativeInfinity;
            for (var i = 0; i < beats.Count; i++)
            {
                var gap = (beats[i].Share * scenes) - counts[i];
                if (gap > bestGap && !(beats[i].Turns[0] == "hook" && beats.Count > 1))
                    (best, bestGap) = (i, gap);
            }

            counts[best]++;
        }

        return counts;
    }

    /// <summary>The turns of a beat in order for so many scenes; the beat's heart is there even when only one fits.</summary>
    private static List<string> Turns(TemplateBeat beat, int count)
    {
        if (count < beat.Turns.Count)
        {
            var heart = Math.Max(0, beat.Turns.ToList().IndexOf(beat.Heart ?? beat.Turns[0]));
            var kept = Enumerable.Range(0, beat.Turns.Count).OrderBy(i => i == heart ? -1 : i).Take(count).Order();
            return [.. kept.Select(i => beat.Turns[i])];
        }

        return [.. Enumerable.Range(0, count).Select(i => beat.Turns[i * beat.Turns.Count / count])];
    }
}
