namespace Rushes.Providers.Ffmpeg.Mp4;

/// <summary>All coded frames of the film to be, in the order of decoding.</summary>
/// <param name="Pieces">The samples of each piece, with the file they are in.</param>
/// <param name="Lengths">Bytes of each sample.</param>
/// <param name="Delays">For each sample, how many frames after its decoding it is shown; never negative.</param>
/// <param name="Keys">Samples that are key frames; 0 is the first.</param>
/// <param name="Delay">How many frames the first picture waits for those that are decoded before it.</param>
internal sealed record Reel(
    IReadOnlyList<(VideoTrack Track, IReadOnlyList<Sample> Samples)> Pieces, IReadOnlyList<int> Lengths, IReadOnlyList<int> Delays, IReadOnlyList<int> Keys, int Delay)
{
    public long Bytes => Lengths.Sum(length => (long)length);

    public static Reel Of(IReadOnlyList<SplicePiece> pieces)
    {
        var (parts, lengths, leads, keys) = (new List<(VideoTrack, IReadOnlyList<Sample>)>(), new List<int>(), new List<int>(), new List<int>());
        foreach (var piece in pieces)
        {
            var samples = piece.Samples();
            for (var index = 0; index < samples.Count; index++)
            {
                if (samples[index].Sample.Key)
                    keys.Add(lengths.Count);
                lengths.Add(samples[index].Sample.Length);
                leads.Add(samples[index].Shown - index);
            }

            parts.Add((piece.Track, [.. samples.Select(sample => sample.Sample)]));
        }

        // Frames that are decoded ahead of others are shown later: everything waits for the longest of these.
        var delay = -leads.Min();
        return new(parts, lengths, [.. leads.Select(lead => lead + delay)], keys, delay);
    }
}
