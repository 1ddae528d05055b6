using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Cameras;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Frames a shot: how near, and what stands where in the picture.</summary>
/// <param name="freeUntil">The part of the picture's height, from the top, that captions leave free; 1 when there are none.</param>
internal sealed class Framer(FrameSize size, PlaceFile place, double freeUntil)
{
    /// <summary>The stage that is surely drawn, in stage units.</summary>
    private const double Top = -140;
    private const double Bottom = 1140;

    /// <summary>A camera that looks so far below the horizon sees nothing but ground.</summary>
    private const double LowCamera = 60;

    /// <summary>How far down the picture eyes should be.</summary>
    private const double EyeLine = 0.37;

    /// <summary>How much nearer a slow zoom comes.</summary>
    private const double Nearer = 1.13;

    /// <summary>The part of the picture's height above the heads.</summary>
    private const double Headroom = 0.05;

    /// <summary>Figures smaller than this are looked at from nearer, even in a wide shot.</summary>
    private const double Small = 330;

    private readonly double _aspect = (double)size.Width / size.Height;

    public Framings Frame(CameraDirection camera, IReadOnlyList<Actor> actors)
    {
        if (actors.Count == 0)
            return Framings.Of(Keep(Empty(camera.Shot)));
        var framing = camera.Shot switch
        {
            CameraShot.Aerial => FromAbove,
            CameraShot.CloseUp => Face(actors[0]),
            CameraShot.Medium => Group(actors, 0.8, 1.9, 3.4),
            CameraShot.Tracking => Group(actors, 1.3, 1.2, 2.2),
            CameraShot.Pov => Group(actors, 1.0, 1.3, 2.4),
            _ => Whole(actors),
        };
        framing = Keep(camera.Shot == CameraShot.Aerial ? framing : ClearOfCaptions(framing, actors));
        return camera.Shot is CameraShot.CloseUp or CameraShot.Medium && framing.Y > place.Horizon + LowCamera ? AtEyeLevel(framing) : Framings.Of(framing);
    }

    /// <summary>
    /// Who is small is filmed from its own eye level: the place is framed around its horizon, less near than the figure, instead of the bare ground that lies behind it.
    /// </summary>
    private Framings AtEyeLevel(Framing framing)
    {
        var zoom = 1 + (framing.Zoom - 1) * 0.4;
        var set = Keep(new Framing(framing.X, place.Horizon + 1000 / zoom * 0.05, zoom));
        return Framings.Of(set) with { Actors = framing };
    }

    /// <summary>Outside with the horizon near the upper edge; inside from under the ceiling.</summary>
    private Framing FromAbove => place.Indoor ? new(0, 590, 1.06) : new(0, place.Horizon + 190, 1.22);

    private Framing Empty(CameraShot shot) => shot switch
    {
        CameraShot.Aerial => FromAbove,
        CameraShot.CloseUp => new(0, place.Horizon + 60, 2.3),
        CameraShot.Medium => new(0, 590, 1.5),
        CameraShot.Wide => new(0, 500, 1),
        _ => new(0, 545, 1.25),
    };

    private static Framing Whole(IReadOnlyList<Actor> actors)
    {
        var tallest = actors.Max(actor => actor.Foot - actor.Head);
        var zoom = Math.Clamp(Small / tallest, 1, 1.45);
        return zoom <= 1.01 ? new(0, 500, 1) : new(actors.Average(actor => actor.X) * 0.5, 905 - 455 / zoom, zoom);
    }

    private Framing Face(Actor actor)
    {
        if (actor.FaceBox is not { } face)
            return Group([actor], 0.55, 2.4, 4);

        // A head is about twice as high as the box of eyes and mouth, and 1.7 times as wide.
        var height = Math.Max(face.Height * 2.1 / 0.46, face.Width * 1.75 / 0.78 / _aspect);
        var middle = face.Left + face.Width / 2;
        var look = actor.FacesLeft ? -1 : 1;
        return new Framing(middle + look * height * _aspect * 0.03, face.Top + face.Height * 0.55 + height * (0.5 - 0.43), 1000 / height);
    }

    /// <param name="tallness">Of the tallest figure, how much the picture's height shows.</param>
    /// <param name="farthest">Least zoom, as far as the group's width allows it.</param>
    /// <param name="nearest">Most zoom.</param>
    private Framing Group(IReadOnlyList<Actor> actors, double tallness, double farthest, double nearest)
    {
        var head = actors.Min(actor => actor.Head);
        var foot = actors.Max(actor => actor.Foot);
        var left = actors.Min(actor => actor.X - actor.Reach);
        var right = actors.Max(actor => actor.X + actor.Reach);
        var zoom = Math.Clamp(1000 / ((foot - head) * tallness), farthest, nearest);
        zoom = Math.Max(1, Math.Min(zoom, 1000 / ((right - left) / _aspect)));
        var height = 1000 / zoom;
        var eyes = head + (foot - head) * 0.14;
        var y = eyes + height * (0.5 - EyeLine);
        if (tallness > 1)
            y = Math.Max(y, foot + height * (0.07 - 0.5));
        return new Framing((left + right) / 2, y, zoom);
    }

    /// <summary>Lowers the camera, goes nearer or steps back, until every head is in the picture and no face behind a caption.</summary>
    private Framing ClearOfCaptions(Framing framing, IReadOnlyList<Actor> actors)
    {
        if (freeUntil >= 1)
            return framing;
        var head = actors.Min(actor => actor.Head);
        var chin = actors.Max(actor => actor.FaceBox is { } face ? face.Bottom + face.Height * 0.35 : actor.Head + actor.Height * 0.2);
        var least = (chin - head) / (freeUntil / Nearer - Headroom);
        var nearest = Math.Max(1, Math.Min(1000 / least, framing.Zoom * 1.8));
        for (var zoom = Math.Min(framing.Zoom, nearest); ; zoom *= 1.05)
        {
            var height = 1000 / zoom;
            var lowest = head + height / Nearer * 0.5 - height * Headroom;
            var y = Math.Max(Math.Min(framing.Y, lowest), chin + height * (0.5 - freeUntil) / Nearer);
            if (y + height * 0.53 <= Bottom || zoom * 1.05 > nearest)
                return framing with { Y = y, Zoom = zoom };
        }
    }

    /// <summary>Moves the frame so that it does not leave what is drawn.</summary>
    private static Framing Keep(Framing framing)
    {
        var half = 500 / framing.Zoom * 1.06;
        return framing with { Y = Math.Clamp(framing.Y, Top + half, Math.Max(Top + half, Bottom - half)) };
    }
}
