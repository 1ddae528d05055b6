using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>A QR code whose modules are whole pixels of the picture, so that a camera reads them.</summary>
internal sealed class CodePiece : Piece
{
    private const int Border = 2;
    private readonly QrDrawing _code;
    private readonly Scheme _scheme;

    /// <param name="box">Pixels of the picture.</param>
    public CodePiece(ItemFile item, StageBox box, QrDrawing code, Scheme scheme, Act act)
        : base(item with { Tilt = 0, Idle = Idle.None })
    {
        (_code, _scheme, Act) = (code, scheme, act);
        Module = Math.Max(1, (int)(Math.Min(box.Width, box.Height) / code.Side));
        var side = Module * code.Side;
        Rest = new StageBox(
            Math.Round((box.Left + (box.Width - side) * item.Align[0] / 100) / 2) * 2,
            Math.Round((box.Top + (box.Height - side) * item.Align[1] / 100) / 2) * 2,
            side,
            side);
    }

    public override Act Act { get; }

    public override StageBox Rest { get; }

    /// <summary>Pixels of a module.</summary>
    public int Module { get; }

    public QrDrawing Code => _code;

    public override async Task<IReadOnlyList<IStageLayer>> PrintAsync(Press press, IReadOnlyList<Surface> letters, CancellationToken cancellation)
    {
        var side = Module * _code.Side;
        var sheet = (side + 2 * Border + 1) & ~1;
        var drawing = _code.Draw(_scheme.Of("ink"), _scheme.Of("paper"), corner: 2);
        var whole = new PixelBox(0, 0, sheet, sheet);
        var svg = SvgDrawing.Sheet(sheet, sheet, [drawing.View(SvgView.AsDrawn, drawing.ViewBox, new PixelBox(Border, Border, side, side))]);
        var drawn = (await press.Rasteriser.DrawAsync(new DrawOrder(svg, sheet, sheet, Look.Plain, [new SheetCut(whole, whole)]), cancellation))[0]!;
        var (pivotX, pivotY) = Hinge(Rest);
        return [new SpriteLayer(drawn.Raster, new Sprite(Rest.Left - Border, Rest.Top - Border, 1, pivotX, pivotY, 0, 1, Act))];
    }
}
