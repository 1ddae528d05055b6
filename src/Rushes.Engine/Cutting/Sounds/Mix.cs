namespace Rushes.Engine.Cutting.Sounds;

/// <summary>All tracks together, for exactly the film's length. It can be played as often as needed; only a tenth of a second is in memory at a time.</summary>
internal sealed class Mix(long length, IReadOnlyList<ITrack> tracks) : IDisposable
{
    /// <summary>Samples.</summary>
    public long Length { get; } = length;

    /// <summary>Hands over block after block.</summary>
    public void Play(BlockListener listener, CancellationToken cancellation)
    {
        var (left, right) = (new float[Pcm.Block], new float[Pcm.Block]);
        for (long at = 0; at < Length; at += Pcm.Block)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = (int)Math.Min(Pcm.Block, Length - at);
            var blockLeft = left.AsSpan(0, count);
            var blockRight = right.AsSpan(0, count);
            blockLeft.Clear();
            blockRight.Clear();
            foreach (var track in tracks)
                track.AddTo(blockLeft, blockRight, at);
            listener(blockLeft, blockRight);
        }
    }

    public void Dispose()
    {
        foreach (var track in tracks)
            track.Dispose();
    }
}

/// <summary>Hears a block of sound.</summary>
internal delegate void BlockListener(Span<float> left, Span<float> right);
