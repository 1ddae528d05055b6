namespace Rushes.Providers.Ffmpeg.Mp4;

/// <summary>Frames of a file to copy, in the order of showing; the first is a key frame, and none refers to one outside.</summary>
internal sealed record SplicePiece(VideoTrack Track, int From, int Frames)
{
    /// <summary>The range begins at a key frame, and all its frames are decoded after that and before what follows it.</summary>
    public bool StandsAlone() => Samples(out _);

    /// <summary>The samples in the order of decoding, each with its place on screen counted from <see cref="From"/>.</summary>
    /// <exception cref="InvalidDataException">The range does not stand alone.</exception>
    public IReadOnlyList<(Sample Sample, int Shown)> Samples() =>
        Samples(out var samples) ? samples : throw new InvalidDataException($"{Track.Path}: frames {From} to {From + Frames} do not stand alone");

    private bool Samples(out IReadOnlyList<(Sample Sample, int Shown)> samples)
    {
        var ranks = Track.Ranks();
        var first = Array.IndexOf(ranks, From);
        samples = [];
        if (first < 0 || first + Frames > ranks.Length || !Track.Samples[first].Key)
            return false;

        // In a closed range the frames that are shown are those that are decoded, without a gap.
        samples = [.. Enumerable.Range(first, Frames).Select(index => (Track.Samples[index], ranks[index] - From))];
        return samples.All(sample => sample.Shown >= 0 && sample.Shown < Frames);
    }
}
