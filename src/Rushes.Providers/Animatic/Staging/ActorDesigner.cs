using Rushes.Engine.Shooting;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Cameras;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Life;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Plans the layers of an actor: body with a living face, and what is in the hand.</summary>
internal sealed class ActorDesigner(ArtLibrary art, ShotOrder order, SetDesigner set, double seconds)
{
    public IEnumerable<Element> Elements(Actor actor, PropMaster props)
    {
        var dice = Dice.Of(order.Seed, order.Scene, actor.Player.Name ?? actor.Player.Figure);
        var walking = actor.Poses.Count > 1;
        var motion = walking
            ? new Motion { Bob = actor.Height * 0.012, StepSeconds = 0.38 }
            : new Motion { Breath = 0.0045, BreathSeconds = dice.Between("breath", 3.1, 4.2), Phase = dice.Roll("phase"), Foot = actor.Foot };
        var view = new SvgView { Classes = actor.Player.Colours, MirrorAt = actor.FacesLeft ? Actor.DrawnMiddle : null };
        yield return new Element
        {
            Name = $"figures/{actor.Player.Figure}/{actor.Pose}",
            Cels = [.. actor.Poses.Select(pose => new Cel(pose, view))],
            CelSeconds = 0.38,
            Box = actor.Box,
            Depth = 1,
            Plane = Plane.Actors,
            WithWorld = false,
            Grade = set.Lighting.Figures,
            Rim = set.Lighting.Rim,
            Motion = motion,
            Face = actor.FaceBox is null ? null : new Face(Mouth(actor), new BlinkTrack(seconds, dice, Asleep(actor))),
        };
        if (actor.Pose == Blocking.Hold && props.Held is not null && actor.Mark("hand") is { } hand)
        {
            foreach (var thing in props.InHand(art, set, actor, hand, motion))
                yield return thing;
        }
    }

    private MouthTrack? Mouth(Actor actor)
    {
        var lines = order.Lines.Where(line => Casting.Same(line.Speaker, actor.Player.Name)).ToList();
        return lines.Count == 0 ? null : new MouthTrack(lines, order.Frames, order.Rate);
    }

    private bool Asleep(Actor actor) => !actor.Player.Speaks && art.SleepWords(order.Language).TryFind(order.Shot.Prompt, out _);
}
