using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Rushes.Engine.Cutting.Sounds;

/// <summary>Reads 48 kHz 16-bit samples from a <c>.pcm</c> file or a RIFF wave file, a stretch at a time.</summary>
internal sealed class PcmReader : IDisposable
{
    private readonly FileStream _file;
    private readonly long _data;
    private readonly int _channels;
    private short[] _buffer = [];

    /// <exception cref="InvalidDataException">The wave file is not 48 kHz 16-bit PCM with one or two channels.</exception>
    public PcmReader(string path)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        (_data, var bytes, _channels) = path.EndsWith(".pcm", StringComparison.Ordinal) ? (0, _file.Length, 2) : Header(_file);
        Length = bytes / (2 * _channels);
    }

    /// <summary>Samples of one channel.</summary>
    public long Length { get; }

    /// <summary>Reads a stretch; what lies outside the file is silence. A mono file sounds on both sides.</summary>
    public void Read(long at, Span<float> left, Span<float> right)
    {
        left.Clear();
        right.Clear();
        var from = Math.Max(at, 0);
        var count = (int)Math.Max(0, Math.Min(at + left.Length, Length) - from);
        if (count == 0)
            return;
        if (_buffer.Length < count * _channels)
            _buffer = new short[count * _channels];
        var samples = _buffer.AsSpan(0, count * _channels);
        _file.Position = _data + from * 2 * _channels;
        _file.ReadExactly(MemoryMarshal.AsBytes(samples));
        var offset = (int)(from - at);
        for (var index = 0; index < count; index++)
        {
            left[offset + index] = samples[index * _channels] / 32768f;
            right[offset + index] = samples[index * _channels + _channels - 1] / 32768f;
        }
    }

    public void Dispose() => _file.Dispose();

    private static (long Data, long Bytes, int Channels) Header(FileStream file)
    {
        Span<byte> chunk = stackalloc byte[8];
        Span<byte> format = stackalloc byte[16];
        var channels = 0;
        for (file.Position = 12; file.ReadAtLeast(chunk, 8, throwOnEndOfStream: false) == 8;)
        {
            long length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            var next = file.Position + length + (length & 1);
            if (chunk[..4].SequenceEqual("fmt "u8))
            {
                file.ReadExactly(format);
                channels = BinaryPrimitives.ReadInt16LittleEndian(format[2..]);
                if (BinaryPrimitives.ReadInt32LittleEndian(format[4..]) != Pcm.Rate || BinaryPrimitives.ReadInt16LittleEndian(format[14..]) != 16)
                    break;
            }
            else if (chunk[..4].SequenceEqual("data"u8) && channels is 1 or 2)
            {
                return (file.Position, Math.Min(length, file.Length - file.Position), channels);
            }

            file.Position = next;
        }

        throw new InvalidDataException(file.Name);
    }
}
