using Rushes.Engine.Texts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Marks for the contrast of feelings: how far they swing, how often they turn, how many there are.</summary>
internal static class ArcMarks
{
    private const double FullSwing = 1.2;
    private const double Turn = 0.15;

    public static ScoredPart Of(Draft draft, double weight)
    {
        var scenes = draft.Script.Scenes;
        var heights = scenes.Select(scene => scene.Intensity).ToList();
        var span = heights.Max() - heights.Min();
        var turns = Turns(heights);
        var emotions = scenes.Select(scene => scene.Emotion?.Trim()).Where(emotion => !string.IsNullOrEmpty(emotion)).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var value = (0.5 * Math.Min(1, span / FullSwing))
            + (0.3 * Math.Min(1, turns / Math.Clamp(scenes.Count / 3.0, 1, 2)))
            + (0.2 * Math.Min(1, emotions / Math.Clamp(scenes.Count / 2.0, 1, 4)));
        var reason = span < 0.2
            ? Sentence.Of("script.score-arc-flat")
            : Sentence.Of("script.score-arc-moves", Math.Round(heights.Min(), 1), Math.Round(heights.Max(), 1), turns, emotions);
        return new("arc", value, weight, reason);
    }

    /// <summary>How often the curve turns round by more than a shiver.</summary>
    private static int Turns(List<double> heights)
    {
        var turns = 0;
        var direction = 0;
        var last = heights[0];
        foreach (var height in heights.Skip(1))
        {
            if (Math.Abs(height - last) < Turn)
                continue;
            var now = Math.Sign(height - last);
            if (direction != 0 && now != direction)
                turns++;
            (direction, last) = (now, height);
        }

        return turns;
    }
}
