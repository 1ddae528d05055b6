using System.Buffers.Binary;
using System.Text;

namespace Rushes.Providers.Ffmpeg.Mp4;

/// <summary>A box in memory (ISO/IEC 14496-12, 4.2): a type and what is inside.</summary>
internal readonly ref struct Mp4Box(string type, ReadOnlySpan<byte> whole, int header)
{
    public string Type { get; } = type;

    /// <summary>The box with its header.</summary>
    public ReadOnlySpan<byte> Whole { get; } = whole;

    public ReadOnlySpan<byte> Body { get; } = whole[header..];

    /// <summary>The body of the first box at the end of a path of types; empty when there is none.</summary>
    public ReadOnlySpan<byte> Find(params ReadOnlySpan<string> path)
    {
        var inside = Body;
        foreach (var step in path)
        {
            var found = false;
            foreach (var box in Of(inside))
            {
                if (box.Type != step)
                    continue;
                inside = box.Body;
                found = true;
                break;
            }

            if (!found)
                return default;
        }

        return inside;
    }

    /// <summary>The boxes that follow one another in a span.</summary>
    public static BoxEnumerator Of(ReadOnlySpan<byte> span) => new(span);

    internal ref struct BoxEnumerator(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> _rest = rest;

        public Mp4Box Current { get; private set; }

        public readonly BoxEnumerator GetEnumerator() => this;

        /// <exception cref="InvalidDataException">A box is longer than what holds it.</exception>
        public bool MoveNext()
        {
            if (_rest.Length < 8)
                return false;
            var length = (long)BinaryPrimitives.ReadUInt32BigEndian(_rest);
            var header = 8;
            if (length == 1 && _rest.Length >= 16)
                (length, header) = (BinaryPrimitives.ReadInt64BigEndian(_rest[8..]), 16);
            else if (length == 0)
                length = _rest.Length;
            if (length < header || length > _rest.Length)
                throw new InvalidDataException("box length");
            Current = new Mp4Box(Encoding.Latin1.GetString(_rest.Slice(4, 4)), _rest[..(int)length], header);
            _rest = _rest[(int)length..];
            return true;
        }
    }
}
