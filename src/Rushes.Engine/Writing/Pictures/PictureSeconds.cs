using Rushes.Film;
using Rushes.Film.Briefs;

namespace Rushes.Engine.Writing.Pictures;

/// <summary>Shares a film's seconds among its pictures.</summary>
internal static class PictureSeconds
{
    /// <summary>Nobody sees a picture that goes by faster.</summary>
    public const double Shortest = 1.5;

    /// <summary>
    /// One length for each picture; their sum is the total. Pictures with seconds of their own keep them and the others share the rest; when all bring
    /// their own and these do not add up to the total, they keep their proportions.
    /// </summary>
    /// <exception cref="MistakeException">A picture would be on screen for less than <see cref="Shortest"/> seconds.</exception>
    public static IReadOnlyList<double> Share(double total, IReadOnlyList<Picture> pictures)
    {
        var least = pictures.Count * Shortest;
        if (total < least - 1e-9)
            throw Mistake.Input("script.pictures-short", "duration", pictures.Count, Shortest, least, total).AsException();
        foreach (var (index, picture) in pictures.Index())
        {
            if (picture.Seconds is { } seconds && !(seconds >= Shortest))
                throw Mistake.Input("script.picture-seconds", "seconds", index + 1, Path.GetFileName(picture.Path), seconds, Shortest).AsException();
        }

        var taken = pictures.Sum(picture => picture.Seconds ?? 0);
        var free = pictures.Count(picture => picture.Seconds is null);
        if (free == 0)
            return Scaled(total, [.. pictures.Select(picture => picture.Seconds!.Value)]);
        if (total - taken < (free * Shortest) - 1e-9)
            throw Mistake.Input("script.pictures-taken", "duration", taken, free, Math.Ceiling(taken + (free * Shortest)), total).AsException();
        var shares = new Queue<double>(Even(total - taken, free));
        return [.. pictures.Select(picture => picture.Seconds ?? shares.Dequeue())];
    }

    private static double[] Scaled(double total, double[] own)
    {
        var sum = own.Sum();
        if (Math.Abs(sum - total) < 1e-6)
            return own;

        // What each has above the least is scaled, so that none falls below it.
        var above = sum - (own.Length * Shortest);
        var room = total - (own.Length * Shortest);
        var lengths = own.Select(seconds => Down(Shortest + (above > 0 ? (seconds - Shortest) * room / above : room / own.Length))).ToArray();
        lengths[^1] = Math.Round(total - lengths[..^1].Sum(), 6);
        return lengths;
    }

    private static IEnumerable<double> Even(double total, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var start = Down(total * i / count);
            var end = i == count - 1 ? total : Down(total * (i + 1) / count);
            yield return Math.Round(end - start, 6);
        }
    }

    // Hundredths, rounded down: what is left over goes to the last picture, which then never has less than its share.
    private static double Down(double seconds) => Math.Floor((seconds * 100) + 1e-6) / 100;
}
