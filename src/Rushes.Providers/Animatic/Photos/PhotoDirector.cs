using Rushes.Film.Scenes;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>Lays out the move of one picture in a frame.</summary>
/// <param name="width">Pixels of the upright picture.</param>
/// <param name="height">Pixels of the upright picture.</param>
/// <param name="cutOut">A thing on a transparent ground.</param>
/// <param name="freeUntil">Frame pixels from the top that captions leave free.</param>
internal sealed class PhotoDirector(FrameSize size, int width, int height, bool cutOut, double seconds, double freeUntil)
{
    /// <summary>A picture whose proportions differ from the frame's by no more than this fills it; the pictures of phones do.</summary>
    public const double Alike = 1.35;

    /// <summary>Enlarging further than this shows how few pixels there are: such a picture stays small.</summary>
    private const double MostEnlarged = 2.5;

    /// <summary>Enlarging by this much is not seen.</summary>
    private const double SlightlyEnlarged = 1.3;

    /// <summary>Nothing becomes narrower than this part of the frame, however few pixels it has.</summary>
    private const double LeastSpan = 0.5;

    /// <summary>Parts of the frame that the gaze follows at ease, a second.</summary>
    private const double Pace = 0.042;

    /// <summary>Somewhat faster where there is much to see.</summary>
    private const double LongPace = 0.3;

    private double Contain => Math.Min((double)size.Width / width, (double)size.Height / height);

    private double Cover => Math.Max((double)size.Width / width, (double)size.Height / height);

    /// <summary>How many times wider than the frame the picture is, by proportions.</summary>
    public double Shape => (double)width / height / ((double)size.Width / size.Height);

    private double Travel => Math.Clamp(Pace * seconds, 0.08, 0.3);

    private double Zoom => Math.Clamp(1 + 0.02 * seconds, 1.06, 1.16);

    public PhotoPlan Plan(PhotoMove move)
    {
        var fit = cutOut ? PhotoFit.CutOut : move != PhotoMove.Parallax && Cover / Contain <= Alike && Cover <= MostEnlarged ? PhotoFit.Fills : PhotoFit.Stands;
        var (start, end) = fit == PhotoFit.Fills ? Filling(move) : Standing(move, fit);
        return new PhotoPlan { Size = size, Move = move, Fit = fit, Start = start, End = end, Ground = Ground(move), Seconds = seconds };
    }

    private (PhotoPose Start, PhotoPose End) Filling(PhotoMove move)
    {
        // What a person looks at is rather above the middle.
        const double focus = 0.46;
        var middle = Inside(new(size.Width / 2.0, size.Height / 2.0, Cover));
        PhotoPose Near(double zoom) => Inside(new(middle.X, middle.Y + (0.5 - focus) * height * Cover * (zoom - 1), Cover * zoom));
        (PhotoPose, PhotoPose) Along(double x, double y)
        {
            // Enough room beyond the edges for the whole way.
            var zoom = Math.Max(1.04, Math.Max((1 + Math.Abs(x)) * size.Width / (width * Cover), (1 + Math.Abs(y)) * size.Height / (height * Cover)));
            var reach = new PhotoPose(x * size.Width / 2, y * size.Height / 2, Cover * zoom);
            return (Inside(new(middle.X - reach.X, middle.Y - reach.Y, reach.Scale)), Inside(new(middle.X + reach.X, middle.Y + reach.Y, reach.Scale)));
        }

        switch (move)
        {
            case PhotoMove.PushIn:
                return (middle, Near(Zoom));
            case PhotoMove.PullOut:
                return (Near(Zoom), middle);
            case PhotoMove.PanLeft:
                return Along(Travel, 0);
            case PhotoMove.PanRight:
                return Along(-Travel, 0);
            case PhotoMove.TiltUp:
                return Along(0, Travel);
            case PhotoMove.TiltDown:
                return Along(0, -Travel);
            default:
                var (from, to) = Along(-Travel * 0.5, Travel * 0.3);
                return (from, Inside(to with { Scale = to.Scale * (1 + (Zoom - 1) * 0.6) }));
        }
    }

    private (PhotoPose Start, PhotoPose End) Standing(PhotoMove move, PhotoFit fit)
    {
        var whole = Whole(fit == PhotoFit.CutOut ? 0.84 : 1.004);
        var (x, y) = (size.Width / 2.0, Middle(whole));

        // A picture that stands as a narrow band may come much nearer before anything of it is lost to the eye.
        var zoom = Math.Pow(Zoom, fit == PhotoFit.Stands && Cover / Contain > 2 ? 2 : 1);
        switch (move)
        {
            case PhotoMove.PushIn:
                return (new(x, y, whole), new(x, y, whole * zoom));
            case PhotoMove.PullOut:
                return (new(x, y, whole * zoom), new(x, y, whole));
            case PhotoMove.Drift:
                var (dx, dy) = (size.Width * Travel * 0.16, size.Height * Travel * 0.07);
                return (new(x - dx, y + dy, whole * 0.97), new(x + dx, y - dy, whole * (1 + (Zoom - 1) * 0.5)));
            case PhotoMove.Parallax:
                var inset = Whole(fit == PhotoFit.CutOut ? 0.8 : 0.86);
                return (new(x - size.Width * Travel * 0.07, y, inset), new(x + size.Width * Travel * 0.07, y, inset * (1 + (Zoom - 1) * 0.7)));
            case PhotoMove.PanLeft or PhotoMove.PanRight:
                return Across(x, y, whole, move == PhotoMove.PanLeft ? 1 : -1);
            default:
                return Down(x, y, whole, move == PhotoMove.TiltUp ? 1 : -1);
        }
    }

    private (PhotoPose Start, PhotoPose End) Across(double x, double y, double whole, int heading)
    {
        var scale = Shape > 1 ? Longer(whole) : whole * 0.96;
        var beyond = Math.Max(0, width * scale - size.Width);
        var reach = Math.Min(Math.Max(beyond, size.Width * Travel * 0.3), size.Width * LongPace * Math.Max(seconds, 1)) / 2 * heading;
        y = Middle(scale);
        return (new(x - reach, y, scale), new(x + reach, y, scale));
    }

    private (PhotoPose Start, PhotoPose End) Down(double x, double y, double whole, int heading)
    {
        var scale = Shape < 1 ? Longer(whole) : whole * 0.96;
        var beyond = Math.Max(0, height * scale - size.Height);
        var reach = Math.Min(Math.Max(beyond, size.Height * Travel * 0.3), size.Height * LongPace * Math.Max(seconds, 1)) / 2 * heading;
        y = beyond > 0 ? size.Height / 2.0 : y;
        return (new(x, y - reach, scale), new(x, y + reach, scale));
    }

    /// <summary>A long picture is shown larger than whole, for the move shows all of it; but hardly with pixels that it does not have.</summary>
    private double Longer(double whole) => whole * Math.Clamp(Math.Min(Math.Sqrt(Cover / Contain), Math.Max(1, SlightlyEnlarged / whole)), 1, 1.9);

    /// <summary>The size at which all of it is seen.</summary>
    private double Whole(double part)
    {
        var wanted = Contain * part;
        var least = LeastSpan * Math.Min(size.Width, size.Height) / Math.Min(width, height);
        return Math.Min(wanted, Math.Max(MostEnlarged, least));
    }

    /// <summary>In the middle of the frame, or of what captions leave free where the picture fits there.</summary>
    private double Middle(double scale) => height * scale * Zoom <= freeUntil ? Math.Min(size.Height, Math.Max(freeUntil, size.Height * 0.86)) / 2 : size.Height / 2.0;

    private PhotoPose Inside(PhotoPose pose)
    {
        var (roomX, roomY) = (Math.Max(0, (width * pose.Scale - size.Width) / 2), Math.Max(0, (height * pose.Scale - size.Height) / 2));
        return pose with
        {
            X = Math.Clamp(pose.X, size.Width / 2.0 - roomX, size.Width / 2.0 + roomX),
            Y = Math.Clamp(pose.Y, size.Height / 2.0 - roomY, size.Height / 2.0 + roomY),
        };
    }

    private static PhotoPose Ground(PhotoMove move) => move switch
    {
        PhotoMove.PushIn => new(0, 0, 1.05),
        PhotoMove.PullOut => new(0, 0, 0.95),
        PhotoMove.PanLeft => new(-0.04, 0, 1),
        PhotoMove.PanRight => new(0.04, 0, 1),
        PhotoMove.TiltUp => new(0, -0.03, 1),
        PhotoMove.TiltDown => new(0, 0.03, 1),
        PhotoMove.Drift => new(-0.03, 0.02, 1.03),
        _ => new(-0.06, 0, 0.9),
    };
}
