namespace Rushes.Film.Cuts;

/// <summary>A stretch of the finished film and where its frames come from.</summary>
public abstract record CutPiece
{
    private CutPiece()
    {
    }

    /// <summary>Frames of the film that the piece makes.</summary>
    public abstract int Frames { get; }

    /// <summary>Coded frames are copied; the range begins at a key frame and ends before one, or at the clip's end.</summary>
    public sealed record Copy(ClipRange Range) : CutPiece
    {
        public override int Frames => Range.Frames;
    }

    /// <summary>Two clips pass into one another; both ranges are equally long.</summary>
    public sealed record Joint(ClipRange From, ClipRange To, TransitionKind Kind) : CutPiece
    {
        public override int Frames => To.Frames;
    }

    /// <summary>Frames are coded anew, of at most <see cref="CutPlan.MostClips"/> clips, so that memory stays bounded.</summary>
    public sealed record Encode(IReadOnlyList<ClipRange> Ranges) : CutPiece
    {
        public override int Frames => Ranges.Sum(range => range.Frames);

        public bool Equals(Encode? other) => other is not null && Ranges.SequenceEqual(other.Ranges);

        public override int GetHashCode() => Ranges.Aggregate(0, HashCode.Combine);
    }
}
