using Rushes.Film.Scenes;

namespace Rushes.Engine.Cutting.Captions;

/// <summary>The part of the picture that a platform leaves free of its own buttons and texts, as margins in per cent of width and height.</summary>
public sealed record FreeZone(double Top, double Right, double Bottom, double Left)
{
    /// <summary>No caption comes nearer to an edge than this, whatever a data file says.</summary>
    public const double Least = 5;

    /// <summary>The zone in pixels of a picture.</summary>
    public PixelBox Within(FrameSize size)
    {
        var (left, top) = (Inward(Left, size.Width), Inward(Top, size.Height));
        return new(left, top, size.Width - Inward(Right, size.Width) - left, size.Height - Inward(Bottom, size.Height) - top);
    }

    private static int Inward(double margin, int length) => (int)Math.Ceiling(Math.Clamp(margin, Least, 45) * length / 100);
}
