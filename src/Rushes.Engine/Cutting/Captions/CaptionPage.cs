namespace Rushes.Engine.Cutting.Captions;

/// <summary>What is on screen at one time: a caption cue, or a part of a long one.</summary>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds.</param>
/// <param name="Speaker">Shown as a name above the text; null for narration.</param>
/// <param name="Lines">Plain text, one entry a line.</param>
public sealed record CaptionPage(double Start, double End, string? Speaker, IReadOnlyList<string> Lines)
{
    public string Text => string.Join(' ', Lines);
}
