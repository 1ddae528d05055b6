namespace Rushes.Providers.Ffmpeg;

/// <summary>
/// Walks a jpeg's markers to the end of its image (ITU T.81, annex B). A file that was cut off never gets there; what follows the end, as many
/// cameras add it, does not matter, nor does the end of a small preview inside a segment.
/// </summary>
internal static class JpegEnd
{
    private const byte Marker = 0xFF;
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;

    /// <summary>True when the file is no jpeg at all, or a jpeg that is all there.</summary>
    public static bool IsThere(ReadOnlySpan<byte> file)
    {
        if (file.Length < 2 || file[0] != Marker || file[1] != Start)
            return true;
        for (var at = 2; at + 1 < file.Length;)
        {
            var code = file[at] == Marker ? file[at + 1] : Marker;
            if (code == End)
                return true;
            if (code is Marker or 0 or >= 0xD0 and <= Start)
            {
                // Fill bytes, restart markers and whatever a sloppy writer left between segments.
                at++;
                continue;
            }

            if (at + 3 >= file.Length)
                return false;
            at += 2 + (file[at + 2] << 8 | file[at + 3]);
            if (code == Scan)
                at = SkipScan(file, at);
        }

        return false;
    }

    /// <summary>The first marker after the coded pixels, in which a marker's byte is always followed by 0 or a restart code.</summary>
    private static int SkipScan(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length && (file[at] != Marker || file[at + 1] is 0 or Marker or >= 0xD0 and <= 0xD7))
            at++;
        return at;
    }
}
