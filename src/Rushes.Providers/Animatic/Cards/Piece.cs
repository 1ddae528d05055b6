using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Lettering;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>A thing on a card, laid out but not yet drawn.</summary>
/// <param name="item">What the layout says of it.</param>
internal abstract class Piece(ItemFile item)
{
    public ItemFile Item { get; } = item;

    /// <summary>The picture's pixels that it takes at rest and upright, its shadow not counted.</summary>
    public abstract StageBox Rest { get; }

    /// <summary>How it comes and lives.</summary>
    public abstract Act Act { get; }

    /// <summary>The letters that it needs; all pieces of a card have theirs drawn in one go.</summary>
    public virtual IReadOnlyList<LetterSheet> Letters => [];

    /// <param name="letters">One surface a sheet of <see cref="Letters"/>.</param>
    /// <returns>From back to front.</returns>
    public abstract Task<IReadOnlyList<IStageLayer>> PrintAsync(Press press, IReadOnlyList<Surface> letters, CancellationToken cancellation);

    /// <summary>Raster pixels a picture pixel: what turns or grows is drawn a little larger.</summary>
    protected double Density => Item.Tilt != 0 || Item.Idle is not Idle.None || Item.Enter.How is Entrance.Swing or Entrance.Spin ? 1.2 : 1;

    /// <summary>The point of a box that it turns about.</summary>
    protected (double X, double Y) Hinge(StageBox box) => (box.Left + box.Width * Item.Hinge[0] / 100, box.Top + box.Height * Item.Hinge[1] / 100);

    /// <summary>A box of the given proportion, as large as fits into another and aligned there.</summary>
    protected static StageBox Contain(StageBox box, double proportion, IReadOnlyList<double> align)
    {
        var width = Math.Min(box.Width, box.Height * proportion);
        var height = width / proportion;
        return new(box.Left + (box.Width - width) * align[0] / 100, box.Top + (box.Height - height) * align[1] / 100, width, height);
    }

    protected static int Even(double length) => Math.Max(2, (int)Math.Round(length / 2) * 2);
}
