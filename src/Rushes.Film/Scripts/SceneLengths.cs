namespace Rushes.Film.Scripts;

/// <summary>
/// Cuts a film's seconds into scenes: the sum is exact, every scene can be filmed by trimming a clip, and a scene that needs no trimming is preferred.
/// </summary>
public static class SceneLengths
{
    /// <summary>Films up to here want short scenes.</summary>
    public const double ShortFilm = 120;

    private const double ShortestScene = 3;
    private const double LongestScene = 8;

    /// <summary>Scenes of a short film are this long on average, when the model leaves the choice.</summary>
    private const double Pace = 5.2;

    /// <summary>How many scenes a film of <paramref name="total"/> seconds wants.</summary>
    /// <exception cref="MistakeException">The model's clips are too short for so long a film.</exception>
    public static int Count(double total, ClipLengths clips)
    {
        var longest = Math.Min(LongestScene, clips.Longest);
        var least = (int)Math.Ceiling((total - 1e-9) / longest);
        if (least > ScriptJson.MostScenes)
            throw Mistake.Input("script.clips-too-short", "duration", total, clips.Longest, least, ScriptJson.MostScenes).AsException();
        var most = Math.Max(least, (int)Math.Floor(total / ShortestScene));
        var pace = clips.Fixed.Count == 1 ? clips.Longest : total <= ShortFilm ? Pace : longest;
        return Math.Clamp((int)Math.Round(total / pace, MidpointRounding.AwayFromZero), least, Math.Max(1, most));
    }

    /// <summary>Shares <paramref name="total"/> seconds among scenes by weight.</summary>
    /// <param name="weights">One for each scene: 1 is an ordinary scene, 0.7 a quick one, 1.3 one that may breathe.</param>
    public static IReadOnlyList<double> Share(double total, ClipLengths clips, IReadOnlyList<double> weights)
    {
        var longest = Math.Min(Math.Max(LongestScene, total / weights.Count), clips.Longest);
        var exact = Units(total, weights, longest);
        return clips.Fixed.Count > 1 ? Fitted(exact, clips) ?? exact : exact;
    }

    /// <summary>Whole seconds, as near to the weights as the bounds allow; a fraction of the total goes to the last scene that has room.</summary>
    private static double[] Units(double total, IReadOnlyList<double> weights, double longest)
    {
        var count = weights.Count;
        var sum = weights.Sum();
        var shortest = Math.Min(ShortestScene, Math.Floor(total / count));
        var lengths = weights.Select(weight => Math.Clamp(Math.Round(total * weight / sum), shortest, Math.Floor(longest))).ToArray();

        // What rounding and bounds left over is given or taken one second at a time, where the scene is farthest from its share.
        var whole = Math.Floor(total + 1e-9);
        for (var left = whole - lengths.Sum(); Math.Abs(left) >= 1; left -= Math.Sign(left))
        {
            var sign = Math.Sign(left);
            var best = -1;
            var bestGap = double.NegativeInfinity;
            for (var i = 0; i < count; i++)
            {
                var next = lengths[i] + sign;
                var gap = sign * ((total * weights[i] / sum) - lengths[i]);
                if (next >= Math.Max(1, shortest) && next <= longest && gap > bestGap)
                    (best, bestGap) = (i, gap);
            }

            if (best < 0)
                break;
            lengths[best] += sign;
        }

        SpreadRest(lengths, total, longest);
        return lengths;
    }

    /// <summary>Puts what whole seconds could not hold where there is room, so that the sum is the total.</summary>
    private static void SpreadRest(double[] lengths, double total, double longest)
    {
        for (var i = lengths.Length - 1; i >= 0; i--)
        {
            var left = Math.Round(total - lengths.Sum(), 6);
            if (left == 0)
                return;
            lengths[i] = Math.Round(Math.Clamp(lengths[i] + left, Math.Min(lengths[i], 1), Math.Max(longest, lengths[i])), 6);
        }
    }

    /// <summary>
    /// The model's own lengths nearest to the wanted ones that add up to the same total, or null when none do. Works on whole seconds by dynamic
    /// programming: <c>cost[i, s]</c> is the least squared distance with which the first i scenes take s seconds.
    /// </summary>
    private static double[]? Fitted(double[] wanted, ClipLengths clips)
    {
        var total = wanted.Sum();
        if (clips.Fixed.Any(length => !double.IsInteger(length)) || !double.IsInteger(Math.Round(total, 6)))
            return null;
        var seconds = (int)Math.Round(total);
        var options = clips.Fixed.Where(length => length <= LongestScene || length <= clips.Shortest).Select(length => (int)length).ToList();
        var cost = new double[wanted.Length + 1, seconds + 1];
        var choice = new int[wanted.Length + 1, seconds + 1];
        for (var s = 1; s <= seconds; s++)
            cost[0, s] = double.PositiveInfinity;
        for (var i = 1; i <= wanted.Length; i++)
        {
            for (var s = 0; s <= seconds; s++)
            {
                cost[i, s] = double.PositiveInfinity;
                foreach (var option in options)
                {
                    if (option > s)
                        continue;
                    var far = cost[i - 1, s - option] + Math.Pow(option - wanted[i - 1], 2);
                    if (far < cost[i, s])
                        (cost[i, s], choice[i, s]) = (far, option);
                }
            }
        }

        if (double.IsPositiveInfinity(cost[wanted.Length, seconds]))
            return null;
        var lengths = new double[wanted.Length];
        for (int i = wanted.Length, s = seconds; i > 0; s -= choice[i, s], i--)
            lengths[i - 1] = choice[i, s];
        return lengths;
    }
}
