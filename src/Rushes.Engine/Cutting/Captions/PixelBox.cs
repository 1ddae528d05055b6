namespace Rushes.Engine.Cutting.Captions;

/// <summary>A rectangle in whole pixels, from the picture's upper left corner.</summary>
public readonly record struct PixelBox(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;
    public int Bottom => Y + Height;

    /// <summary>The same rectangle with this many pixels more on every side.</summary>
    public PixelBox Grown(int pixels) => new(X - pixels, Y - pixels, Width + 2 * pixels, Height + 2 * pixels);

    public bool Contains(PixelBox other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;
}
