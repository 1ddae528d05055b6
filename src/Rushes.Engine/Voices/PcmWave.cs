using System.Buffers.Binary;
using Rushes.Engine.Projects;

namespace Rushes.Engine.Voices;

/// <summary>The plain RIFF wave files that voices are kept in: 48 kHz, mono, 16-bit PCM.</summary>
public static class PcmWave
{
    public const int SampleRate = 48_000;
    private const int HeaderLength = 44;

    /// <summary>Seconds of a file; null when it is missing, empty or not such a file.</summary>
    public static double? SecondsOf(string path)
    {
        if (!File.Exists(path))
            return null;
        Span<byte> header = stackalloc byte[HeaderLength];
        using var file = File.OpenRead(path);
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength
            || !header[..4].SequenceEqual("RIFF"u8) || !header[36..40].SequenceEqual("data"u8))
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(header[40..]);
        return length > 0 && length == file.Length - HeaderLength ? length / 2.0 / SampleRate : null;
    }

    /// <summary>The samples of a file that <see cref="SecondsOf"/> knows; empty when it is none.</summary>
    public static short[] Read(string path) => SecondsOf(path) is null
        ? []
        : System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(File.ReadAllBytes(path).AsSpan(HeaderLength)).ToArray();

    /// <summary>Writes samples beside the final name first, so that a half file is never found.</summary>
    public static void Write(string path, ReadOnlySpan<short> samples)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], 36 + samples.Length * 2);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], SampleRate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], samples.Length * 2);
        var half = HalfFile.Beside(path);
        using (var file = File.Create(half))
        {
            file.Write(header);
            file.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(samples));
        }

        File.Move(half, path, overwrite: true);
    }
}
