namespace Rushes.Providers.Animatic.Staging;

/// <summary>How a layer lives by itself, besides what the camera does to it.</summary>
internal sealed record Motion
{
    public static Motion Still { get; } = new();

    /// <summary>Stage units to the right at the start.</summary>
    public double StartX { get; init; }

    /// <summary>Stage units a second.</summary>
    public double DriftX { get; init; }

    /// <summary>Stage units a second.</summary>
    public double DriftY { get; init; }

    /// <summary>Stage units sideways, to and fro.</summary>
    public double Sway { get; init; }

    public double SwaySeconds { get; init; } = 4;

    /// <summary>The least part of its opacity in a breath of <see cref="PulseSeconds"/>; 1 does not pulse.</summary>
    public double PulseLeast { get; init; } = 1;

    public double PulseSeconds { get; init; } = 3;

    /// <summary>Turns by which sway and pulse start later.</summary>
    public double Phase { get; init; }

    /// <summary>Part of its height that a chest rises and falls.</summary>
    public double Breath { get; init; }

    public double BreathSeconds { get; init; } = 3.6;

    /// <summary>Stage units that somebody who walks goes up and down with every step.</summary>
    public double Bob { get; init; }

    public double StepSeconds { get; init; } = 0.36;

    /// <summary>The point that breathing leaves where it is, in stage units from the top.</summary>
    public double Foot { get; init; }

    public double OffsetX(double time) => StartX + DriftX * time + (Sway == 0 ? 0 : Sway * Math.Sin(Turn(time, SwaySeconds)));

    public double OffsetY(double time) => DriftY * time - (Bob == 0 ? 0 : Bob * Math.Abs(Math.Sin(Math.PI * time / StepSeconds)));

    public double Opacity(double time) =>
        PulseLeast >= 1 ? 1 : PulseLeast + (1 - PulseLeast) * (1 - Math.Cos(Turn(time, PulseSeconds))) / 2;

    public double Stretch(double time) => Breath == 0 ? 1 : 1 + Breath * Math.Sin(Turn(time, BreathSeconds));

    private double Turn(double time, double seconds) => (time / seconds + Phase) * Math.Tau;
}
