namespace Rushes.Engine.Cutting.Sounds;

/// <summary>A sound file repeated for as long as it is needed, each end melting into the next beginning.</summary>
/// <param name="path">A file that <see cref="PcmReader"/> reads.</param>
/// <param name="overlap">Samples of the file's end and beginning that sound together; 0 for a file that loops by itself.</param>
internal sealed class LoopTrack(string path, long start, long length, double gain, int overlap, int fadeIn, int fadeOut) : ITrack
{
    private readonly float[] _left = new float[Pcm.Block];
    private readonly float[] _right = new float[Pcm.Block];
    private PcmReader? _reader;

    public void AddTo(Span<float> left, Span<float> right, long at)
    {
        if (at + left.Length <= start || at >= start + length)
            return;
        _reader ??= new PcmReader(path);
        var lap = Math.Max(1, _reader.Length - overlap);
        for (var round = Math.Max(0, (at - start - overlap) / lap); start + round * lap < at + left.Length; round++)
            AddRound(left, right, at, round, lap);
        if (at + left.Length >= start + length)
            Dispose();
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _reader = null;
    }

    private void AddRound(Span<float> left, Span<float> right, long at, long round, long lap)
    {
        var begin = start + round * lap;
        _reader!.Read(at - begin, _left.AsSpan(0, left.Length), _right.AsSpan(0, left.Length));
        for (var index = 0; index < left.Length; index++)
        {
            var place = at + index - begin;
            if (place < 0 || place >= _reader.Length)
                continue;
            var level = (float)(gain * Lap(place, round) * Envelope(at + index - start));
            left[index] += _left[index] * level;
            right[index] += _right[index] * level;
        }
    }

    private double Lap(long place, long round)
    {
        if (overlap == 0)
            return 1;
        var rising = round == 0 ? 1 : Math.Min(1, (place + 0.5) / overlap);
        var falling = Math.Min(1, (_reader!.Length - place - 0.5) / overlap);
        return rising * falling >= 1 ? 1 : Math.Sin(rising * Math.PI / 2) * Math.Sin(falling * Math.PI / 2);
    }

    private double Envelope(long position)
    {
        if (position < 0 || position >= length)
            return 0;
        var level = 1.0;
        if (position < fadeIn)
            level *= Math.Sin((position + 0.5) / fadeIn * Math.PI / 2);
        if (length - position < fadeOut)
            level *= Math.Sin((length - position - 0.5) / fadeOut * Math.PI / 2);
        return level;
    }
}
