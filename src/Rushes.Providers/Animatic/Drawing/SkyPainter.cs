using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>Paints the sky's gradient over the whole picture, dithered so finely that 8 bits show no bands.</summary>
internal static unsafe class SkyPainter
{
    /// <param name="size">The picture.</param>
    /// <param name="colours">From the top to the horizon; at least one.</param>
    /// <param name="top">Picture rows where the gradient begins; may be negative.</param>
    /// <param name="horizon">Picture rows where it ends.</param>
    public static LayerRaster Paint(FrameSize size, IReadOnlyList<Colour> colours, double top, double horizon)
    {
        var raster = new LayerRaster(size.Width, size.Height);
        var weights = new PlaneWeights(Look.Plain);
        for (var y = 0; y < raster.Height; y++)
        {
            var value = Value(At(colours, y + 0.5, top, horizon), weights.Luma);
            for (var x = 0; x < raster.Width; x++)
                raster.Luma[(long)y * raster.Width + x] = (byte)(value + Dither(x, y));
        }

        for (var y = 0; y < raster.ChromaHeight; y++)
        {
            var colour = At(colours, y * 2 + 1, top, horizon);
            var (u, v) = (Value(colour, weights.U), Value(colour, weights.V));
            for (var x = 0; x < raster.ChromaWidth; x++)
            {
                raster.U[(long)y * raster.ChromaWidth + x] = (byte)(u + Dither(x + 31, y + 17));
                raster.V[(long)y * raster.ChromaWidth + x] = (byte)(v + Dither(x + 11, y + 47));
            }
        }

        new Span<byte>(raster.Alpha, raster.Width * raster.Height).Fill(byte.MaxValue);
        new Span<byte>(raster.ChromaAlpha, raster.ChromaWidth * raster.ChromaHeight).Fill(byte.MaxValue);
        raster.Measure();
        return raster;
    }

    private static Colour At(IReadOnlyList<Colour> colours, double y, double top, double horizon)
    {
        var along = Math.Clamp((y - top) / Math.Max(1, horizon - top), 0, 1) * (colours.Count - 1);
        var index = Math.Min((int)along, Math.Max(0, colours.Count - 2));
        return colours.Count == 1 ? colours[0] : Colour.Mix(colours[index], colours[index + 1], Ease(along - index));
    }

    // Softens the corner where two pieces of the gradient meet, which the eye takes for an edge.
    private static double Ease(double share) => share + (share * share * (3 - 2 * share) - share) * 0.4;

    private static double Value(Colour colour, (float Red, float Green, float Blue, float Constant) weights) =>
        255 * (colour.Red * weights.Red + colour.Green * weights.Green + colour.Blue * weights.Blue + weights.Constant);

    /// <summary>Interleaved gradient noise (Jimenez, "Next Generation Post Processing in Call of Duty", 2014), 0 to 1.</summary>
    private static double Dither(int x, int y)
    {
        var value = 52.9829189 * Fraction(0.06711056 * x + 0.00583715 * y);
        return Fraction(value);
    }

    private static double Fraction(double value) => value - Math.Floor(value);
}
