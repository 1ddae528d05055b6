using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Draws seamless tiles, with their first columns repeated after the last.</summary>
internal sealed class TilePainter(Rasteriser rasteriser)
{
    public async Task<CelRaster> PaintAsync(Element element, Cel cel, double sharpness, CancellationToken cancellation)
    {
        // The period must be whole pixels, and even for the chroma.
        var side = Math.Max(16, (int)Math.Round(element.Box.Width * CelPainter.Soften(element, sharpness, element.Box) / 2) * 2);
        var pixelsAUnit = side / element.Box.Width;
        var box = new PixelBox(0, 0, side, side);
        var svg = SvgDrawing.Sheet(side, side, [cel.Drawing.View(cel.View, cel.Drawing.ViewBox, box)]);
        var order = new DrawOrder(svg, side, side, CelPainter.LookOf(element, pixelsAUnit), [new SheetCut(box, box)]);
        using var tile = (await rasteriser.DrawAsync(order, cancellation))[0]!;
        return new CelRaster(Repeat(tile.Raster), 0, 0, pixelsAUnit, null);
    }

    private static unsafe LayerRaster Repeat(LayerRaster tile)
    {
        var wide = new LayerRaster(tile.Width + 2 * ColumnTable.Beyond, tile.Height) { RepeatX = tile.Width, RepeatY = true };
        Fill(tile.Luma, tile.Width, wide.Luma, wide.Width, tile.Height);
        Fill(tile.Alpha, tile.Width, wide.Alpha, wide.Width, tile.Height);
        Fill(tile.U, tile.ChromaWidth, wide.U, wide.ChromaWidth, tile.ChromaHeight);
        Fill(tile.V, tile.ChromaWidth, wide.V, wide.ChromaWidth, tile.ChromaHeight);
        Fill(tile.ChromaAlpha, tile.ChromaWidth, wide.ChromaAlpha, wide.ChromaWidth, tile.ChromaHeight);
        wide.Measure();
        return wide;
    }

    private static unsafe void Fill(byte* from, int period, byte* to, int width, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var x = 0; x < width; x += period)
            {
                var count = Math.Min(period, width - x);
                Buffer.MemoryCopy(from + (long)row * period, to + (long)row * width + x, count, count);
            }
        }
    }
}
