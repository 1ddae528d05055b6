namespace Rushes.Providers.Animatic.Compositing;

/// <summary>Two neighbouring source rows of one plane, mixed along x, that an output row lies between. Rows are kept while the output moves down over them.</summary>
internal unsafe struct RowPair(short* first, short* second)
{
    private int _topRow = -1;
    private int _bottomRow = -1;

    public short* Top { get; private set; } = first;

    public short* Bottom { get; private set; } = second;

    /// <summary>Forgets the rows: another layer or another span follows.</summary>
    public void Reset() => _topRow = _bottomRow = -1;

    /// <summary>Makes the pair hold two rows of a plane, mixing only what it does not hold yet.</summary>
    public void Move(byte* plane, int stride, int top, int bottom, ColumnTable table, int from, int until, bool vectors)
    {
        if (top == _bottomRow)
        {
            var held = Top;
            Top = Bottom;
            Bottom = held;
            (_topRow, _bottomRow) = (_bottomRow, _topRow);
        }

        if (top != _topRow)
            PixelRows.Mix(plane + (long)top * stride, table, from, until, Top, vectors);
        if (bottom != _bottomRow)
            PixelRows.Mix(plane + (long)bottom * stride, table, from, until, Bottom, vectors);
        (_topRow, _bottomRow) = (top, bottom);
    }
}
