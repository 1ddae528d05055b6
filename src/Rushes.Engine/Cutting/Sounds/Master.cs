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

    /// <summary>How the mix sounds as it is.</summary>
    public static Hearing Hear(Mix mix, CancellationToken cancellation) => new Master(1, double.MaxValue).Listen(mix, cancellation);

    /// <summary>Finds the gain with which the limited sound has the target's loudness.</summary>
    /// <param name="raw">How the mix sounds as it is.</param>
    /// <param name="ceiling">dBTP.</param>
    /// <param name="start">A gain in decibels to begin with, from an earlier try; null begins at the difference.</param>
    public static Master Find(Mix mix, Hearing raw, double ceiling, double? start, CancellationToken cancellation)
    {
        if (raw.Loudness < Inaudible)
            return new Master(1, Pcm.Gain(ceiling));
        var plain = Target - raw.Loudness;
        var master = new Master(Pcm.Gain(plain), Pcm.Gain(ceiling));

        // As long as nothing reaches the ceiling, not even between two samples, loudness follows the gain exactly.
        if (BetweenSamples * raw.Peak * master.Gain <= master.Ceiling)
            return master;

        // With the limiter at work it must be heard again; from two hearings it is known how much of a gain arrives.
        var (gain, yield) = (Math.Max(plain, start ?? plain), 1.0);
        (double Gain, double Loudness)? before = null;
        for (var tries = 0; tries < MostTries; tries++)
        {
            master = master with { Gain = Pcm.Gain(gain) };
            var loudness = master.Listen(mix, cancellation).Loudness;
            if (Math.Abs(loudness - Target) < Tolerance)
                break;
            if (before is { } last && Math.Abs(gain - last.Gain) > 0.01)
                yield = Math.Clamp((loudness - last.Loudness) / (gain - last.Gain), 0.2, 1);
            before = (gain, loudness);
            gain += (Target - loudness) / yield;
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

    private Hearing Listen(Mix mix, CancellationToken cancellation)
    {
        var meter = new LoudnessMeter();
        var peak = Play(mix, (left, right) => meter.Add(left, right), cancellation);
        return new Hearing(meter.Integrated, peak);
    }

    private void Amplify(Span<float> samples)
    {
        var gain = (float)Gain;
        foreach (ref var sample in samples)
            sample *= gain;
    }
}

/// <summary>What was heard of a sound.</summary>
/// <param name="Loudness">LUFS, integrated.</param>
/// <param name="Peak">Highest sample that went in, as a factor.</param>
internal readonly record struct Hearing(double Loudness, double Peak);
