namespace Rushes.Engine.Cutting.Sounds;

/// <summary>
/// Keeps the true peak (ITU-R BS.1770-4, annex 2: four times oversampled) below a ceiling. It looks ahead and turns down smoothly before a peak, so nothing
/// is clipped; what comes out is <see cref="Delay"/> samples late.
/// </summary>
internal sealed class PeakLimiter(double ceiling)
{
    /// <summary>Half the length of the oversampling filter.</summary>
    private const int Reach = 6;

    private const int LookAhead = 240;
    private const double ReleasePerSample = 1.0 / (0.12 * Pcm.Rate);
    private static readonly float[][] Phases = Design();

    private readonly float[] _history = new float[2 * 2 * Reach];
    private readonly float[] _left = new float[LookAhead + Reach];
    private readonly float[] _right = new float[LookAhead + Reach];
    private readonly double[] _recent = new double[LookAhead];
    private readonly LinkedList<(long At, double Gain)> _lowest = new();
    private double _sum = LookAhead;
    private double _level = 1;
    private long _at;

    /// <summary>Samples from going in to coming out.</summary>
    public static int Delay => LookAhead + Reach - 1;

    /// <summary>The highest true peak that went in.</summary>
    public double Peak { get; private set; }

    /// <summary>Limits in place.</summary>
    public void Process(Span<float> left, Span<float> right)
    {
        if (_at == 0)
            Array.Fill(_recent, 1);
        for (var index = 0; index < left.Length; index++)
            (left[index], right[index]) = Next(left[index], right[index]);
    }

    private (float Left, float Right) Next(float left, float right)
    {
        var peak = TruePeak(left, right);
        Peak = Math.Max(Peak, peak);
        var wanted = peak > ceiling ? ceiling / peak : 1;

        // The lowest gain wanted within the look-ahead, released slowly, then averaged over the look-ahead: it has arrived when the peak does.
        while (_lowest.Last is { } last && last.Value.Gain >= wanted)
            _lowest.RemoveLast();
        _lowest.AddLast((_at, wanted));
        while (_lowest.First!.Value.At <= _at - LookAhead)
            _lowest.RemoveFirst();
        _level = Math.Min(_lowest.First.Value.Gain, _level + (1 - _level) * ReleasePerSample + 1e-9);
        var slot = (int)(_at % LookAhead);
        _sum += _level - _recent[slot];
        _recent[slot] = _level;

        var place = (int)(_at % _left.Length);
        _left[place] = left;
        _right[place] = right;
        _at++;
        var oldest = (int)(_at % _left.Length);
        var gain = (float)Math.Min(1, _sum / LookAhead);
        return (_left[oldest] * gain, _right[oldest] * gain);
    }

    private double TruePeak(float left, float right)
    {
        Push(0, left);
        Push(2 * Reach, right);
        var near = 0f;
        foreach (var sample in _history)
            near = Math.Max(near, Math.Abs(sample));

        // Between samples a wave can be higher than at them, but hardly twice as high: below half the ceiling nothing needs to be computed.
        if (near < ceiling / 2)
            return near;
        var peak = near;
        foreach (var phase in Phases)
        {
            float a = 0, b = 0;
            for (var tap = 0; tap < 2 * Reach; tap++)
            {
                a += phase[tap] * _history[tap];
                b += phase[tap] * _history[2 * Reach + tap];
            }

            peak = Math.Max(peak, Math.Max(Math.Abs(a), Math.Abs(b)));
        }

        return peak;
    }

    private void Push(int from, float sample)
    {
        var own = _history.AsSpan(from, 2 * Reach);
        own[1..].CopyTo(own);
        own[^1] = sample;
    }

    /// <summary>A windowed sinc at a quarter, a half and three quarters of the way between two samples.</summary>
    private static float[][] Design() =>
    [
        .. Enumerable.Range(1, 3).Select(quarter => Enumerable.Range(0, 2 * Reach).Select(tap =>
        {
            var x = tap - (Reach - 1) - quarter / 4.0;
            var window = 0.5 + 0.5 * Math.Cos(Math.PI * x / Reach);
            return (float)(Math.Sin(Math.PI * x) / (Math.PI * x) * window);
        }).ToArray()),
    ];
}
