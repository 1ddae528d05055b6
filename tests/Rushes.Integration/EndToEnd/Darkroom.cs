namespace Rushes.Integration.EndToEnd;

/// <summary>Makes pictures to film.</summary>
internal static class Darkroom
{
    /// <summary>A picture of one colour; the ending of its name says the format.</summary>
    public static async Task<string> PlainAsync(string file, string colour, string size = "720x1280")
    {
        await Screening.FfmpegAsync("-f", "lavfi", "-i", $"color=c={colour}:s={size}:d=0.04:r=25", "-frames:v", "1", $"file:{file}");
        return file;
    }

    /// <summary>A picture with much to see.</summary>
    public static async Task<string> BusyAsync(string file)
    {
        await Screening.FfmpegAsync("-f", "lavfi", "-i", "testsrc2=s=1280x720:d=0.04:r=25", "-frames:v", "1", $"file:{file}");
        return file;
    }

    /// <summary>A clip with much to see.</summary>
    /// <param name="seconds">Whole ones.</param>
    public static async Task<string> ClipAsync(string file, int seconds)
    {
        await Screening.FfmpegAsync("-f", "lavfi", "-i", FormattableString.Invariant($"testsrc2=s=540x960:d={seconds}:r=30"), "-pix_fmt", "yuv420p", $"file:{file}");
        return file;
    }

    /// <summary>A picture with one colour on its left and another on its right.</summary>
    public static async Task<string> HalvesAsync(string file, string left, string right, int width, int height)
    {
        await Screening.FfmpegAsync(
            "-f", "lavfi", "-i", $"color=c={left}:s={width / 2}x{height}:d=0.04:r=25", "-f", "lavfi", "-i", $"color=c={right}:s={width / 2}x{height}:d=0.04:r=25",
            "-filter_complex", "hstack", "-frames:v", "1", $"file:{file}");
        return file;
    }

    /// <summary>Tells viewers how the camera was held, as phones do: an EXIF segment right after the start of a jpeg.</summary>
    /// <param name="orientation">6: the stored left side is the top.</param>
    public static void Turn(string jpeg, byte orientation)
    {
        var picture = File.ReadAllBytes(jpeg);
        byte[] segment =
        [
            0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ];
        File.WriteAllBytes(jpeg, [.. picture[..2], .. segment, .. picture[2..]]);
    }

    /// <summary>Keeps only the beginning of a file.</summary>
    public static void Truncate(string file, double share)
    {
        using var stream = File.OpenWrite(file);
        stream.SetLength((long)(stream.Length * share));
    }

    /// <summary>A png whose header is right in everything and claims a size that nobody should unpack.</summary>
    public static string Huge(string file, int side)
    {
        Span<byte> size = stackalloc byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(size, side);
        byte[] header = [.. "IHDR"u8, .. size, .. size, 8, 2, 0, 0, 0];
        byte[] picture = [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk(header), .. Chunk([.. "IDAT"u8, 0x78, 0x9C, 0x03, 0, 0, 0, 0, 1]), .. Chunk([.. "IEND"u8])];
        File.WriteAllBytes(file, picture);
        return file;
    }

    private static byte[] Chunk(byte[] content)
    {
        var frame = new byte[content.Length + 8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(frame, content.Length - 4);
        content.CopyTo(frame, 4);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(content.Length + 4), Checksum(content));
        return frame;
    }

    private static uint Checksum(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
