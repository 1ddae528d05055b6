using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Tests.Animatic.Compositing;

/// <summary>What the compositor should do, said as simply as possible: a pixel at a time, in doubles, nothing skipped.</summary>
internal static class PlainCompositor
{
    public static double[] Luma(IReadOnlyList<Drawn> layers, FrameSize size)
    {
        var picture = new double[size.Width * size.Height];
        for (var at = 0; at < picture.Length; at++)
        {
            picture[at] = 16;
            foreach (var (raster, place) in layers)
            {
                var x = (at % size.Width + 0.5 - place.X) / place.ScaleX - 0.5;
                var y = (at / size.Width + 0.5 - place.Y) / place.ScaleY - 0.5;
                if (x < -0.5 || y < -0.5 || x >= raster.Width - 0.5 || y >= raster.Height - 0.5)
                    continue;
                var (light, alpha) = Sample(raster, x, y);
                picture[at] = light * place.Opacity + picture[at] * (1 - alpha / 255 * place.Opacity);
            }
        }

        return picture;
    }

    private static unsafe (double Light, double Alpha) Sample(LayerRaster raster, double x, double y)
    {
        double light = 0, alpha = 0;
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        for (var corner = 0; corner < 4; corner++)
        {
            var (dx, dy) = (corner & 1, corner >> 1);
            var weight = (dx == 0 ? 1 - (x - left) : x - left) * (dy == 0 ? 1 - (y - top) : y - top);
            var at = Math.Clamp(top + dy, 0, raster.Height - 1) * raster.Width + Math.Clamp(left + dx, 0, raster.Width - 1);
            light += weight * raster.Luma[at];
            alpha += weight * raster.Alpha[at];
        }

        return (light, alpha);
    }
}
