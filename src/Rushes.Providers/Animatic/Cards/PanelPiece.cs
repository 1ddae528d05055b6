using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Photos;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>A plain block of colour with round corners.</summary>
internal sealed class PanelPiece(ItemFile item, StageBox box, Scheme scheme, Act act) : Piece(item)
{
    private const int Border = 2;

    public override Act Act => act;

    public override StageBox Rest => box;

    public override Task<IReadOnlyList<IStageLayer>> PrintAsync(Press press, IReadOnlyList<Surface> letters, CancellationToken cancellation)
    {
        using var block = SurfaceLay.Flat(Even(box.Width * Density), Even(box.Height * Density), scheme.Of(Item.Fill));
        PrintEdge.Apply(block, Item.Corner * act.Unit / 100 * Density, 0);
        var softness = 0.022 * act.Unit * Density;
        var border = Item.Shadow > 0 ? Even(softness * 3) : Border;
        using var sheet = SurfaceLay.Empty(block.Width + 2 * border, block.Height + 2 * border);
        if (Item.Shadow > 0)
            SoftShadow.Under(sheet, block, border, border + (int)(softness * 0.5), softness, Item.Shadow);
        SurfaceLay.Over(sheet, block, border, border);
        var drawn = Developer.DevelopExactly(sheet, new PixelBox(0, 0, sheet.Width, sheet.Height), Look.Plain);
        var (pivotX, pivotY) = Hinge(box);
        var sprite = new Sprite(box.Left - border / Density, box.Top - border / Density, Density, pivotX, pivotY, Item.Tilt, Item.Opacity, act);
        return Task.FromResult<IReadOnlyList<IStageLayer>>([new SpriteLayer(drawn.Raster, sprite)]);
    }
}
