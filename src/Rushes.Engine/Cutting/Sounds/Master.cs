namespace Rushes.Engine.Cutting.Sounds;

/// <summary>How a mix is brought to the loudness of the platforms.</summary>
/// <param name="Gain">Factor before the limiter.</param>
/// <param name="Ceiling">True peak after it, as a factor.</param>
internal sealed record Master(double Gain, double Ceiling)
{
    /// <summary>LUFS, integrated.</summary>
    public const double Target = -14;

    /// <summary>dBTP; what is coded later overshoots a little.</summary>
    public const double FirstCeiling = -1.6;

    /// <summary>What is quieter than this is not meant to be heard, and is left as it is.</summary>
    private const double Inaudible = -60;

    private const double BetweenSamples = 1.4;
    private const double Tolerance = 0.1;
    private const int MostTries = 5;

    /// <summary>Finds the gain with which the limited sound has the target's loudness.</summary>
    public static Master Find(Mix mix, double ceiling, CancellationToken cancellation)
    {
        var (raw, peak) = Measure(mix, new Master(1, double.MaxValue), cancellation);
        if (raw < Inaudible)
            return new Master(1, Pcm.Gain(ceiling));
        var master = new Master(Pcm.Gain(Target - raw), Pcm.Gain(ceiling));

        // As long as nothing reaches the ceiling, not even between two samples, loudness follows the gain exactly; with the limiter at work it must be
        // heard again.
        for (var tries = 0; BetweenSamples * peak * master.Gain > master.Ceiling && tries < MostTries; tries++)
        {
            var (loudness, _) = Measure(mix, master, cancellation);
            if (Math.Abs(loudness - Target) < Tolerance)
                break;
            master = master with { Gain = master.Gain * Pcm.Gain(Target - loudness) };
        }

        return master;
    }

    /// <summary>Plays the mix through gain and limiter, as long as the mix.</summary>
    public double Play(Mix mix, BlockListener listener, CancellationToken cancellation)
    {
        var limiter = new PeakLimiter(Ceiling);
        var late = PeakLimiter.Delay;
        mix.Play(
            (left, right) =>
            {
                Amplify(left);
                Amplify(right);
                limiter.Process(left, right);
                var skip = Math.Min(late, left.Length);
                late -= skip;
                if (skip < left.Length)
                    listener(left[skip..], right[skip..]);
            },
            cancellation);
        var (restLeft, restRight) = (new float[PeakLimiter.Delay], new float[PeakLimiter.Delay]);
        limiter.Process(restLeft, restRight);
        var rest = (int)Math.Min(PeakLimiter.Delay, mix.Length);
        listener(restLeft.AsSpan(late, rest), restRight.AsSpan(late, rest));
        return limiter.Peak;
    }

    private static (double Loudness, double Peak) Measure(Mix mix, Master master, CancellationToken cancellation)
    {
        var meter = new LoudnessMeter();
        var peak = master.Play(mix, (left, right) => meter.Add(left, right), cancellation);
        return (meter.Integrated, peak);
    }

    private void Amplify(Span<float> samples)
    {
        var gain = (float)Gain;
        foreach (ref var sample in samples)
            sample *= gain;
    }
}
