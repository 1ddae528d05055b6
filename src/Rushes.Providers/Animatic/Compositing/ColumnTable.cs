using System.Runtime.CompilerServices;

namespace Rushes.Providers.Animatic.Compositing;

/// <summary>
/// For one layer in one frame: which two neighbouring source pixels every output column mixes, and how much of each. The same for all rows, so it is worked out
/// once a frame, in the form that a byte shuffle wants: groups of eight columns with a common base, two bytes of offset and two of weight a column.
/// </summary>
/// <remarks>Weights have 6 bits: positions are exact to 1/64 pixel, and a pixel times a weight fits 16 bits.</remarks>
internal sealed class ColumnTable(int columns)
{
    /// <summary>Columns that share a base. Their sources fit 16 bytes down to a scale of 0.5.</summary>
    public const int Group = 8;

    public const int One = 64;

    private const int Tile = 32;

    private const double Fixed = 1L << 32;

    /// <summary>Columns that a repeating layer holds beyond its period: a group never has to turn back.</summary>
    public const int Beyond = 16;

    private int _from;
    private int _until;

    public int[] Bases { get; } = GC.AllocateArray<int>(columns / Group, pinned: true);

    public byte[] Offsets { get; } = GC.AllocateArray<byte>(columns * 2, pinned: true);

    public sbyte[] Weights { get; } = GC.AllocateArray<sbyte>(columns * 2, pinned: true);

    /// <summary>The first column whose centre lies in the layer.</summary>
    public int First { get; private set; }

    /// <summary>The column after the last whose centre lies in the layer.</summary>
    public int End { get; private set; }

    /// <summary>Works out the table for a layer of <paramref name="width"/> pixels at <paramref name="position"/> with <paramref name="scale"/>.</summary>
    /// <param name="period">Source pixels after which the layer repeats; 0 does not repeat. The layer then holds <see cref="Beyond"/> more.</param>
    /// <param name="luma">For chroma, the table of the luma: both are drawn in the same tiles, although their outermost columns may differ by one.</param>
    public void Fill(double position, double scale, int width, int period = 0, ColumnTable? luma = null)
    {
        if (period > 0)
        {
            FillRepeating(position, scale, period);
            return;
        }

        First = Math.Clamp((int)Math.Ceiling(position - 0.5), 0, columns);
        End = Math.Clamp((int)Math.Ceiling(position + width * scale - 0.5), First, columns);
        var step = (long)(Fixed / scale);
        _from = luma is null ? First / Tile * Tile : luma._from / 2;
        _until = luma is null ? Math.Min(columns, (End + Tile - 1) / Tile * Tile) : luma._until / 2;
        var source = (long)(((_from + 0.5 - position) / scale - 0.5) * Fixed);
        for (var group = _from; group < _until; group += Group)
            source = FillGroup(group, source, step, width - 2);
    }

    /// <summary>The left source pixel of a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SourceOf(int column) => Bases[column / Group] + Offsets[column * 2];

    private void FillRepeating(double position, double scale, int period)
    {
        (First, End) = (0, columns);
        var step = (long)(Fixed / scale);
        for (var group = 0; group < columns; group += Group)
        {
            var source = (group + 0.5 - position) / scale - 0.5;
            source -= Math.Floor(source / period) * period;
            FillGroup(group, Math.Min((long)(source * Fixed), ((long)period << 32) - 1), step, period + Beyond - 2);
        }
    }

    private long FillGroup(int group, long source, long step, int last)
    {
        var start = Math.Clamp((int)(source >> 32), 0, last);
        Bases[group / Group] = start;
        for (var column = group; column < group + Group; column++, source += step)
        {
            var left = (int)(source >> 32);
            var right = (int)(((source & uint.MaxValue) + (1 << 25)) >> 26);
            if (left < 0)
                (left, right) = (0, 0);
            else if (left > last)
                (left, right) = (last, One);
            var offset = Math.Min(left - start, 14);
            var inside = column >= First && column < End;
            Offsets[column * 2] = (byte)offset;
            Offsets[column * 2 + 1] = (byte)(offset + 1);
            Weights[column * 2] = (sbyte)(inside ? One - right : 0);
            Weights[column * 2 + 1] = (sbyte)(inside ? right : 0);
        }

        return source;
    }
}
