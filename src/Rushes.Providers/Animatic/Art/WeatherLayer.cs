namespace Rushes.Providers.Animatic.Art;

/// <summary>A seamless tile of 600x600 units that moves.</summary>
internal sealed record WeatherLayer
{
    public string? File { get; init; }

    /// <summary>Files shown one after another instead of one.</summary>
    public IReadOnlyList<string> Frames { get; init; } = [];

    /// <summary>Seconds that each of the frames stays.</summary>
    public double Every { get; init; } = 0.1;

    public double Depth { get; init; } = 1;
    public double Scale { get; init; } = 1;
    public double Opacity { get; init; } = 1;

    /// <summary>Stage units a second, right and down.</summary>
    public double[]? Velocity { get; init; }

    /// <summary>Shines in its own colours.</summary>
    public bool Glow { get; init; }

    /// <summary>Units sideways, and seconds to and fro.</summary>
    public double[]? Sway { get; init; }

    /// <summary>Least part of its opacity, and seconds of a breath.</summary>
    public double[]? Pulse { get; init; }

    /// <summary>Turns by which sway and pulse start later.</summary>
    public double Phase { get; init; }

    public IReadOnlyList<string> Files => File is { } one ? [one] : Frames;
}
