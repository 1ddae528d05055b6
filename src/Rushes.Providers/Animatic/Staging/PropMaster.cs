using Rushes.Engine.Shooting;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Cameras;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>The things that a scene names: at most one held, the others standing about.</summary>
/// <param name="Held">The thing in the first player's hand; null holds none.</param>
/// <param name="Placed">Things that stand on the ground.</param>
internal sealed record PropMaster(string? Held, IReadOnlyList<string> Placed)
{
    private const int Most = 3;

    /// <summary>Figures are what one looks at.</summary>
    private const int MostBesideFigures = 1;

    private static readonly char[] ClauseEnds = [',', '.', ';', ':', '!', '?', '\n'];

    private const double DrawnSize = 400;
    private const double DrawnFoot = 380;

    public static PropMaster Choose(ArtLibrary art, ShotOrder order)
    {
        var named = art.PropWords(order.Language).FindAll(WithoutUnseen(art, order, $"{WithoutLooks(order)}\n{order.Shot.VisualNotes}")).ToList();
        var held = named.FirstOrDefault(prop => art.Props[prop].Held);
        return new(held, [.. named.Where(prop => !art.Props[prop].Held).Take(order.Cast.Count > 0 ? MostBesideFigures : Most)]);
    }

    /// <summary>The prompt without what it repeats of its characters' looks: what somebody wears or is like is no thing in the scene.</summary>
    private static string WithoutLooks(ShotOrder order)
    {
        var text = order.Shot.Prompt;
        foreach (var clause in order.Cast.SelectMany(character => character.VisualIdentity.Split([',', '.', ';'], StringSplitOptions.TrimEntries)))
        {
            // A clause of one or two words may well be part of the action too.
            if (clause.Count(char.IsWhiteSpace) >= 2)
                text = text.Replace(clause, "", StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    /// <summary>What something is like ("the room is like a ship") is not there, and neither is what takes the picture ("the camera holds still").</summary>
    private static string WithoutUnseen(ArtLibrary art, ShotOrder order, string text)
    {
        var (camera, first, similes) = (art.CameraWords(order.Language), art.FirstCameraWords(order.Language), art.SimileWords(order.Language));
        return string.Join('\n', text.Normalize().Split(ClauseEnds, StringSplitOptions.TrimEntries).Where(IsOfTheScene).Select(BeforeSimile));

        bool IsOfTheScene(string clause) => !camera.TryFind(clause, out _) && !first.All(clause).Any(hit => hit.Position == 0);

        string BeforeSimile(string clause) => clause[..similes.All(clause).Select(hit => hit.Position).DefaultIfEmpty(clause.Length).Min()];
    }

    /// <summary>Things on the ground, beside the figures and not in front of them.</summary>
    public IEnumerable<Element> Standing(ArtLibrary art, SetDesigner set, PlaceFile place, IReadOnlyList<Actor> actors, Dice dice)
    {
        var side = actors.Count > 0 && actors[0].X > 0 ? -1 : 1;
        for (var index = 0; index < Placed.Count; index++, side = -side)
        {
            var prop = art.Props[Placed[index]];
            var unit = prop.Size / DrawnSize;
            var aside = actors.Count == 0 ? 0 : actors.Max(actor => Math.Abs(actor.X)) + 55;
            var x = actors.Count == 0 && index == 0 ? 0 : side * (aside + prop.Size * 0.22 + index * 25 + dice.Between($"prop{index}", -10, 10));
            var foot = place.Ground - (prop.Size > 200 ? 22 : 4);
            var box = new StageBox(x - DrawnSize / 2 * unit, foot - DrawnFoot * unit, DrawnSize * unit, DrawnSize * unit);
            foreach (var element in Make(art, set, Placed[index], box, mirrored: side > 0))
                yield return element;
        }
    }

    /// <summary>The thing in a hand.</summary>
    public IEnumerable<Element> InHand(ArtLibrary art, SetDesigner set, Actor actor, StageBox hand, Motion motion)
    {
        var prop = art.Props[Held!];
        var unit = prop.Size / DrawnSize * Math.Min(1, actor.Player.File.Height / 300);
        var (gripX, gripY) = prop.Grip is [var x, var y] ? (x, y) : (DrawnSize / 2, DrawnSize / 2);
        gripX = actor.FacesLeft ? DrawnSize - gripX : gripX;
        var box = new StageBox(
            hand.Left + hand.Width / 2 - gripX * unit, hand.Top + hand.Height / 2 - gripY * unit, DrawnSize * unit, DrawnSize * unit);
        return Make(art, set, Held!, box, actor.FacesLeft).Select(element => element with { WithWorld = false, Motion = motion });
    }

    private static IEnumerable<Element> Make(ArtLibrary art, SetDesigner set, string name, StageBox box, bool mirrored)
    {
        var view = new SvgView { MirrorAt = mirrored ? DrawnSize / 2 : null };
        var drawn = new Element
        {
            Name = $"props/{name}",
            Cels = [new Cel(art.Drawing($"props/{name}.svg"), view)],
            Box = box,
            Depth = 1,
            Plane = Plane.Actors,
            Grade = set.Lighting.Figures,
            Rim = set.Lighting.Rim,
        };
        yield return drawn;
        if (set.Lighting.LampsLit && art.Props[name].Lights is { } lights && art.Has($"props/{lights}"))
        {
            yield return drawn with
            {
                Name = $"props/{lights}",
                Cels = [new Cel(art.Drawing($"props/{lights}"), view)],
                Grade = set.Lighting.Lamps,
                Rim = null,
                Body = SetDesigner.LightBody,
            };
        }
    }
}
