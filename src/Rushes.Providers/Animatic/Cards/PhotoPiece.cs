using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Photos;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>A photo, mounted.</summary>
internal sealed class PhotoPiece : Piece
{
    /// <summary>At least so much of a photo is seen, or its frame takes the photo's shape.</summary>
    private const double LeastSeen = 0.72;

    // Parts of the picture's shorter side.
    private const double CardBorder = 0.02;
    private const double RoundBorder = 0.011;
    private const double CardCorner = 0.026;
    private const double PlainCorner = 0.034;
    private const double Softness = 0.02;
    private const double Fall = 0.014;

    private readonly CardPhoto _photo;
    private readonly PhotoFrame _frame;
    private readonly Scheme _scheme;

    /// <param name="box">Pixels of the picture.</param>
    public PhotoPiece(ItemFile item, StageBox box, CardPhoto photo, Scheme scheme, Act act)
        : base(item)
    {
        (_photo, _scheme, Act) = (photo, scheme, act);
        _frame = item.Frame == PhotoFrame.Free && !photo.IsCutOut ? PhotoFrame.Plain : item.Frame;
        Rest = Framed(box);
    }

    public override Act Act { get; }

    public override StageBox Rest { get; }

    private double Border => Act.Unit * (_frame switch { PhotoFrame.Card => CardBorder, PhotoFrame.Round => RoundBorder, _ => 0 });

    public override async Task<IReadOnlyList<IStageLayer>> PrintAsync(Press press, IReadOnlyList<Surface> letters, CancellationToken cancellation)
    {
        var density = Density;
        var border = (int)Math.Round(Border * density);
        var (width, height) = (Even(Rest.Width * density), Even(Rest.Height * density));
        var margin = Even((Softness * 2.5 + Fall) * Act.Unit * density);
        using var picture = await DevelopAsync(press.Lab, width - 2 * border, height - 2 * border, cancellation);
        using var mount = Mount(picture, width, height, border, density);
        using var sheet = SurfaceLay.Empty(width + 2 * margin, height + 2 * margin);
        SoftShadow.Under(sheet, mount, margin, margin + (int)(Fall * Act.Unit * density), Softness * Act.Unit * density, _photo.IsCutOut && _frame == PhotoFrame.Free ? 0.32 : 0.4);
        SurfaceLay.Over(sheet, mount, margin, margin);
        var drawn = Developer.DevelopExactly(sheet, new PixelBox(0, 0, sheet.Width, sheet.Height), Look.Plain);
        var (pivotX, pivotY) = Hinge(Rest);
        var sprite = new Sprite(Rest.Left - margin / density, Rest.Top - margin / density, density, pivotX, pivotY, Item.Tilt, Item.Opacity, Act);
        return [new SpriteLayer(drawn.Raster, sprite)];
    }

    private StageBox Framed(StageBox box)
    {
        var proportion = _frame switch
        {
            PhotoFrame.Round => 1,
            PhotoFrame.Free => _photo.Proportion,
            _ when Item.Crop || Item.Zoom > 1 || Item.Slice is not null => box.Width / box.Height,
            _ when _photo.IsCutOut => Math.Clamp(box.Width / box.Height, _photo.Proportion, Math.Max(0.66, _photo.Proportion * 1.6)),
            _ => Math.Clamp(box.Width / box.Height, _photo.Proportion * LeastSeen, _photo.Proportion / LeastSeen),
        };
        return Contain(box, proportion, Item.Align);
    }

    private Task<Surface> DevelopAsync(PhotoLab lab, int width, int height, CancellationToken cancellation) => _frame == PhotoFrame.Free
        ? lab.DevelopAsync(_photo.File, _photo.Seen, width, height, cancellation)
        : PhotoSheet.DevelopAsync(lab, _photo, Item, width, height, _scheme, cancellation);

    private Surface Mount(Surface picture, int width, int height, int border, double density)
    {
        var unit = Act.Unit * density;
        var round = Math.Min(width, height) / 2.0;
        var mount = SurfaceLay.Empty(width, height);
        if (_frame == PhotoFrame.Free)
        {
            SurfaceLay.Over(mount, picture, 0, 0);
            return mount;
        }

        if (border > 0)
        {
            using var paper = SurfaceLay.Flat(width, height, _scheme.Of("paper"));
            PrintEdge.Apply(paper, _frame == PhotoFrame.Round ? round : CardCorner * unit, 0);
            SurfaceLay.Over(mount, paper, 0, 0);
        }

        var inner = _frame switch { PhotoFrame.Round => round - border, PhotoFrame.Card => Math.Max(0, CardCorner * unit - border * 0.6), _ => PlainCorner * unit };
        PrintEdge.Apply(picture, inner, _frame == PhotoFrame.Plain ? 1.2 * density : 0);
        SurfaceLay.Over(mount, picture, border, border);
        return mount;
    }
}
