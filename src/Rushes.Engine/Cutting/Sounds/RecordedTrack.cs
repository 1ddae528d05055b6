namespace Rushes.Engine.Cutting.Sounds;

/// <summary>A sound file placed in the film.</summary>
/// <param name="path">A file that <see cref="PcmReader"/> reads.</param>
/// <param name="start">Samples from the film's start; the file's first sample sounds there.</param>
/// <param name="length">Samples that may sound; the rest of the file is left out.</param>
/// <param name="gain">Factor.</param>
/// <param name="fadeIn">Samples.</param>
/// <param name="fadeOut">Samples.</param>
internal sealed class RecordedTrack(string path, long start, long length, double gain, int fadeIn = 0, int fadeOut = 0) : ITrack
{
    private readonly float[] _left = new float[Pcm.Block];
    private readonly float[] _right = new float[Pcm.Block];
    private PcmReader? _reader;

    public void AddTo(Span<float> left, Span<float> right, long at)
    {
        if (at + left.Length <= start || at >= start + length)
            return;

        // Opened when it sounds and closed when it is over: a long film has more files than a process may hold open.
        _reader ??= new PcmReader(path);
        _reader.Read(at - start, _left.AsSpan(0, left.Length), _right.AsSpan(0, left.Length));
        for (var index = 0; index < left.Length; index++)
        {
            var level = (float)(gain * Envelope(at + index - start));
            left[index] += _left[index] * level;
            right[index] += _right[index] * level;
        }

        if (at + left.Length >= start + length)
            Dispose();
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _reader = null;
    }

    private double Envelope(long position)
    {
        if (position < 0 || position >= length)
            return 0;
        var rising = fadeIn > 0 ? Math.Min(1, (position + 0.5) / fadeIn) : 1;
        var falling = fadeOut > 0 ? Math.Min(1, (length - position - 0.5) / fadeOut) : 1;

        // Equal power: two sounds that pass into one another keep their loudness.
        return rising * falling >= 1 ? 1 : Math.Sin(rising * Math.PI / 2) * Math.Sin(falling * Math.PI / 2);
    }
}
