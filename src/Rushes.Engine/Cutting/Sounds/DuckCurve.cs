namespace Rushes.Engine.Cutting.Sounds;

/// <summary>How far something steps back while others sound. It knows beforehand when that is, so it is down when they begin.</summary>
internal sealed class DuckCurve
{
    /// <summary>Pauses shorter than this are not filled: coming up for a moment is restless.</summary>
    private const double Bridge = 0.9;

    private const double Attack = 0.25;
    private const double Release = 0.6;
    private readonly List<(long Start, long End)> _stretches = [];
    private readonly double _depth;

    /// <param name="stretches">Samples from and to which the others sound.</param>
    /// <param name="depth">Decibels to step back, more than 0.</param>
    public DuckCurve(IEnumerable<(long Start, long End)> stretches, double depth)
    {
        _depth = depth;
        foreach (var (start, end) in stretches.OrderBy(stretch => stretch.Start))
        {
            if (_stretches.Count > 0 && start - _stretches[^1].End < Bridge * Pcm.Rate)
                _stretches[^1] = (_stretches[^1].Start, Math.Max(_stretches[^1].End, end));
            else
                _stretches.Add((start, end));
        }
    }

    /// <summary>The factor at a sample of the film.</summary>
    public double At(long sample)
    {
        // The nearest stretch on either side decides.
        var next = _stretches.BinarySearch((sample, long.MaxValue));
        var after = ~next;
        var depth = 0.0;
        if (after < _stretches.Count)
            depth = 1 - (_stretches[after].Start - sample) / (Attack * Pcm.Rate);
        if (after > 0)
            depth = Math.Max(depth, sample <= _stretches[after - 1].End ? 1 : 1 - (sample - _stretches[after - 1].End) / (Release * Pcm.Rate));
        return Pcm.Gain(-_depth * Math.Clamp(depth, 0, 1));
    }
}
