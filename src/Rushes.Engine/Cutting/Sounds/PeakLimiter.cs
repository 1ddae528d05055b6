namespace Rushes.Engine.Cutting.Sounds;

/// <summary>
/// Keeps the true peak (ITU-R BS.1770-4, annex 2: four times oversampled) below a ceiling. It looks ahead and turns down smoothly before a peak, so nothing
/// is clipped; what comes out is <see cref="Delay"/> samples late.
/// </summary>
internal sealed class PeakLimiter(double ceiling)
{
    private const int LookAhead = 240;
    private const int Line = LookAhead + TruePeak.Reach;
    private const double ReleasePerSample = 1.0 / (0.12 * Pcm.Rate);
    private readonly TruePeak _peak = new(ceiling);
    private readonly LowestGain _lowest = new(LookAhead);
    private readonly float[] _left = new float[Line];
    private readonly float[] _right = new float[Line];
    private readonly double[] _levels = CreateLevels();
    private double _sum = LookAhead;
    private double _level = 1;
    private int _place;
    private int _slot;

    /// <summary>How long nothing was turned down; after a whole look-ahead nothing needs to be computed.</summary>
    private int _calm = LookAhead;

    /// <summary>Samples from going in to coming out.</summary>
    public static int Delay => Line - 1;

    /// <summary>The highest peak that went in; below half the ceiling that of the samples, above it the true one.</summary>
    public double Peak => _peak.Highest;

    /// <summary>Limits in place.</summary>
    public void Process(Span<float> left, Span<float> right)
    {
        for (var index = 0; index < left.Length; index++)
        {
            var gain = (float)Gain(_peak.Next(left[index], right[index]));
            _left[_place] = left[index];
            _right[_place] = right[index];
            _place = _place + 1 == Line ? 0 : _place + 1;
            left[index] = _left[_place] * gain;
            right[index] = _right[_place] * gain;
        }
    }

    /// <summary>The lowest gain wanted within the look-ahead, released slowly, then averaged over the look-ahead: it has arrived when the peak does.</summary>
    private double Gain(double peak)
    {
        var lowest = _lowest.Next(peak > ceiling ? ceiling / peak : 1);
        _level = Math.Min(lowest, _level > 0.9999 ? 1 : _level + (1 - _level) * ReleasePerSample);
        _calm = _level < 1 ? 0 : _calm + 1;
        if (_calm >= LookAhead)
        {
            if (_calm == LookAhead)
            {
                Array.Fill(_levels, 1);
                _sum = LookAhead;
            }

            return 1;
        }

        _sum += _level - _levels[_slot];
        _levels[_slot] = _level;
        _slot = _slot + 1 == LookAhead ? 0 : _slot + 1;
        return Math.Min(1, _sum / LookAhead);
    }

    private static double[] CreateLevels()
    {
        var levels = new double[LookAhead];
        Array.Fill(levels, 1);
        return levels;
    }
}
