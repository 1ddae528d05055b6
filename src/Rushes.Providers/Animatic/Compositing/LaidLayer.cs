namespace Rushes.Providers.Animatic.Compositing;

/// <summary>A layer made ready for one frame: its column tables, and for every tile of 32 columns the source pixels it draws from.</summary>
internal sealed class LaidLayer(int paddedWidth)
{
    /// <summary>Columns of luma that are judged and drawn together.</summary>
    public const int Tile = 32;

    /// <summary>Chroma reaches this many luma pixels beyond its own.</summary>
    private const int ChromaReach = 2;

    private readonly int[] _left = new int[paddedWidth / Tile];
    private readonly int[] _right = new int[paddedWidth / Tile];
    private Placement _placement;

    public LayerRaster Raster { get; private set; } = null!;

    public ColumnTable Luma { get; } = new(paddedWidth);

    public ColumnTable Chroma { get; } = new(paddedWidth / 2);

    /// <summary>0 to 32,767.</summary>
    public short Opacity { get; private set; }

    public void Lay(in Drawn drawn)
    {
        Raster = drawn.Raster;
        _placement = drawn.Placement;
        Opacity = (short)Math.Round(Math.Clamp(_placement.Opacity, 0, 1) * short.MaxValue);
        Luma.Fill(_placement.X, _placement.ScaleX, Raster.Width, Raster.RepeatX);
        Chroma.Fill(_placement.X / 2, _placement.ScaleX, Raster.ChromaWidth, Raster.RepeatX / 2, Luma);
        for (var tile = Luma.First / Tile; tile * Tile < Luma.End; tile++)
        {
            _left[tile] = Math.Max(0, Luma.SourceOf(Math.Max(tile * Tile, Luma.First)) - ChromaReach);
            _right[tile] = Math.Min(Raster.Width - 1, Luma.SourceOf(Math.Min((tile + 1) * Tile, Luma.End) - 1) + 1 + ChromaReach);
            if (Raster.RepeatX > 0 && (_right[tile] < _left[tile] || _left[tile] == 0))
                (_left[tile], _right[tile]) = (0, Raster.Width - 1);
        }
    }

    /// <summary>Judges the tiles of a strip of rows.</summary>
    /// <param name="top">The strip's first row.</param>
    /// <param name="rows">Rows in the strip.</param>
    /// <param name="tiles">What becomes of each tile.</param>
    public void Judge(int top, int rows, Span<TileShow> tiles)
    {
        tiles.Clear();
        if (Opacity == 0 || Luma.First == Luma.End || top + rows <= _placement.From)
            return;
        var (first, last) = (SourceRow(top), SourceRow(top + rows - 1));
        var inside = Raster.RepeatY || (first > -0.5 && last < Raster.Height - 0.5);
        if (!Raster.RepeatY && (last <= -1.5 || first >= Raster.Height + 0.5))
            return;
        var (upper, lower) = SourceRows(first, last);
        for (var tile = Luma.First / Tile; tile * Tile < Luma.End; tile++)
        {
            if (!Raster.Coverage.Shows(_left[tile], upper, _right[tile], lower))
                continue;
            var whole = inside && top >= _placement.From && Opacity == short.MaxValue && tile * Tile >= Luma.First && (tile + 1) * Tile <= Luma.End;
            tiles[tile] = whole && Raster.Coverage.Hides(_left[tile], upper, _right[tile], lower) ? TileShow.Covers : TileShow.Blends;
        }
    }

    /// <summary>The two luma rows that an output row lies between, and how much of the lower one; false when the row is outside the layer.</summary>
    public bool LumaRows(int row, out int top, out int bottom, out short lower) =>
        Rows(SourceRow(row), Raster.Height, out top, out bottom, out lower) && row >= _placement.From;

    /// <summary>The same for a row of chroma.</summary>
    public bool ChromaRows(int row, out int top, out int bottom, out short lower) =>
        Rows((row + 0.5 - _placement.Y / 2) / _placement.ScaleY - 0.5, Raster.ChromaHeight, out top, out bottom, out lower) && row * 2 >= _placement.From;

    private double SourceRow(int row) => (row + 0.5 - _placement.Y) / _placement.ScaleY - 0.5;

    private (int Upper, int Lower) SourceRows(double first, double last)
    {
        var upper = (int)Math.Floor(first) - ChromaReach;
        var lower = (int)Math.Floor(last) + 1 + ChromaReach;
        if (Raster.RepeatY)
        {
            var shift = (int)Math.Floor((double)upper / Raster.Height) * Raster.Height;
            (upper, lower) = (upper - shift, lower - shift);
            return lower < Raster.Height ? (upper, lower) : (0, Raster.Height - 1);
        }

        return (Math.Clamp(upper, 0, Raster.Height - 1), Math.Clamp(lower, 0, Raster.Height - 1));
    }

    private bool Rows(double source, int height, out int top, out int bottom, out short lower)
    {
        var whole = Math.Floor(source);
        lower = (short)Math.Min(short.MaxValue, (source - whole) * 32768 + 0.5);
        top = (int)whole;
        bottom = top + 1;
        if (Raster.RepeatY)
        {
            top = (top % height + height) % height;
            bottom = top + 1 == height ? 0 : top + 1;
            return true;
        }

        if (source < -0.5 || source >= height - 0.5)
            return false;
        top = Math.Max(top, 0);
        bottom = Math.Min(bottom, height - 1);
        return true;
    }
}
