using Rushes.Engine.Shooting;
using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Cameras;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Life;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Plans the layers of an actor: body with a living face, and what is in the hand.</summary>
internal sealed class ActorDesigner(ArtLibrary art, ShotOrder order, SetDesigner set, CameraPath camera)
{
    /// <summary>Seconds between two steps.</summary>
    private const double Step = 0.38;

    /// <summary>Stage units a second that somebody of full height walks.</summary>
    private const double Pace = 48;

    private const double FullHeight = 430;

    private readonly double _seconds = order.Rate.Seconds(order.Frames);
    private readonly Feeling _feeling = Feelings.Of(art, order);

    /// <summary>How a body lives: it walks, or it breathes and shows what it feels.</summary>
    public Motion MotionOf(Actor actor)
    {
        var dice = DiceOf(actor);
        if (actor.Pose == Blocking.Walk)
            return Walking(actor);
        return new Motion
        {
            Breath = _feeling == Feeling.Fear ? 0.006 : 0.0045,
            BreathSeconds = dice.Between("breath", 3.1, 4.2) * (_feeling switch { Feeling.Low => 1.35, Feeling.Fear => 0.5, _ => 1 }),
            Phase = dice.Roll("phase"),
            Foot = actor.Foot,
            Sway = _feeling == Feeling.Fear ? actor.Height * 0.0016 : 0,
            SwaySeconds = 0.17,
            Bob = _feeling == Feeling.Joy && actor.Pose != Blocking.Sit ? actor.Height * 0.009 : 0,
            StepSeconds = 0.55,
        };
    }

    public IEnumerable<Element> Elements(Actor actor, PropMaster props)
    {
        var motion = MotionOf(actor);
        var view = new SvgView { Classes = actor.Player.Colours, MirrorAt = actor.FacesLeft ? Actor.DrawnMiddle : null };
        yield return new Element
        {
            Name = $"figures/{actor.Player.Figure}/{actor.Pose}",
            Cels = [.. actor.Poses.Select(pose => new Cel(pose, view))],
            CelSeconds = Step / Math.Max(1, actor.Poses.Count - 1),
            ToAndFro = true,
            Box = actor.Box,
            Depth = 1,
            Plane = Plane.Actors,
            WithWorld = false,
            Grade = set.Lighting.Figures,
            Rim = set.Lighting.Rim,
            Motion = motion,
            Face = actor.FaceBox is null ? null : new Face(Mouth(actor), new BlinkTrack(_seconds, DiceOf(actor), Asleep(actor))),
        };
        if (actor.Pose == Blocking.Hold && props.Held is not null && actor.Mark("hand") is { } hand)
        {
            foreach (var thing in props.InHand(art, set, actor, hand, motion))
                yield return thing;
        }
    }

    /// <summary>Across the picture; beside a camera that follows, on the spot.</summary>
    private Motion Walking(Actor actor)
    {
        var room = 1000 / camera.Framings.Actors.Zoom * order.Size.Width / order.Size.Height;
        var way = camera.Move == CameraMove.Tracking ? 0 : Math.Min(Pace * actor.Height / FullHeight * _seconds, room * 0.3);
        var heading = actor.FacesLeft ? -1 : 1;
        return new Motion { Bob = actor.Height * 0.008, StepSeconds = Step, StartX = -heading * way / 2, DriftX = heading * way / _seconds };
    }

    private Dice DiceOf(Actor actor) => Dice.Of(order.Seed, order.Scene, actor.Player.Name ?? actor.Player.Figure);

    private MouthTrack? Mouth(Actor actor)
    {
        var lines = order.Lines.Where(line => Casting.Same(line.Speaker, actor.Player.Name)).ToList();
        return lines.Count == 0 ? null : new MouthTrack(lines, order.Frames, order.Rate);
    }

    private bool Asleep(Actor actor) => !actor.Player.Speaks && art.SleepWords(order.Language).TryFind(order.Shot.Prompt, out _);
}
