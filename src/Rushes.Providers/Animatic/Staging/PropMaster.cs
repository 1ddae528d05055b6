using Rushes.Engine.Shooting;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>The things that a scene names: at most one held, the others standing about.</summary>
/// <param name="Held">The thing in the first player's hand; null holds none.</param>
/// <param name="Placed">Things that stand on the ground.</param>
internal sealed record PropMaster(string? Held, IReadOnlyList<string> Placed)
{
    private const int Most = 3;
    private const double DrawnSize = 400;
    private const double DrawnFoot = 380;

    public static PropMaster Choose(ArtLibrary art, ShotOrder order)
    {
        var named = art.PropWords(order.Language).FindAll($"{order.Shot.Prompt}\n{order.Shot.VisualNotes}").Take(Most).ToList();
        var held = named.FirstOrDefault(prop => art.Props[prop].Held);
        return new(held, [.. named.Where(prop => !art.Props[prop].Held)]);
    }

    /// <summary>Things on the ground, beside the figures and not in front of them.</summary>
    public IEnumerable<Element> Standing(ArtLibrary art, SetDesigner set, PlaceFile place, IReadOnlyList<Actor> actors, Dice dice)
    {
        var side = actors.Count > 0 && actors[0].X > 0 ? -1 : 1;
        for (var index = 0; index < Placed.Count; index++, side = -side)
        {
            var prop = art.Props[Placed[index]];
            var aside = actors.Count > 1 ? 190 : 120;
            var x = actors.Count == 0 && index == 0 ? 0 : side * (aside + prop.Size * 0.18 + index * 25 + dice.Between($"prop{index}", -10, 10));
            yield return Element(art, set, Placed[index], new(x, place.Ground - (prop.Size > 200 ? 22 : 4)), mirrored: side > 0);
        }
    }

    /// <summary>The thing in a hand.</summary>
    public Element InHand(ArtLibrary art, SetDesigner set, Actor actor, StageBox hand)
    {
        var prop = art.Props[Held!];
        var drawing = art.Drawing($"props/{Held}.svg");
        var unit = prop.Size / DrawnSize * Math.Min(1, actor.Player.File.Height / 300);
        var (x, y) = (hand.Left + hand.Width / 2, hand.Top + hand.Height / 2);
        return Make(set, Held!, drawing, new(x - DrawnSize / 2 * unit, y - DrawnSize / 2 * unit, DrawnSize * unit, DrawnSize * unit), actor.FacesLeft) with { WithWorld = false };
    }

    private static Element Element(ArtLibrary art, SetDesigner set, string name, (double X, double Foot) at, bool mirrored)
    {
        var unit = art.Props[name].Size / DrawnSize;
        var box = new StageBox(at.X - DrawnSize / 2 * unit, at.Foot - DrawnFoot * unit, DrawnSize * unit, DrawnSize * unit);
        return Make(set, name, art.Drawing($"props/{name}.svg"), box, mirrored);
    }

    private static Element Make(SetDesigner set, string name, SvgDrawing drawing, StageBox box, bool mirrored) => new()
    {
        Name = $"props/{name}",
        Cels = [new Cel(drawing, new SvgView { MirrorAt = mirrored ? DrawnSize / 2 : null })],
        Box = box,
        Depth = 1,
        Grade = set.Lighting.Figures,
        Rim = set.Lighting.Rim,
    };
}
