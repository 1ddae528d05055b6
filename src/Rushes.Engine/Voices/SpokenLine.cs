namespace Rushes.Engine.Voices;

/// <summary>A line that was spoken, placed in its scene.</summary>
/// <param name="Speaker">The character's name; null is the narrator.</param>
/// <param name="Start">Seconds from the scene's start.</param>
/// <param name="End">Seconds from the scene's start.</param>
/// <param name="Wav">Absolute path of 48 kHz mono 16-bit PCM without leading or trailing silence; null when no voice could speak it.</param>
public sealed record SpokenLine(string? Speaker, string Text, double Start, double End, string? Wav);
