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
        using var shadow = Coarse(of, softness, strength, out var border);
        return new Print(
            Developer.DevelopExactly(shadow, new PixelBox(0, 0, shadow.Width, shadow.Height), Look.Plain).Raster,
            shadow.Width - 2 * border,
            shadow.Height - 2 * border);
    }

    /// <summary>Lays the shadow that a surface throws on another one, before the surface itself is laid there.</summary>
    /// <param name="x">Where the surface will lie.</param>
    /// <param name="y">Where the surface will lie, the fall of its shadow included.</param>
    public static void Under(Surface ground, Surface of, int x, int y, double softness, double strength)
    {
        using var shadow = Coarse(of, softness, strength, out var border);
        var (scaleX, scaleY) = ((shadow.Width - 2.0 * border) / of.Width, (shadow.Height - 2.0 * border) / of.Height);
        for (var row = 0; row < ground.Height; row++)
        {
            var line = ground.Row(row);
            var fromY = (row + 0.5 - y) * scaleY + border - 0.5;
            if (fromY <= -1 || fromY >= shadow.Height)
                continue;
            for (var column = 0; column < ground.Width; column++)
            {
                var dark = Between(shadow, (column + 0.5 - x) * scaleX + border - 0.5, fromY);
                if (dark <= 0)
                    continue;
                var pixel = line.Slice(column * 4, 4);
                for (var channel = 0; channel < 3; channel++)
                    pixel[channel] = (byte)(pixel[channel] * (1 - dark) + 0.5);
                pixel[3] = (byte)(pixel[3] + (255 - pixel[3]) * dark + 0.5);
            }
        }
    }

    private static Surface Coarse(Surface of, double softness, double strength, out int border)
    {
        var (width, height) = (Math.Max(2, of.Width / Coarseness), Math.Max(2, of.Height / Coarseness));
        border = ((int)Math.Ceiling(softness / Coarseness * 2.5) + 3) & ~1;
        var shadow = new Surface(width + 2 * border, height + 2 * border);
        shadow.Clear();
        for (var y = 0; y < height; y++)
        {
            var to = shadow.Row(y + border);
            for (var x = 0; x < width; x++)
                to[(x + border) * 4 + 3] = (byte)Math.Round(Alpha(of, x, y, width, height) * strength);
        }

        SoftFocus.Apply(shadow, softness / Coarseness);
        return shadow;
    }

    /// <summary>The alpha between four pixels, 0 to 1.</summary>
    private static double Between(Surface shadow, double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (right, lower) = (x - left, y - top);
        var upper = At(shadow, left, top) * (1 - right) + At(shadow, left + 1, top) * right;
        var under = At(shadow, left, top + 1) * (1 - right) + At(shadow, left + 1, top + 1) * right;
        return (upper * (1 - lower) + under * lower) / 255;
    }

    private static double At(Surface surface, int x, int y) => x < 0 || y < 0 || x >= surface.Width || y >= surface.Height ? 0 : surface.Row(y)[x * 4 + 3];

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
