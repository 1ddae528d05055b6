using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>The part of the picture that a card may use: what the platform leaves free, above the captions.</summary>
/// <param name="Box">Pixels of the picture.</param>
internal sealed record CardRoom(FrameSize Size, StageBox Box)
{
    /// <summary>Widest shape that is laid out as tall, in width by height.</summary>
    private const double TallUntil = 0.92;

    private const double SquareUntil = 1.6;

    /// <summary>A card that is wider than this is hard to take in at a glance.</summary>
    private const double Widest = 2.5;

    /// <summary>Parts of the shorter side between the card and the captions.</summary>
    private const double Gap = 0.022;

    /// <summary>The picture's shorter side in pixels: what sizes are measured by.</summary>
    public double Unit => Math.Min(Size.Width, Size.Height);

    public CardShape Shape => (Box.Width / Box.Height) switch
    {
        < TallUntil => CardShape.Tall,
        < SquareUntil => CardShape.Square,
        _ => CardShape.Wide,
    };

    /// <param name="free">What the platform leaves free.</param>
    /// <param name="captionsFrom">Pixels from the top where captions begin; the picture's height when there are none.</param>
    public static CardRoom Of(FrameSize size, Engine.Cutting.Captions.PixelBox free, double captionsFrom)
    {
        var bottom = Math.Min(free.Bottom, captionsFrom < size.Height ? captionsFrom - Gap * Math.Min(size.Width, size.Height) : free.Bottom);
        var box = StageBox.Between(free.X, free.Y, free.Right, bottom);
        if (box.Width > box.Height * Widest)
            box = new StageBox(box.Left + (box.Width - box.Height * Widest) / 2, box.Top, box.Height * Widest, box.Height);
        return new CardRoom(size, box);
    }

    /// <summary>A box that a layout gives in per cent, in pixels.</summary>
    public StageBox At(IReadOnlyList<double> box) =>
        new(Box.Left + Box.Width * box[0] / 100, Box.Top + Box.Height * box[1] / 100, Box.Width * box[2] / 100, Box.Height * box[3] / 100);
}
