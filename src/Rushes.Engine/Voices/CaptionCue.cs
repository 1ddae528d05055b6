namespace Rushes.Engine.Voices;

/// <summary>One caption: plain text, never markup.</summary>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds, after <paramref name="Start"/>.</param>
/// <param name="Speaker">Shown as a name above the text; null for narration.</param>
public sealed record CaptionCue(double Start, double End, string? Speaker, string Text);
