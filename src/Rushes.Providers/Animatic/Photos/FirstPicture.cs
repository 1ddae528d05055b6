using System.Buffers.Binary;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>
/// Takes the first picture out of an animated webp as a still one, which ffmpeg 5 cannot read by itself (WebP container specification,
/// "Extended file format" and "Animation").
/// </summary>
/// <param name="Webp">A still webp of the frame alone.</param>
/// <param name="Left">Where the frame lies in the whole picture, in pixels.</param>
/// <param name="Top">Where the frame lies in the whole picture, in pixels.</param>
internal sealed record FirstPicture(byte[] Webp, int Left, int Top)
{
    private const int HeaderLength = 12;
    private const int ChunkHeader = 8;
    private const int FrameHeader = 16;
    private const byte HasAlpha = 0x10;

    /// <returns>Null when there is no whole frame.</returns>
    public static FirstPicture? Of(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WEBP"u8))
            return null;
        var frame = Find(file[HeaderLength..], "ANMF"u8);
        return frame.Length > FrameHeader && Still(frame) is { } still ? new(still, Twice(frame), Twice(frame[3..])) : null;
    }

    /// <summary>Offsets are kept as half of what they are, in 24 bits.</summary>
    private static int Twice(ReadOnlySpan<byte> bytes) => 2 * (bytes[0] | bytes[1] << 8 | bytes[2] << 16);

    private static byte[]? Still(ReadOnlySpan<byte> frame)
    {
        var pictures = frame[FrameHeader..];
        var alpha = Find(pictures, "ALPH"u8);
        var lossy = Find(pictures, "VP8 "u8);
        var lossless = Find(pictures, "VP8L"u8);
        using var still = new MemoryStream();
        still.Write("RIFF\0\0\0\0WEBP"u8);
        if (lossy.Length > 0)
        {
            if (alpha.Length > 0)
            {
                Write(still, "VP8X"u8, [HasAlpha, 0, 0, 0, .. frame[6..12]]);
                Write(still, "ALPH"u8, alpha);
            }

            Write(still, "VP8 "u8, lossy);
        }
        else if (lossless.Length > 0)
        {
            Write(still, "VP8L"u8, lossless);
        }
        else
        {
            return null;
        }

        var bytes = still.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - ChunkHeader);
        return bytes;
    }

    /// <summary>What the first chunk of a name holds; nothing when there is none or it is cut short.</summary>
    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> chunks, ReadOnlySpan<byte> name)
    {
        while (chunks.Length >= ChunkHeader)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunks[4..]);
            if (length > (uint)(chunks.Length - ChunkHeader))
                return default;
            if (chunks[..4].SequenceEqual(name))
                return chunks.Slice(ChunkHeader, (int)length);
            chunks = chunks[Math.Min(chunks.Length, ChunkHeader + (int)(length + (length & 1)))..];
        }

        return default;
    }

    private static void Write(MemoryStream to, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        to.Write(name);
        to.Write(length);
        to.Write(content);
        if ((content.Length & 1) != 0)
            to.WriteByte(0);
    }
}
