using System.Buffers.Binary;

namespace Rushes.FakeProviders.Media;

/// <summary>Reads what a picture is from its first bytes.</summary>
internal static class ImageHeader
{
    /// <summary>Width and height of a PNG or JPEG, (0, 0) for a WebP or GIF, or null when it is no picture.</summary>
    public static (int Width, int Height)? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 24 && bytes[1..].StartsWith("PNG"u8))
            return (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        if (bytes.Length >= 4 && bytes[0] == 0xFF && bytes[1] == 0xD8)
            return Jpeg(bytes);
        if (bytes.StartsWith("RIFF"u8) || bytes.StartsWith("GIF8"u8))
            return (0, 0);
        return null;
    }

    private static (int Width, int Height) Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return (0, 0);
    }
}
