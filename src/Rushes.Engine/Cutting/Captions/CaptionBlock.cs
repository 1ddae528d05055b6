namespace Rushes.Engine.Cutting.Captions;

/// <summary>A page laid out: where its block, its bar and its lines stand in the picture.</summary>
/// <param name="Panel">The dark block behind the text.</param>
/// <param name="Bar">The accent at the left of what somebody says; null for narration.</param>
internal sealed record CaptionBlock(CaptionPage Page, PixelBox Panel, PixelBox? Bar, IReadOnlyList<SetLine> Lines);

/// <summary>A line set in its faces.</summary>
/// <param name="X">Left end.</param>
/// <param name="Baseline">Pixels from the top.</param>
/// <param name="Em">Size in pixels.</param>
/// <param name="IsName">The speaker's name.</param>
internal sealed record SetLine(IReadOnlyList<TextRun> Runs, double X, double Baseline, double Em, bool IsName);
