namespace Rushes.Providers.Animatic.Drawing;

/// <summary>A rectangle in a drawing's own units or in stage units.</summary>
internal readonly record struct StageBox(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public static StageBox Between(double left, double top, double right, double bottom) => new(left, top, right - left, bottom - top);

    public StageBox Grown(double by) => new(Left - by, Top - by, Width + 2 * by, Height + 2 * by);

    public StageBox With(StageBox other) =>
        Between(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>What both share; null when they do not meet.</summary>
    public StageBox? Within(StageBox other)
    {
        var box = Between(Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));
        return box is { Width: > 0, Height: > 0 } ? box : null;
    }
}
