namespace Rushes.Providers.Animatic.Drawing;

/// <summary>What is done to a drawing after it was rasterised.</summary>
internal sealed record Look
{
    public static Look Plain { get; } = new();

    public Grade Grade { get; init; } = Grade.None;

    public RimLight? Rim { get; init; }

    /// <summary>Radius in pixels of the surface.</summary>
    public double Blur { get; init; }

    /// <summary>How much of what is under it a drawing hides: 1 is paint, less is light that adds to it.</summary>
    public double Body { get; init; } = 1;

    /// <summary>0 to 1, for the whole drawing.</summary>
    public double Opacity { get; init; } = 1;
}
