namespace Rushes.Providers.Animatic.Cards;

/// <summary>What something does in a scene: how it comes, and how it lives afterwards.</summary>
/// <param name="At">Seconds when it begins to come.</param>
/// <param name="Takes">Seconds that it takes to be there.</param>
/// <param name="Unit">The picture's shorter side in pixels: what lengths are measured by.</param>
/// <param name="Way">Pixels from beyond the picture's edge to where it rests, for those that fly in.</param>
/// <param name="Seconds">The scene's length.</param>
/// <param name="Phase">Turns by which its life differs from that of its neighbours.</param>
internal sealed record Act(Entrance How, Idle Idle, double At, double Takes, double Unit, double Way, double Seconds, double Phase)
{
    private const double SwingSeconds = 2.1;

    /// <summary>The compositor shrinks layers to half at most.</summary>
    private const double Least = 0.62;

    /// <summary>Parts of the picture's shorter side.</summary>
    private const double Floating = 0.006;

    /// <summary>Degrees.</summary>
    private const double Swaying = 1.8;

    /// <summary>The largest part of its size that it grows beyond it while it lives.</summary>
    private const double MostGrown = 0.06;

    public ActPose Pose(double time)
    {
        if (How == Entrance.None)
            return Live(time, ActPose.Rest);
        if (time < At)
            return ActPose.Away;
        return Live(time, Come((time - At) / Takes));
    }

    /// <summary>The most that it is larger while it lives.</summary>
    public double Growth => Idle is Idle.Grow or Idle.Pulse ? 1 + MostGrown : 1;

    /// <summary>Pixels that it goes up and down while it lives.</summary>
    public double Rise => Idle == Idle.Float ? Floating * Unit : 0;

    /// <summary>The farthest turns of its life, in degrees. What turns on and on is round: its turning takes no room.</summary>
    public IReadOnlyList<double> Turns() => Idle == Idle.Sway ? [-Swaying, Swaying] : [0];

    /// <summary>Something that turns a little all the time, or for long.</summary>
    public bool IsTurning => How is Entrance.Swing or Entrance.Spin or Entrance.Slap or Entrance.FromLeft or Entrance.FromRight || Idle is Idle.Sway or Idle.Turn or Idle.Shiver;

    private ActPose Come(double share)
    {
        var fade = Math.Clamp(share * 3, 0, 1);
        var fromAfar = Way > 0.3 * Unit ? 1 : fade;
        return How switch
        {
            Entrance.Pop => new(0, 0, Least + (1 - Least) * Ease.Over(share, 2.6), 0, fade),
            Entrance.Slap => new(0, 0, 1 + 0.7 * (1 - Ease.Out(share)), 7 * (1 - Ease.Out(share)), fade),
            Entrance.FromLeft => new(-Way * (1 - Ease.Over(share, 1.1)), 0, 1, -9 * (1 - Ease.Out(share)), 1),
            Entrance.FromRight => new(Way * (1 - Ease.Over(share, 1.1)), 0, 1, 9 * (1 - Ease.Out(share)), 1),
            Entrance.FromAbove => new(0, -Way * (1 - Ease.Over(share, 0.9)), 1, 0, fromAfar),
            Entrance.FromBelow => new(0, Way * (1 - Ease.Over(share, 0.9)), 1, 0, fromAfar),
            Entrance.Swing => new(0, -0.06 * Unit * (1 - Ease.Out(share)), 0.7 + 0.3 * Ease.Over(share), 26 * Ease.Swing(share * Takes / SwingSeconds, 2.5), fade),
            Entrance.Spin => new(0, 0, Least + (1 - Least) * Ease.Over(share, 2.2), -70 * (1 - Ease.Over(share, 1.4)), fade),
            Entrance.SlideOut => new(-0.16 * Unit * (1 - Ease.Over(share, 1.2)), 0.02 * Unit * (1 - Ease.Out(share)), 0.9 + 0.1 * Ease.Out(share), -6 * (1 - Ease.Out(share)), fade),
            _ => ActPose.Rest with { Opacity = Math.Clamp(share, 0, 1), Y = 0.012 * Unit * (1 - Ease.Out(share)) },
        };
    }

    private ActPose Live(double time, ActPose pose)
    {
        var lived = time - At - Takes;
        var wave = Math.Sin((time / 3.4 + Phase) * Math.Tau);
        switch (Idle)
        {
            case Idle.Float:
                return pose with { Y = pose.Y + Floating * Unit * wave };
            case Idle.Grow:
                return pose with { Scale = pose.Scale * (1 + MostGrown * 0.8 * Math.Clamp(time / Seconds, 0, 1)) };
            case Idle.Sway:
                return pose with { Turn = pose.Turn + Swaying * wave };
            case Idle.Turn:
                return pose with { Turn = pose.Turn + 9 * Math.Sin((time / 5 + Phase) * Math.Tau) };
            case Idle.Pulse when lived > 0:
                return pose with { Scale = pose.Scale * (1 + MostGrown * Math.Pow(Math.Sin(Math.Min(1, lived / 1.15 % 1 / 0.55) * Math.PI), 2)) };
            case Idle.Shiver when lived > 0:
                return pose with { Turn = pose.Turn + 1.6 * Ease.Swing(lived / 0.9, 5) };
            case Idle.Twinkle:
                var flare = Math.Pow((1 + Math.Sin((time / 1.7 + Phase) * Math.Tau)) / 2, 2);
                return pose with { Scale = pose.Scale * (0.62 + 0.38 * flare), Opacity = pose.Opacity * (0.25 + 0.75 * flare) };
            default:
                return pose;
        }
    }
}
