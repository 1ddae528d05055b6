using Rushes.Film.Cuts;

namespace Rushes.Providers.Ffmpeg.Mp4;

/// <summary>
/// Puts coded frames of several files one after another into a new mp4 without decoding them. Times are made anew, in whole frames: nothing can drift,
/// and no frame is lost or doubled at a joint.
/// </summary>
internal static class Splice
{
    /// <summary>Whether the pieces are coded so alike that one set of headers decodes them all.</summary>
    public static bool FitTogether(IReadOnlyList<SplicePiece> pieces) =>
        pieces.Count > 0
        && pieces[0].Track.Configuration.Length > 0
        && pieces.All(piece => piece.Track.Configuration.AsSpan().SequenceEqual(pieces[0].Track.Configuration));

    /// <summary>Writes the film's picture to <paramref name="path"/>, its index first.</summary>
    /// <exception cref="InvalidDataException">A piece does not stand alone.</exception>
    public static async Task WriteAsync(string path, FilmForm form, IReadOnlyList<SplicePiece> pieces, CancellationToken cancellation)
    {
        var reel = Reel.Of(pieces);
        var index = SpliceIndex.Write(form, pieces[0].Track, reel);
        await using var film = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        await film.WriteAsync(index, cancellation);
        foreach (var piece in reel.Pieces)
            await CopyAsync(piece.Track.Path, piece.Samples, film, cancellation);
    }

    private static async Task CopyAsync(string from, IReadOnlyList<Sample> samples, FileStream film, CancellationToken cancellation)
    {
        await using var clip = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true);
        var buffer = new byte[1 << 18];
        for (var next = 0; next < samples.Count;)
        {
            // Samples that lie one after another are copied in one go.
            var (start, end) = (samples[next].Offset, samples[next].Offset + samples[next].Length);
            for (next++; next < samples.Count && samples[next].Offset == end; next++)
                end += samples[next].Length;
            clip.Position = start;
            for (var left = end - start; left > 0;)
            {
                var part = buffer.AsMemory(0, (int)Math.Min(left, buffer.Length));
                await clip.ReadExactlyAsync(part, cancellation);
                await film.WriteAsync(part, cancellation);
                left -= part.Length;
            }
        }
    }
}
