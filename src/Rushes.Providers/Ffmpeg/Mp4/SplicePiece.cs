namespace Rushes.Providers.Ffmpeg.Mp4;

/// <summary>Frames of a file to copy, in the order of showing; the first is a key frame, and none refers to one outside.</summary>
internal sealed record SplicePiece(VideoTrack Track, int From, int Frames)
{
    /// <summary>The samples in the order of decoding, each with its place on screen counted from <see cref="From"/>.</summary>
    /// <exception cref="InvalidDataException">The range does not stand alone.</exception>
    public IReadOnlyList<(Sample Sample, int Shown)> Samples()
    {
        var ranks = Track.Ranks();
        var samples = Track.Samples
            .Select((sample, index) => (Sample: sample, Shown: ranks[index] - From))
            .Where(sample => sample.Shown >= 0 && sample.Shown < Frames)
            .ToList();
        if (samples.Count != Frames || samples[0] is not { Sample.Key: true, Shown: 0 })
            throw new InvalidDataException($"{Track.Path}: frames {From} to {From + Frames} do not stand alone");
        return samples;
    }
}
