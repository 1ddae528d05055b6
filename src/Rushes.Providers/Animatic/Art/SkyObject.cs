namespace Rushes.Providers.Animatic.Art;

/// <summary>A drawing in the sky, in stage units around its origin.</summary>
internal sealed record SkyObject
{
    public string File { get; init; } = "";
    public double X { get; init; }
    public double Y { get; init; }
    public double Scale { get; init; } = 1;
    public double Opacity { get; init; } = 1;

    /// <summary>Multiplies its colours.</summary>
    public string? Tint { get; init; }

    /// <summary>Stage units a second to the right.</summary>
    public double Drift { get; init; }

    /// <summary>Least part of its opacity, and seconds of a breath.</summary>
    public double[]? Pulse { get; init; }
}
