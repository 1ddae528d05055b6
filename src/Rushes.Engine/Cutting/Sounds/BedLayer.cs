namespace Rushes.Engine.Cutting.Sounds;

/// <summary>One layer of a bed. Which fields count depends on <see cref="Kind"/>.</summary>
internal sealed record BedLayer
{
    /// <summary><c>noise</c>, <c>drops</c>, <c>chirps</c>, <c>hum</c>, <c>rumbles</c> or <c>murmur</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Decibels against the other layers.</summary>
    public double Level { get; init; }

    /// <summary>0 is mono, 1 is as wide as it gets.</summary>
    public double Width { get; init; } = 0.7;

    /// <summary>Noise: <c>white</c>, <c>pink</c> (falls by 3 dB an octave) or <c>brown</c> (by 6).</summary>
    public string Color { get; init; } = "pink";

    /// <summary>Hz; what is lower is taken away.</summary>
    public double Low { get; init; } = 20;

    /// <summary>Hz; what is higher is taken away.</summary>
    public double High { get; init; } = 18_000;

    /// <summary>Slow coming and going.</summary>
    public Swell? Swell { get; init; }

    /// <summary>Events a second.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>Hz, from and to.</summary>
    public double[] Pitch { get; init; } = [1000, 2000];

    /// <summary>Seconds in which an event dies away.</summary>
    public double Decay { get; init; } = 0.05;

    /// <summary>Chirps: how many pulses make one call, from and to.</summary>
    public int[] Pulses { get; init; } = [1, 1];

    /// <summary>Chirps: seconds of one pulse.</summary>
    public double Pulse { get; init; } = 0.05;

    /// <summary>Chirps: seconds between pulses.</summary>
    public double Gap { get; init; } = 0.03;

    /// <summary>Chirps: the pitch at a pulse's end as a factor of that at its start.</summary>
    public double Glide { get; init; } = 1;

    /// <summary>Hum: overtones by strength, the fundamental first.</summary>
    public double[] Harmonics { get; init; } = [1];

    /// <summary>Murmur: how many talk.</summary>
    public int Voices { get; init; } = 6;
}

/// <summary>A slow coming and going of a layer.</summary>
/// <param name="Period">Seconds; fitted to the loop.</param>
/// <param name="Depth">Decibels between loud and soft.</param>
/// <param name="Sharpness">1 is a sine; more makes the loud part shorter, as waves on a beach.</param>
internal sealed record Swell(double Period, double Depth, double Sharpness = 1);
