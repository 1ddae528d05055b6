namespace Rushes.Engine.Cutting.Sounds;

/// <summary>A track that steps back for others.</summary>
internal sealed class DuckedTrack(ITrack track, DuckCurve curve) : ITrack
{
    /// <summary>The curve is asked this often; between, it is a straight line.</summary>
    private const int Step = 64;

    private readonly float[] _left = new float[Pcm.Block];
    private readonly float[] _right = new float[Pcm.Block];

    public void AddTo(Span<float> left, Span<float> right, long at)
    {
        var ownLeft = _left.AsSpan(0, left.Length);
        var ownRight = _right.AsSpan(0, left.Length);
        ownLeft.Clear();
        ownRight.Clear();
        track.AddTo(ownLeft, ownRight, at);
        var level = curve.At(at);
        for (var from = 0; from < left.Length; from += Step)
        {
            var count = Math.Min(Step, left.Length - from);
            var next = curve.At(at + from + count);
            for (var index = 0; index < count; index++)
            {
                var now = (float)(level + (next - level) * index / count);
                left[from + index] += ownLeft[from + index] * now;
                right[from + index] += ownRight[from + index] * now;
            }

            level = next;
        }
    }

    public void Dispose() => track.Dispose();
}
