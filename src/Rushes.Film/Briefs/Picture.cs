namespace Rushes.Film.Briefs;

/// <summary>A picture of the user with what should happen in it.</summary>
/// <param name="Path">Absolute path of a jpeg, png or webp file.</param>
/// <param name="Prompt">What should happen; null lets the motion be chosen from the picture alone.</param>
/// <param name="Move">One of <see cref="Moves"/>; null chooses automatically.</param>
/// <param name="Seconds">Seconds on screen; null shares the film's duration equally.</param>
public sealed record Picture(string Path, string? Prompt = null, string? Move = null, double? Seconds = null)
{
    /// <summary>What a camera can do before a still picture.</summary>
    public static IReadOnlyList<string> Moves { get; } = ["push-in", "pull-out", "pan-left", "pan-right", "tilt-up", "tilt-down", "drift", "parallax"];
}
