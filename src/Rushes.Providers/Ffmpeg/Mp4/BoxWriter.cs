using System.Buffers.Binary;
using System.Text;

namespace Rushes.Providers.Ffmpeg.Mp4;

/// <summary>Writes boxes inside boxes; lengths are filled in when a box ends.</summary>
internal sealed class BoxWriter
{
    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>A box; what <paramref name="inside"/> writes is in it.</summary>
    public BoxWriter Box(string type, Action<BoxWriter> inside)
    {
        var start = Length;
        Int(0).Bytes(Encoding.Latin1.GetBytes(type));
        inside(this);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(start), Length - start);
        return this;
    }

    /// <summary>A box that begins with a version and flags.</summary>
    public BoxWriter FullBox(string type, int flags, Action<BoxWriter> inside) => Box(type, box => inside(box.Int(flags)));

    public BoxWriter Int(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(4), value);
        return this;
    }

    public BoxWriter Ints(IEnumerable<int> values)
    {
        foreach (var value in values)
            Int(value);
        return this;
    }

    public BoxWriter Long(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Room(8), value);
        return this;
    }

    public BoxWriter Short(int value)
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(2), checked((short)value));
        return this;
    }

    public BoxWriter Zeros(int count)
    {
        Room(count).Clear();
        return this;
    }

    public BoxWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        return this;
    }

    private Span<byte> Room(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(Length + count, 2 * _bytes.Length));
        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
