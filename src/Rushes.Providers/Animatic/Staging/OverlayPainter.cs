using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Draws overlays, with a quarter of the picture's pixels along each side.</summary>
internal sealed class OverlayPainter(ArtLibrary art, Rasteriser rasteriser)
{
    private const int Coarseness = 4;

    public async Task<IStageLayer?> PaintAsync(Overlay overlay, FrameSize size, CancellationToken cancellation)
    {
        if (overlay.Opacity < 0.02 || !art.Has(overlay.File))
            return null;
        var drawing = art.Drawing(overlay.File);
        var box = new PixelBox(0, 0, Coarse(size.Width), Coarse(size.Height));
        var svg = SvgDrawing.Sheet(box.Width, box.Height, [drawing.View(SvgView.AsDrawn, drawing.ViewBox, box)]);
        var drawn = await rasteriser.DrawAsync(new DrawOrder(svg, box.Width, box.Height, Look.Plain, [new SheetCut(box, box)]), cancellation);
        return new OverlayLayer(overlay, drawn[0]!.Raster, size);
    }

    private static int Coarse(int length) => (length / Coarseness + 1) / 2 * 2;
}
