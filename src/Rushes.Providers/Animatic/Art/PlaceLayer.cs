namespace Rushes.Providers.Animatic.Art;

/// <summary>One drawing of a place.</summary>
internal sealed record PlaceLayer
{
    public string File { get; init; } = "";

    /// <summary>0 does not move, 1 is where the figures stand.</summary>
    public double Depth { get; init; } = 1;

    /// <summary>Radius in stage units.</summary>
    public double Blur { get; init; }

    /// <summary>What shines at night, in the same place.</summary>
    public string? Lights { get; init; }
}
