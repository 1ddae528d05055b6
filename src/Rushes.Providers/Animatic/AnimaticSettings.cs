namespace Rushes.Providers.Animatic;

/// <summary>Where and how the animatic works.</summary>
public sealed record AnimaticSettings
{
    /// <summary>Absolute folder of operations in flight, such as <c>&lt;home&gt;/animatic</c>.</summary>
    public required string Operations { get; init; }

    /// <summary>Absolute folder of drawn layers, such as <c>&lt;home&gt;/cache/layers</c>; may be emptied at any time.</summary>
    public required string Layers { get; init; }

    /// <summary>Absolute folder of font files.</summary>
    public required string Fonts { get; init; }

    /// <summary>Bytes that <see cref="Layers"/> may take.</summary>
    public long LayerBytes { get; init; } = 600_000_000;

    /// <summary>Clips filmed at once: each keeps about two cores busy.</summary>
    public int Slots { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>How long a delivered clip is kept, should its receiver lose it.</summary>
    public TimeSpan KeepDelivered { get; init; } = TimeSpan.FromMinutes(10);
}
