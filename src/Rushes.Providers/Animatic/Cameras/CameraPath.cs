using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Cameras;

/// <summary>
/// Where the camera is at every moment of a clip. The framing is a crop that all depths share, so nothing behind is torn apart; what the camera
/// moves beyond it is seen by each depth in its own measure.
/// </summary>
internal sealed class CameraPath(FrameSize size, Framings framings, CameraMove move, double seconds, Dice dice)
{
    /// <summary>Nearer or farther by this part over the clip.</summary>
    private const double ZoomReach = 0.13;

    /// <summary>Parts of the picture's width or height that a pan or tilt passes over.</summary>
    private const double PanReach = 0.2;

    private const double TiltReach = 0.11;

    /// <summary>Parts of the picture's height that a shoulder sways.</summary>
    private const double Shake = 0.011;

    /// <summary>Stage units a second that the world slides by beside somebody who walks.</summary>
    private const double WalkingPace = 62;

    /// <summary>Half of what a place is drawn wide, less a margin.</summary>
    private const double WorldReach = 1540;

    private readonly double _unit = size.Height / 1000.0;

    public FrameSize Size => size;

    public Framings Framings => framings;

    public CameraMove Move => move;

    /// <summary>The side to which people walk: 1 is right.</summary>
    public int Heading { get; init; } = 1;

    /// <summary>The view on a depth at a moment.</summary>
    /// <param name="time">Seconds from the clip's start.</param>
    /// <param name="depth">0 does not move.</param>
    /// <param name="plane">Whose frame counts.</param>
    /// <param name="withWorld">Slides by beside somebody who walks; the one who walks does not.</param>
    public View At(double time, double depth, Plane plane, bool withWorld)
    {
        var framing = framings[plane];
        var along = Math.Clamp(time / seconds, 0, 1);
        var eased = (1 - Math.Cos(Math.PI * along)) / 2;
        var (dx, dy, nearer) = Offset(eased, framing);
        if (move is CameraMove.Handheld)
            (dx, dy) = (dx + Sway(time, "x", framing), dy + Sway(time, "y", framing));
        else if (move is CameraMove.Tracking)
            dy += Sway(time, "y", framing) * 0.35;
        if (withWorld && move == CameraMove.Tracking)
            dx += Heading * Slide(framing) * (along - 0.5);
        var scale = _unit * framing.Zoom * (1 + depth * (nearer - 1));
        return new View(size, scale, framing.X + dx * depth, framing.Y + dy * depth);
    }

    /// <summary>Everything of the stage that a depth shows at any moment.</summary>
    public StageBox Seen(double depth, Plane plane, bool withWorld) => Moments.Select(time => At(time, depth, plane, withWorld).Window).Aggregate((one, other) => one.With(other));

    /// <summary>The most pixels a stage unit takes at any moment.</summary>
    public double Sharpest(double depth, Plane plane) => Moments.Max(time => At(time, depth, plane, withWorld: false).Scale);

    private IEnumerable<double> Moments => Enumerable.Range(0, 65).Select(step => seconds * step / 64);

    private static double Height(Framing framing) => 1000 / framing.Zoom;

    private double Width(Framing framing) => Height(framing) * size.Width / size.Height;

    /// <summary>How far the world slides by, as far as it is drawn.</summary>
    private double Slide(Framing framing) => Math.Max(0, Math.Min(WalkingPace * seconds, 2 * (WorldReach - Width(framing) / 2 - Math.Abs(framing.X))));

    private (double X, double Y, double Nearer) Offset(double eased, Framing framing) => move switch
    {
        CameraMove.ZoomIn => (0, 0, 1 + ZoomReach * eased),
        CameraMove.ZoomOut => (0, 0, 1 + ZoomReach * (1 - eased)),
        CameraMove.PanRight => (PanReach * Width(framing) * (eased - 0.5), 0, 1.02),
        CameraMove.PanLeft => (PanReach * Width(framing) * (0.5 - eased), 0, 1.02),
        CameraMove.TiltUp => (0, TiltReach * Height(framing) * (0.4 - eased), 1.02),
        CameraMove.TiltDown => (0, TiltReach * Height(framing) * (eased - 0.6), 1.02),
        CameraMove.Handheld => (0, 0, 1.03),
        _ => (0, 0, 1),
    };

    private double Sway(double time, string axis, Framing framing)
    {
        double sum = 0;
        for (var tone = 0; tone < 3; tone++)
            sum += Math.Sin((time * (0.27 + tone * 0.41) + dice.Roll($"{axis}{tone}")) * Math.Tau) / (tone + 1.2);
        return sum * Shake * Height(framing);
    }
}
