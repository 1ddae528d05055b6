using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>A tile that falls over the whole picture. It may hide nothing, so it has no box of its own.</summary>
internal sealed class FallPiece(ItemFile item, SvgDrawing drawing, Scheme scheme, FrameSize size, Act act) : Piece(item)
{
    private const double FadeSeconds = 0.5;
    private const double SwaySeconds = 3.1;

    public override Act Act => act;

    public override StageBox Rest => new(size.Width / 2.0, size.Height / 2.0, 0, 0);

    public override async Task<IReadOnlyList<IStageLayer>> PrintAsync(Press press, IReadOnlyList<Surface> letters, CancellationToken cancellation)
    {
        var element = new Element
        {
            Name = Item.Drawing!,
            Cels = [new Cel(drawing, new SvgView { Classes = scheme.Classes })],
            Box = drawing.ViewBox with { Width = drawing.ViewBox.Width * Item.Zoom, Height = drawing.ViewBox.Height * Item.Zoom },
            Depth = 1,
            Tiles = true,
        };
        var cel = await new TilePainter(press.Rasteriser).PaintAsync(element, element.Cels[0], size.Height / 1000.0, cancellation);
        return [new FallLayer(cel, time => At(time, cel.PixelsAUnit))];
    }

    private Placement At(double time, double pixelsAUnit)
    {
        var unit = size.Height / 1000.0;
        var scale = unit / pixelsAUnit;
        var sway = 14 * unit * Math.Sin((time / SwaySeconds + act.Phase) * Math.Tau);
        var opacity = Item.Opacity * Math.Clamp((time - act.At) / FadeSeconds, 0, 1);
        return new Placement(sway + act.Phase * 600 * unit, time * Item.Speed * unit, scale, scale, opacity);
    }

    private sealed class FallLayer(CelRaster cel, Func<double, Placement> place) : IStageLayer
    {
        public bool TryDraw(int frame, double time, out Drawn drawn)
        {
            drawn = new Drawn(cel.Raster!, place(time));
            return drawn.Placement.Opacity > 0;
        }

        public void Dispose() => cel.Dispose();
    }
}
