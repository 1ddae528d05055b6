namespace Rushes.Engine.Cutting.Captions;

/// <summary>How captions look. Lengths are shares of the picture's shorter side.</summary>
public sealed record CaptionLook
{
    public static CaptionLook Block { get; } = new();

    /// <summary>Size of the text (one em).</summary>
    public double Text { get; init; } = 0.0428;

    /// <summary>Size of the speaker's name.</summary>
    public double Name { get; init; } = 0.033;

    /// <summary>From one baseline to the next, in ems of the text.</summary>
    public double Pitch { get; init; } = 1.4;

    public double PaddingX { get; init; } = 0.037;
    public double PaddingY { get; init; } = 0.03;
    public double Corner { get; init; } = 0.02;
    public double Bar { get; init; } = 0.0075;

    /// <summary>Most lines at a time.</summary>
    public int Lines { get; init; } = 2;

    /// <summary>Red, green, blue.</summary>
    public int BlockColor { get; init; } = 0x17101C;

    /// <summary>0 is opaque, 255 not there.</summary>
    public int BlockAlpha { get; init; } = 0x46;

    public int TextColor { get; init; } = 0xFFFFFF;
    public int AccentColor { get; init; } = 0xFFB938;
}
