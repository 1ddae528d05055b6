using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Cameras;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Frames a shot: how near, and what stands where in the picture.</summary>
internal static class Framer
{
    /// <summary>The stage that is surely drawn, in stage units.</summary>
    private const double Top = -140;
    private const double Bottom = 1140;

    /// <summary>How far down the picture eyes should be.</summary>
    private const double EyeLine = 0.36;

    public static Framing Frame(CameraDirection camera, IReadOnlyList<Actor> actors, PlaceFile place, FrameSize size)
    {
        var framing = camera.Shot switch
        {
            CameraShot.Aerial => new Framing(0, place.Horizon + 148, 1.3),
            CameraShot.CloseUp => actors.Count > 0 ? Face(actors[0], size) : new Framing(0, place.Horizon + 30, 2.1),
            CameraShot.Medium => actors.Count > 0 ? Group(actors, size, 1.12, 2.6) : new Framing(0, 560, 1.5),
            CameraShot.Tracking => actors.Count > 0 ? Group(actors, size, 1.35, 2.2) : new Framing(0, 540, 1.25),
            CameraShot.Pov => actors.Count > 0 ? Group(actors, size, 1.6, 1.7) : new Framing(0, 545, 1.3),
            _ => new Framing(0, 500, 1),
        };
        return Keep(framing);
    }

    private static Framing Face(Actor actor, FrameSize size)
    {
        if (actor.FaceBox is not { } face)
            return Group([actor], size, 0.7, 3.2);

        // A head is about twice as high as the box of eyes and mouth, and 1.7 times as wide.
        var aspect = (double)size.Width / size.Height;
        var height = Math.Max(face.Height * 2.1 / 0.40, face.Width * 1.75 / 0.66 / aspect);
        var middle = face.Left + face.Width / 2;
        var look = actor.FacesLeft ? -1 : 1;
        return new Framing(middle + look * height * aspect * 0.03, face.Top + face.Height * 0.55 + height * (0.5 - 0.42), 1000 / height);
    }

    private static Framing Group(IReadOnlyList<Actor> actors, FrameSize size, double tallness, double nearest)
    {
        var head = actors.Min(actor => actor.Head);
        var foot = actors.Max(actor => actor.Foot);
        var left = actors.Min(actor => actor.X - actor.Height * 0.24);
        var right = actors.Max(actor => actor.X + actor.Height * 0.24);
        var aspect = (double)size.Width / size.Height;
        var height = Math.Max((foot - head) * tallness, (right - left) / aspect);
        var zoom = Math.Clamp(1000 / height, 1, nearest);
        height = 1000 / zoom;
        var eyes = head + (foot - head) * 0.14;
        return new Framing((left + right) / 2, eyes + height * (0.5 - EyeLine), zoom);
    }

    /// <summary>Moves the frame so that it does not leave what is drawn.</summary>
    private static Framing Keep(Framing framing)
    {
        var half = 500 / framing.Zoom * 1.06;
        return framing with { Y = Math.Clamp(framing.Y, Top + half, Math.Max(Top + half, Bottom - half)) };
    }
}
