using System.Buffers.Binary;

namespace Rushes.Engine.Cutting.Captions;

/// <summary>Which glyph shows a character: the Unicode subtable of a font's <c>cmap</c>, format 12 before format 4.</summary>
internal sealed class CharacterMap
{
    private readonly Dictionary<int, int> _glyphs = [];

    /// <returns>0 when the font has no such character.</returns>
    public int Glyph(int character) => _glyphs.GetValueOrDefault(character);

    public static CharacterMap Read(byte[] table)
    {
        var map = new CharacterMap();
        int? segments = null;
        for (var record = 4; record < 4 + 8 * UInt16(table, 2); record += 8)
        {
            var (platform, offset) = (UInt16(table, record), Int32(table, record + 4));
            if (platform is not (0 or 3))
                continue;
            switch (UInt16(table, offset))
            {
                case 12:
                    map.ReadGroups(table, offset);
                    return map;
                case 4:
                    segments = offset;
                    break;
            }
        }

        if (segments is { } at)
            map.ReadSegments(table, at);
        return map;
    }

    private void ReadGroups(byte[] table, int at)
    {
        for (var group = 0; group < Int32(table, at + 12); group++)
        {
            var entry = at + 16 + 12 * group;
            var (first, last, glyph) = (Int32(table, entry), Int32(table, entry + 4), Int32(table, entry + 8));
            for (var character = first; character <= last; character++)
                _glyphs[character] = glyph + character - first;
        }
    }

    private void ReadSegments(byte[] table, int at)
    {
        var doubled = UInt16(table, at + 6);
        var (ends, starts) = (at + 14, at + 16 + doubled);
        var (deltas, ranges) = (starts + doubled, starts + 2 * doubled);
        for (var segment = 0; segment < doubled; segment += 2)
        {
            var (first, last) = (UInt16(table, starts + segment), UInt16(table, ends + segment));
            var (delta, range) = (UInt16(table, deltas + segment), UInt16(table, ranges + segment));
            for (var character = first; character <= last && character != 0xFFFF; character++)
            {
                var glyph = range == 0 ? character : UInt16(table, ranges + segment + range + 2 * (character - first));
                if (range == 0 || glyph != 0)
                    _glyphs[character] = (glyph + delta) & 0xFFFF;
            }
        }
    }

    private static int UInt16(byte[] table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(at));

    private static int Int32(byte[] table, int at) => BinaryPrimitives.ReadInt32BigEndian(table.AsSpan(at));
}
