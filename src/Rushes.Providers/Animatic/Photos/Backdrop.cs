using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>What stands behind a picture that does not fill the frame: a blurred, darkened enlargement of it, or paper behind a cut-out thing.</summary>
internal static class Backdrop
{
    /// <summary>How far it reaches beyond the frame, so that it can wander.</summary>
    private const double Margin = 1.16;

    private const int Coarseness = 4;

    /// <summary>Parts of the frame's shorter side.</summary>
    private const double Blur = 0.035;

    public static Print Enlarged(Surface photo, FrameSize size)
    {
        var (width, height) = Sides(size);
        using var ground = Shrink(photo, PhotoPart.Filling((double)photo.Width / photo.Height, (double)width / height), width, height);
        var light = Average(ground).Luma;
        var look = new Look
        {
            Blur = Math.Min(size.Width, size.Height) * Blur / Coarseness,

            // A bright picture needs a darker ground than a dark one to stand out from it.
            Grade = Grade.None.Saturated(1.25).Lit(Colour.White * (light > 0.35 ? 0.55 : 0.7)),
        };
        return new Print(Developer.DevelopExactly(ground, new PixelBox(0, 0, width, height), look).Raster, width, height);
    }

    /// <summary>A light or a dark sheet in a tint of the thing's colours, lighter in the middle.</summary>
    public static Print Paper(Surface thing, FrameSize size)
    {
        var (width, height) = Sides(size);
        var average = Average(thing);
        var dark = average.Luma > 0.72;
        var vivid = average * (1 / Math.Max(0.2, Math.Max(average.Red, Math.Max(average.Green, average.Blue))));
        var (middle, edge) = dark
            ? (Colour.Mix(new(0.3, 0.32, 0.38), average, 0.15), new Colour(0.09, 0.1, 0.13))
            : (Colour.Mix(new(1, 0.99, 0.97), vivid, 0.06), Colour.Mix(new(0.9, 0.88, 0.86), vivid, 0.3));
        using var paper = new Surface(width, height);
        for (var y = 0; y < height; y++)
        {
            var row = paper.Row(y);
            for (var x = 0; x < width; x++)
                Paint(row.Slice(x * 4, 4), Colour.Mix(middle, edge, Away((x + 0.5) / width, (y + 0.5) / height, size)), x, y);
        }

        return new Print(Developer.DevelopExactly(paper, new PixelBox(0, 0, width, height), Look.Plain).Raster, width, height);
    }

    /// <summary>Where it lies at a moment.</summary>
    /// <param name="along">How far the clip's move is.</param>
    public static Placement At(Print ground, PhotoPlan plan, double along)
    {
        var (size, way) = (plan.Size, plan.Ground);
        var scale = Margin * Math.Pow(way.Scale, along) * Math.Max(1, 1 / way.Scale);
        var (width, height) = (size.Width * scale, size.Height * scale);
        var (dx, dy) = (way.X * size.Width * (along - 0.5), way.Y * size.Height * (along - 0.5));
        return ground.Fill((size.Width - width) / 2 + dx, (size.Height - height) / 2 + dy, width, height);
    }

    private static (int Width, int Height) Sides(FrameSize size) =>
        ((int)(size.Width * Margin / Coarseness / 2) * 2 + 2, (int)(size.Height * Margin / Coarseness / 2) * 2 + 2);

    private static double Away(double x, double y, FrameSize size)
    {
        var unit = Math.Min(size.Width, size.Height);
        var (dx, dy) = ((x - 0.5) * size.Width / unit, (y - 0.46) * size.Height / unit);
        var away = Math.Clamp(Math.Sqrt(dx * dx + dy * dy) / 1.05, 0, 1);
        return away * away * (3 - 2 * away);
    }

    private static void Paint(Span<byte> pixel, Colour colour, int x, int y)
    {
        // Fine noise hides the steps of so flat a gradient (interleaved gradient noise, as in the sky).
        var swirl = 0.06711056 * x + 0.00583715 * y;
        var grain = 52.9829189 * (swirl - Math.Floor(swirl));
        var noise = (grain - Math.Floor(grain)) * 1.8 - 0.4;
        (pixel[0], pixel[1], pixel[2], pixel[3]) = (Channel(colour.Red), Channel(colour.Green), Channel(colour.Blue), byte.MaxValue);
        byte Channel(double value) => (byte)Math.Clamp(value * 255 + noise, 0, 255);
    }

    private static Surface Shrink(Surface photo, PhotoPart part, int width, int height)
    {
        var small = new Surface(width, height);
        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = Span(part.Top, part.Height, y, height, photo.Height);
            var to = small.Row(y);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = Span(part.Left, part.Width, x, width, photo.Width);
                Mean(photo, left, top, right, bottom, to.Slice(x * 4, 4));
            }
        }

        return small;
    }

    private static (int From, int Until) Span(double start, double length, int index, int count, int pixels)
    {
        var from = Math.Min(pixels - 1, (int)((start + length * index / count) * pixels));
        return (from, Math.Clamp((int)((start + length * (index + 1) / count) * pixels), from + 1, pixels));
    }

    private static void Mean(Surface photo, int left, int top, int right, int bottom, Span<byte> to)
    {
        Span<int> sums = stackalloc int[4];
        sums.Clear();
        for (var y = top; y < bottom; y++)
        {
            var row = photo.Row(y);
            for (var x = left * 4; x < right * 4; x++)
                sums[x & 3] += row[x];
        }

        // What shows through becomes black: the ground hides everything.
        var count = (right - left) * (bottom - top);
        for (var channel = 0; channel < 3; channel++)
            to[channel] = (byte)(sums[channel] / count);
        to[3] = byte.MaxValue;
    }

    /// <summary>The mean colour of what is not transparent.</summary>
    internal static Colour Average(Surface surface)
    {
        long red = 0, green = 0, blue = 0, alpha = 0;
        for (var y = 0; y < surface.Height; y++)
        {
            var row = surface.Row(y);
            for (var at = 0; at < row.Length; at += 4)
                (red, green, blue, alpha) = (red + row[at], green + row[at + 1], blue + row[at + 2], alpha + row[at + 3]);
        }

        return alpha == 0 ? Colour.White : new((double)red / alpha, (double)green / alpha, (double)blue / alpha);
    }
}
