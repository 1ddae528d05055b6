namespace Rushes.Providers.Animatic.Drawing;

/// <summary>A rectangle of whole pixels.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Width, int Height)
{
    public int Right => Left + Width;

    public int Bottom => Top + Height;

    /// <summary>Grown by a border, to even edges, and cut to a picture of the given size.</summary>
    public PixelBox Bordered(int border, int width, int height)
    {
        var left = Math.Max(0, (Left - border) & ~1);
        var top = Math.Max(0, (Top - border) & ~1);
        return new(left, top, Math.Min(width, (Right + border + 1) & ~1) - left, Math.Min(height, (Bottom + border + 1) & ~1) - top);
    }
}
