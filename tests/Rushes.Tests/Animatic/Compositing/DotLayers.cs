using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Tests.Animatic.Compositing;

/// <summary>A handful of layers to compose: a ground that hides, spots with soft edges, a small thing, something that fades.</summary>
internal sealed class DotLayers : IDisposable
{
    private readonly LayerRaster _ground = Noise(240, 400, opaque: true);
    private readonly LayerRaster _spots = Spots(260, 420, spacing: 37);
    private readonly LayerRaster _small = Spots(51, 33, spacing: 20);
    private readonly LayerRaster _half = Spots(130, 210, spacing: 60);

    public Drawn[] At(int step) =>
    [
        new(_ground, new Placement(-20 - step * 1.37, -30 + step * 0.61, 0.93 + step * 0.02, 0.93 + step * 0.02)),
        new(_half, new Placement(-12 + step * 2.9, -20.5, 2.02, 2.02)),
        new(_spots, new Placement(-40.25 + step * 3.1, -44 - step * 2.3, 1.1 - step * 0.01, 1.1 - step * 0.012, 1 - step * 0.05)),
        new(_small, new Placement(120 - step * 20.3, 20 + step * 31.7, 1, 1)),
    ];

    public void Dispose()
    {
        _ground.Dispose();
        _spots.Dispose();
        _small.Dispose();
        _half.Dispose();
    }

    public static unsafe LayerRaster Noise(int width, int height, bool opaque)
    {
        var raster = new LayerRaster(width, height);
        uint state = 12345;
        for (var at = 0L; at < LayerRaster.BytesOf(width, height); at++)
        {
            state = state * 1664525 + 1013904223;
            raster.Luma[at] = (byte)(16 + (state >> 24) % 200);
        }

        if (opaque)
        {
            raster.Bytes((long)width * height, width * height).Fill(255);
            raster.Bytes(LayerRaster.BytesOf(width, height) - raster.ChromaWidth * raster.ChromaHeight, raster.ChromaWidth * raster.ChromaHeight).Fill(255);
        }

        raster.Measure();
        return raster;
    }

    /// <summary>Round spots with soft edges on a grid, light on nothing.</summary>
    public static unsafe LayerRaster Spots(int width, int height, int spacing, double radius = 6)
    {
        var raster = new LayerRaster(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var alpha = SpotAt(x + 0.5, y + 0.5, width, height, spacing, radius);
                raster.Alpha[y * width + x] = (byte)Math.Round(255 * alpha);
                raster.Luma[y * width + x] = (byte)Math.Round(220 * alpha);
            }
        }

        for (var y = 0; y < raster.ChromaHeight; y++)
        {
            for (var x = 0; x < raster.ChromaWidth; x++)
            {
                var alpha = SpotAt(x * 2 + 1, y * 2 + 1, width, height, spacing, radius);
                var at = y * raster.ChromaWidth + x;
                (raster.ChromaAlpha[at], raster.U[at], raster.V[at]) = ((byte)(255 * alpha), (byte)(90 * alpha), (byte)(160 * alpha));
            }
        }

        raster.Measure();
        return raster;
    }

    public static unsafe LayerRaster Waves(int height, int period)
    {
        var width = period + 32;
        var raster = new LayerRaster(width, height) { RepeatX = period, RepeatY = true };
        for (var at = 0; at < width * height; at++)
            raster.Luma[at] = (byte)Math.Round(Wave(at % width + 0.5, at / width + 0.5, period));
        raster.Bytes((long)width * height, width * height).Fill(255);
        raster.Bytes(2L * width * height, raster.ChromaWidth * raster.ChromaHeight * 3).Fill(255);
        raster.Measure();
        return raster;
    }

    public static double Wave(double x, double y, double period) =>
        120 + 40 * Math.Sin(x * Math.Tau / period) + 40 * Math.Cos(y * Math.Tau / period);

    private static double SpotAt(double x, double y, int width, int height, int spacing, double radius)
    {
        if (x < 2 || y < 2 || x > width - 2 || y > height - 2)
            return 0;
        var (dx, dy) = (x - (Math.Floor(x / spacing) + 0.5) * spacing, y - (Math.Floor(y / spacing) + 0.5) * spacing);
        return Math.Clamp(radius - Math.Sqrt(dx * dx + dy * dy), 0, 1);
    }
}
