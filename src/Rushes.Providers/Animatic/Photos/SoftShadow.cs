using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>Draws the shadow that a picture throws on its ground, with a fraction of its pixels because it is soft.</summary>
internal static class SoftShadow
{
    private const int Coarseness = 4;

    /// <param name="of">What throws it; its shape is its alpha.</param>
    /// <param name="softness">Pixels of the picture over which it fades.</param>
    /// <param name="strength">0 to 1.</param>
    /// <returns>A print that takes the picture's own box.</returns>
    public static Print Of(Surface of, double softness, double strength)
    {
        var (width, height) = (Math.Max(2, of.Width / Coarseness), Math.Max(2, of.Height / Coarseness));
        var border = ((int)Math.Ceiling(softness / Coarseness * 2.5) + 3) & ~1;
        using var shadow = new Surface(width + 2 * border, height + 2 * border);
        shadow.Clear();
        for (var y = 0; y < height; y++)
        {
            var to = shadow.Row(y + border);
            for (var x = 0; x < width; x++)
                to[(x + border) * 4 + 3] = (byte)Math.Round(Alpha(of, x, y, width, height) * strength);
        }

        SoftFocus.Apply(shadow, softness / Coarseness);
        return new Print(Developer.DevelopExactly(shadow, new PixelBox(0, 0, shadow.Width, shadow.Height), Look.Plain).Raster, width, height);
    }

    private static double Alpha(Surface of, int x, int y, int width, int height)
    {
        var (left, right) = (x * of.Width / width, Math.Max(x * of.Width / width + 1, (x + 1) * of.Width / width));
        var (top, bottom) = (y * of.Height / height, Math.Max(y * of.Height / height + 1, (y + 1) * of.Height / height));
        var sum = 0;
        for (var row = top; row < bottom; row++)
        {
            var line = of.Row(row);
            for (var column = left; column < right; column++)
                sum += line[column * 4 + 3];
        }

        return (double)sum / ((right - left) * (bottom - top));
    }
}
