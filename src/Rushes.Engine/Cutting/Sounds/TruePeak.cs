namespace Rushes.Engine.Cutting.Sounds;

/// <summary>The height of a wave between its samples, four times oversampled.</summary>
/// <param name="ceiling">Only what comes near it is looked at closely.</param>
internal sealed class TruePeak(double ceiling)
{
    /// <summary>Half the length of the oversampling filter: the peak that is told lies this many samples back.</summary>
    public const int Reach = 6;

    private const int Length = 2 * Reach;
    private static readonly float[][] Phases = Design();

    // Every sample is kept twice, so that the latest twelve always lie one after another.
    private readonly float[] _left = new float[2 * Length];
    private readonly float[] _right = new float[2 * Length];
    private int _at;
    private int _hot;

    public double Highest { get; private set; }

    /// <summary>The peak around <see cref="Reach"/> samples ago.</summary>
    public double Next(float left, float right)
    {
        _left[_at] = _left[_at + Length] = left;
        _right[_at] = _right[_at + Length] = right;
        _at = _at + 1 == Length ? 0 : _at + 1;
        double peak = Math.Max(Math.Abs(left), Math.Abs(right));

        // Between samples a wave can be higher than at them, but hardly twice as high.
        if (peak >= ceiling / 2)
            _hot = Length;
        if (_hot > 0)
        {
            _hot--;
            peak = Math.Max(peak, Math.Max(Between(_left.AsSpan(_at, Length)), Between(_right.AsSpan(_at, Length))));
        }

        if (peak > Highest)
            Highest = peak;
        return peak;
    }

    private static float Between(ReadOnlySpan<float> samples)
    {
        var peak = Math.Abs(samples[Reach - 1]);
        foreach (var phase in Phases)
        {
            var sum = 0f;
            for (var tap = 0; tap < Length; tap++)
                sum += phase[tap] * samples[tap];
            peak = Math.Max(peak, Math.Abs(sum));
        }

        return peak;
    }

    /// <summary>A windowed sinc at a quarter, a half and three quarters of the way between two samples.</summary>
    private static float[][] Design() =>
    [
        .. Enumerable.Range(1, 3).Select(quarter => Enumerable.Range(0, Length).Select(tap =>
        {
            var x = tap - (Reach - 1) - quarter / 4.0;
            var window = 0.5 + 0.5 * Math.Cos(Math.PI * x / Reach);
            return (float)(Math.Sin(Math.PI * x) / (Math.PI * x) * window);
        }).ToArray()),
    ];
}
