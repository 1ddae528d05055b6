using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Tests.Animatic.Compositing;

/// <summary>What the compositor should do, said as simply as possible: a pixel at a time, in doubles, nothing skipped.</summary>
internal static unsafe class PlainCompositor
{
    public static double[] Luma(IReadOnlyList<Drawn> layers, FrameSize size) => Compose(
        layers, size.Width, size.Height, 16, 1, raster => (raster.Width, raster.Height), raster => (nint)raster.Luma, raster => (nint)raster.Alpha);

    public static double[] U(IReadOnlyList<Drawn> layers, FrameSize size) => Compose(
        layers, size.Width / 2, size.Height / 2, 128, 0.5, raster => (raster.ChromaWidth, raster.ChromaHeight), raster => (nint)raster.U, raster => (nint)raster.ChromaAlpha);

    private static double[] Compose(
        IReadOnlyList<Drawn> layers,
        int width,
        int height,
        double ground,
        double part,
        Func<LayerRaster, (int Width, int Height)> sizeOf,
        Func<LayerRaster, nint> colourOf,
        Func<LayerRaster, nint> alphaOf)
    {
        var picture = new double[width * height];
        for (var at = 0; at < picture.Length; at++)
        {
            picture[at] = ground;
            foreach (var (raster, place) in layers)
            {
                var (columns, rows) = sizeOf(raster);
                var x = (at % width + 0.5 - place.X * part) / place.ScaleX - 0.5;
                var y = (at / width + 0.5 - place.Y * part) / place.ScaleY - 0.5;
                if (x < -0.5 || y < -0.5 || x >= columns - 0.5 || y >= rows - 0.5)
                    continue;
                var colour = Sample((byte*)colourOf(raster), columns, rows, x, y);
                var alpha = Sample((byte*)alphaOf(raster), columns, rows, x, y);
                picture[at] = colour * place.Opacity + picture[at] * (1 - alpha / 255 * place.Opacity);
            }
        }

        return picture;
    }

    private static double Sample(byte* plane, int width, int height, double x, double y)
    {
        double value = 0;
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        for (var corner = 0; corner < 4; corner++)
        {
            var (dx, dy) = (corner & 1, corner >> 1);
            var weight = (dx == 0 ? 1 - (x - left) : x - left) * (dy == 0 ? 1 - (y - top) : y - top);
            value += weight * plane[Math.Clamp(top + dy, 0, height - 1) * width + Math.Clamp(left + dx, 0, width - 1)];
        }

        return value;
    }
}
