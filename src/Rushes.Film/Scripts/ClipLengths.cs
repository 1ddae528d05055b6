namespace Rushes.Film.Scripts;

/// <summary>Which clip lengths a model films, in seconds. A clip may be trimmed in the cut, never stretched.</summary>
public sealed record ClipLengths
{
    private ClipLengths(IReadOnlyList<double> fixedLengths, double shortest, double longest)
    {
        Fixed = fixedLengths;
        Shortest = shortest;
        Longest = longest;
    }

    /// <summary>Any length, as the animatic films.</summary>
    public static ClipLengths Any { get; } = new([], 0, 60);

    /// <summary>Only these lengths, such as 4, 6 and 8; empty when everything between the bounds can be filmed.</summary>
    public IReadOnlyList<double> Fixed { get; }

    public double Shortest { get; }

    public double Longest { get; }

    public static ClipLengths Of(params IReadOnlyList<double> seconds)
    {
        var sorted = seconds.Distinct().Order().ToList();
        if (sorted.Count == 0 || sorted[0] <= 0)
            throw new ArgumentException("A model has at least one clip length, and each is positive.", nameof(seconds));
        return new(sorted, sorted[0], sorted[^1]);
    }

    public static ClipLengths Between(double shortest, double longest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shortest);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, shortest);
        return new([], shortest, longest);
    }

    /// <summary>Scenes that every one of several models can film: none longer than the shortest of their longest clips, and of their common lengths where they have some.</summary>
    public static ClipLengths Common(IReadOnlyCollection<ClipLengths> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (models.Count == 0)
            return Any;
        var longest = models.Min(model => model.Longest);
        var choices = models.Where(model => model.Fixed.Count > 0).Select(model => model.Fixed).ToList();
        var common = choices.Count == 0 ? [] : choices.Aggregate((IEnumerable<double>)choices[0], (all, next) => all.Intersect(next)).Where(length => length <= longest).ToList();

        // A clip can be trimmed: where the models agree on no length, only the longest matters.
        return common.Count > 0 ? Of(common) : Between(Math.Min(longest, Math.Max(1, models.Max(model => model.Fixed.Count > 0 ? 1 : model.Shortest))), longest);
    }

    /// <summary>The clip to film for a scene: the shortest that covers it.</summary>
    /// <param name="scene">Seconds on screen, at most <see cref="Longest"/>.</param>
    public double ClipFor(double scene)
    {
        if (Fixed.Count > 0)
            return Fixed.FirstOrDefault(length => length >= scene - 1e-9, Longest);
        return Math.Clamp(scene, Shortest, Longest);
    }
}
