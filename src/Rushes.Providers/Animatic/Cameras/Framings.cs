namespace Rushes.Providers.Animatic.Cameras;

/// <summary>The frame of each plane.</summary>
internal sealed record Framings(Framing Actors, Framing Set, Framing Air)
{
    /// <summary>Raindrops do not grow as a face does.</summary>
    private const double MostAir = 1.7;

    /// <summary>One frame for all.</summary>
    public static Framings Of(Framing framing) => new(framing, framing, framing with { Zoom = Math.Min(framing.Zoom, MostAir) });

    public Framing this[Plane plane] => plane switch { Plane.Actors => Actors, Plane.Set => Set, _ => Air };
}
