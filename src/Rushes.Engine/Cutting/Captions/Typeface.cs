using System.Buffers.Binary;
using System.Text;

namespace Rushes.Engine.Cutting.Captions;

/// <summary>
/// What layout needs of a TrueType or OpenType file: its names, its metrics, which characters it has and how wide they are
/// (OpenType specification, tables <c>name</c>, <c>head</c>, <c>hhea</c>, <c>hmtx</c>, <c>OS/2</c>, <c>cmap</c> formats 4 and 12).
/// </summary>
public sealed class Typeface
{
    private readonly Dictionary<string, (uint Offset, uint Length)> _tables = new(StringComparer.Ordinal);
    private readonly Lazy<CharacterMap> _characters;
    private readonly Lazy<ushort[]> _advances;

    private Typeface(string path)
    {
        Path = path;
        using var file = File.OpenRead(path);
        ReadDirectory(file);
        var head = Table(file, "head");
        UnitsPerEm = UInt16(head, 18);
        var os2 = Table(file, "OS/2");
        Weight = UInt16(os2, 4);
        WinAscent = UInt16(os2, 74);
        WinDescent = UInt16(os2, 76);
        var names = Table(file, "name");
        Family = Name(names, 1) ?? throw new InvalidDataException("name 1");
        WholeFamily = Name(names, 16) ?? Family;
        Bold = (UInt16(os2, 62) & 0x20) != 0;
        _characters = new(() => CharacterMap.Read(Table("cmap")));
        _advances = new(ReadAdvances);
    }

    public string Path { get; }

    /// <summary>The name under which libass finds this very file (together with <see cref="Bold"/>), such as <c>Be Vietnam Pro Medium</c>.</summary>
    public string Family { get; }

    /// <summary>The family without its weight, such as <c>Be Vietnam Pro</c>.</summary>
    public string WholeFamily { get; }

    public int Weight { get; }
    public bool Bold { get; }
    public int UnitsPerEm { get; }

    /// <summary>Height above the baseline in font units, as Windows and libass count it.</summary>
    public int WinAscent { get; }

    /// <summary>Depth below the baseline in font units.</summary>
    public int WinDescent { get; }

    /// <exception cref="InvalidDataException">The file is not such a font.</exception>
    public static Typeface Open(string path)
    {
        try
        {
            return new Typeface(path);
        }
        catch (Exception broken) when (broken is IndexOutOfRangeException or ArgumentOutOfRangeException or KeyNotFoundException or EndOfStreamException)
        {
            throw new InvalidDataException(path, broken);
        }
    }

    public bool Has(Rune character) => _characters.Value.Glyph(character.Value) != 0;

    /// <summary>Width in ems.</summary>
    public double Advance(Rune character)
    {
        var advances = _advances.Value;
        return advances[Math.Min(_characters.Value.Glyph(character.Value), advances.Length - 1)] / (double)UnitsPerEm;
    }

    private ushort[] ReadAdvances()
    {
        var count = UInt16(Table("hhea"), 34);
        var hmtx = Table("hmtx");
        var advances = new ushort[count];
        for (var glyph = 0; glyph < count; glyph++)
            advances[glyph] = (ushort)UInt16(hmtx, 4 * glyph);
        return advances;
    }

    private void ReadDirectory(FileStream file)
    {
        Span<byte> header = stackalloc byte[12];
        file.ReadExactly(header);
        var directory = new byte[16 * BinaryPrimitives.ReadUInt16BigEndian(header[4..])];
        file.ReadExactly(directory);
        for (var at = 0; at < directory.Length; at += 16)
        {
            var entry = directory.AsSpan(at, 16);
            _tables[Encoding.ASCII.GetString(entry[..4])] = (BinaryPrimitives.ReadUInt32BigEndian(entry[8..]), BinaryPrimitives.ReadUInt32BigEndian(entry[12..]));
        }
    }

    private byte[] Table(string tag)
    {
        using var file = File.OpenRead(Path);
        return Table(file, tag);
    }

    private byte[] Table(FileStream file, string tag)
    {
        var (offset, length) = _tables[tag];
        if (offset + (long)length > file.Length)
            throw new EndOfStreamException(tag);
        var bytes = new byte[length];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static string? Name(byte[] table, int id)
    {
        const int windows = 3;
        var strings = UInt16(table, 4);
        for (var record = 6; record < 6 + 12 * UInt16(table, 2); record += 12)
        {
            if (UInt16(table, record) == windows && UInt16(table, record + 6) == id)
                return Encoding.BigEndianUnicode.GetString(table, strings + UInt16(table, record + 10), UInt16(table, record + 8));
        }

        return null;
    }

    private static int UInt16(byte[] table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(at));
}
