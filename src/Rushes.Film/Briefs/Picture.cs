namespace Rushes.Film.Briefs;

/// <summary>A picture of the user with what should happen in it.</summary>
/// <param name="Path">Absolute path of a jpeg, png or webp file.</param>
/// <param name="Prompt">What should happen; null lets the motion be chosen from the picture alone.</param>
/// <param name="Move">One of the eight moves by name; null chooses automatically.</param>
/// <param name="Seconds">Seconds on screen; null shares the film's duration equally.</param>
public sealed record Picture(string Path, string? Prompt = null, string? Move = null, double? Seconds = null);
