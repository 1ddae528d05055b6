using System.Buffers.Binary;
using System.Text;

namespace Rushes.Providers.Ffmpeg.Mp4;

/// <summary>
/// A walk over the top-level boxes of a file against its length. It finds what a probe misses (a file that was cut off still announces its full duration) and
/// needs no process.
/// </summary>
internal static class BoxWalk
{
    /// <summary>Looks at a file.</summary>
    /// <returns>Null when the file is whole, or is not of the mp4 family and cannot be judged by its boxes.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FileFault? Check(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length == 0)
            return new FileFault.Empty();
        var types = new List<string>();
        foreach (var box in Boxes(file))
        {
            if (types.Count == 0 && box.Type is not ("ftyp" or "styp" or "moov" or "mdat" or "free" or "skip" or "wide"))
                return null;
            if (box.End > file.Length)
                return new FileFault.CutOff(file.Length, box.End);
            types.Add(box.Type);
        }

        return types.Contains("moov") ? null : new FileFault.NoIndex();
    }

    /// <summary>The top-level boxes with their places in the file; the last one may end beyond it.</summary>
    public static IEnumerable<(string Type, long Start, int Header, long End)> Boxes(FileStream file)
    {
        var header = new byte[16];
        for (long at = 0; at < file.Length;)
        {
            file.Position = at;
            var read = file.ReadAtLeast(header, 16, throwOnEndOfStream: false);
            if (read < 8)
            {
                yield return ("", at, read, at + 8);
                yield break;
            }

            var length = (long)BinaryPrimitives.ReadUInt32BigEndian(header);
            var headerLength = length == 1 ? 16 : 8;
            if (length == 1)
                length = read == 16 ? BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(8)) : 16;
            var end = length == 0 ? file.Length : at + Math.Max(length, headerLength);
            yield return (Encoding.Latin1.GetString(header, 4, 4), at, headerLength, end);
            at = end;
        }
    }
}
