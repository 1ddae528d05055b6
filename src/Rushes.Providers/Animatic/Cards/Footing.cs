using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>Makes the box of an item small enough that it stays in the room however it leans, swings and grows.</summary>
internal static class Footing
{
    private const double Step = 0.98;
    private const double Least = 0.5;

    public static StageBox Within(CardRoom room, ItemFile item, Act act)
    {
        var wanted = room.At(item.Box);
        for (var share = 1.0; share > Least; share *= Step)
        {
            var box = Shrunk(wanted, share);
            if (act.Turns().All(turn => Fits(room.Box, Taken(box, item, turn + item.Tilt, act.Growth, act.Rise))))
                return box;
        }

        return Shrunk(wanted, Least);
    }

    /// <summary>What a box takes that is turned and grown about the item's hinge, and goes up and down.</summary>
    internal static StageBox Taken(StageBox box, ItemFile item, double degrees, double growth, double rise)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (pivotX, pivotY) = (box.Left + box.Width * item.Hinge[0] / 100, box.Top + box.Height * item.Hinge[1] / 100);
        var taken = new StageBox(pivotX, pivotY, 0, 0);
        foreach (var (x, y) in new[] { (box.Left, box.Top), (box.Right, box.Top), (box.Left, box.Bottom), (box.Right, box.Bottom) })
        {
            var (dx, dy) = ((x - pivotX) * growth, (y - pivotY) * growth);
            taken = taken.With(new StageBox(pivotX + dx * cos - dy * sin, pivotY + dx * sin + dy * cos, 0, 0));
        }

        return new StageBox(taken.Left, taken.Top - rise, taken.Width, taken.Height + 2 * rise);
    }

    private static bool Fits(StageBox room, StageBox taken) =>
        taken.Left >= room.Left - 0.5 && taken.Top >= room.Top - 0.5 && taken.Right <= room.Right + 0.5 && taken.Bottom <= room.Bottom + 0.5;

    private static StageBox Shrunk(StageBox box, double share) =>
        new(box.Left + box.Width * (1 - share) / 2, box.Top + box.Height * (1 - share) / 2, box.Width * share, box.Height * share);
}
