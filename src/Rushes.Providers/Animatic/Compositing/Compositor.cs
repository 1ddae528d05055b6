using System.Runtime.Intrinsics.X86;
using Rushes.Film.Scenes;

namespace Rushes.Providers.Animatic.Compositing;

/// <summary>
/// Lays layers over one another into a picture, each moved and scaled to a fraction of a pixel. Works down the picture in strips that stay in the
/// processor's cache; in every tile of a strip it starts at the topmost layer that hides everything under it and skips layers that show nothing there.
/// Allocates nothing for a frame.
/// </summary>
internal sealed unsafe class Compositor : IDisposable
{
    private const int StripRows = 16;
    private const byte Black = 16;
    private const byte Grey = 128;

    private readonly FrameSize _size;
    private readonly bool _vectors;
    private readonly int _stride;
    private readonly int _tiles;
    private readonly PixelMemory _strip;
    private readonly PixelMemory _mixed;
    private readonly int[] _floor;
    private LaidLayer[] _laid = [];
    private TileShow[] _shows = [];

    /// <param name="size">The picture's size.</param>
    /// <param name="vectors">False films without AVX2; null uses what the processor has.</param>
    public Compositor(FrameSize size, bool? vectors = null)
    {
        _size = size;
        _vectors = vectors ?? Avx2.IsSupported;
        _stride = (size.Width + LaidLayer.Tile - 1) / LaidLayer.Tile * LaidLayer.Tile;
        _tiles = _stride / LaidLayer.Tile;
        _floor = new int[_tiles];
        _strip = new PixelMemory(_stride * StripRows * 3 / 2);
        _mixed = new PixelMemory(_stride * sizeof(short) * 6);
    }

    /// <param name="layers">From back to front.</param>
    /// <param name="frame">Receives the picture.</param>
    public void Compose(ReadOnlySpan<Drawn> layers, PictureFrame frame)
    {
        MakeRoom(layers.Length);
        for (var index = 0; index < layers.Length; index++)
            _laid[index].Lay(layers[index]);
        for (var top = 0; top < _size.Height; top += StripRows)
        {
            var rows = Math.Min(StripRows, _size.Height - top);
            if (!FindFloor(layers.Length, top, rows))
                Clear();
            for (var index = 0; index < layers.Length; index++)
                DrawLayer(index, top, rows);
            Deliver(frame, top, rows);
        }
    }

    public void Dispose()
    {
        _strip.Dispose();
        _mixed.Dispose();
    }

    private byte* Luma => _strip.Pointer;

    private byte* U => Luma + _stride * StripRows;

    private byte* V => U + _stride / 2 * (StripRows / 2);

    private void MakeRoom(int layers)
    {
        if (_laid.Length >= layers)
            return;
        var had = _laid.Length;
        Array.Resize(ref _laid, layers);
        Array.Resize(ref _shows, layers * _tiles);
        for (var index = had; index < layers; index++)
            _laid[index] = new LaidLayer(_stride);
    }

    /// <summary>Finds for every tile the layer that everything starts with; false when some tile has none.</summary>
    private bool FindFloor(int layers, int top, int rows)
    {
        Array.Fill(_floor, -1);
        for (var index = 0; index < layers; index++)
        {
            var shows = _shows.AsSpan(index * _tiles, _tiles);
            _laid[index].Judge(top, rows, shows);
            for (var tile = 0; tile < _tiles; tile++)
            {
                if (shows[tile] == TileShow.Covers)
                    _floor[tile] = index;
            }
        }

        return !_floor.AsSpan().Contains(-1);
    }

    private void Clear()
    {
        new Span<byte>(Luma, _stride * StripRows).Fill(Black);
        new Span<byte>(U, _stride * StripRows / 2).Fill(Grey);
    }

    private void DrawLayer(int index, int top, int rows)
    {
        var shows = _shows.AsSpan(index * _tiles, _tiles);
        for (var tile = 0; tile < _tiles;)
        {
            var show = index >= _floor[tile] ? shows[tile] : TileShow.Nothing;
            var start = tile++;
            if (show == TileShow.Nothing)
                continue;
            while (tile < _tiles && index >= _floor[tile] && shows[tile] == show)
                tile++;
            DrawLuma(_laid[index], top, rows, start * LaidLayer.Tile, tile * LaidLayer.Tile, show);
            DrawChroma(_laid[index], top / 2, rows / 2, start * LaidLayer.Tile / 2, tile * LaidLayer.Tile / 2, show);
        }
    }

    private void DrawLuma(LaidLayer layer, int top, int rows, int from, int until, TileShow show)
    {
        var raster = layer.Raster;
        RowPair colour = Pair(0), alpha = Pair(1);
        for (var row = 0; row < rows; row++)
        {
            if (!layer.LumaRows(top + row, out var upper, out var bottom, out var lower))
                continue;
            var under = Luma + row * _stride;
            colour.Move(raster.Luma, raster.Width, upper, bottom, layer.Luma, from, until, _vectors);
            if (show == TileShow.Covers)
            {
                PixelRows.Cover(colour.Top, colour.Bottom, lower, under, from, until, _vectors);
                continue;
            }

            alpha.Move(raster.Alpha, raster.Width, upper, bottom, layer.Luma, from, until, _vectors);
            PixelRows.Blend(colour, alpha, lower, layer.Opacity, under, from, until, _vectors);
        }
    }

    private void DrawChroma(LaidLayer layer, int top, int rows, int from, int until, TileShow show)
    {
        var raster = layer.Raster;
        var width = raster.ChromaWidth;
        RowPair u = Pair(0), v = Pair(1), alpha = Pair(2);
        for (var row = 0; row < rows; row++)
        {
            if (!layer.ChromaRows(top + row, out var upper, out var bottom, out var lower))
                continue;
            var underU = U + row * (_stride / 2);
            var underV = V + row * (_stride / 2);
            u.Move(raster.U, width, upper, bottom, layer.Chroma, from, until, _vectors);
            v.Move(raster.V, width, upper, bottom, layer.Chroma, from, until, _vectors);
            if (show == TileShow.Covers)
            {
                PixelRows.Cover(u.Top, u.Bottom, lower, underU, from, until, _vectors);
                PixelRows.Cover(v.Top, v.Bottom, lower, underV, from, until, _vectors);
                continue;
            }

            alpha.Move(raster.ChromaAlpha, width, upper, bottom, layer.Chroma, from, until, _vectors);
            PixelRows.Blend(u, alpha, lower, layer.Opacity, underU, from, until, _vectors);
            PixelRows.Blend(v, alpha, lower, layer.Opacity, underV, from, until, _vectors);
        }
    }

    private RowPair Pair(int index)
    {
        var rows = (short*)_mixed.Pointer;
        return new RowPair(rows + index * 2 * _stride, rows + (index * 2 + 1) * _stride);
    }

    private void Deliver(PictureFrame frame, int top, int rows)
    {
        Unpad(Luma, _stride, frame.Luma[(top * _size.Width)..], _size.Width, rows);
        Unpad(U, _stride / 2, frame.U[(top / 2 * _size.Width / 2)..], _size.Width / 2, rows / 2);
        Unpad(V, _stride / 2, frame.V[(top / 2 * _size.Width / 2)..], _size.Width / 2, rows / 2);
    }

    private static void Unpad(byte* from, int stride, Span<byte> to, int width, int rows)
    {
        for (var row = 0; row < rows; row++)
            new ReadOnlySpan<byte>(from + row * stride, width).CopyTo(to[(row * width)..]);
    }
}
