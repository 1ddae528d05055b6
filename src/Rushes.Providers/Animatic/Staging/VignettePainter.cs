using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Darkens the corners of the picture: a quarter of the pixels is plenty for something so soft.</summary>
internal static unsafe class VignettePainter
{
    private const int Coarseness = 4;

    /// <param name="strength">How dark the corners become, 0 to 1.</param>
    public static FixedLayer Layer(FrameSize size, double strength)
    {
        var raster = new LayerRaster(Coarse(size.Width), Coarse(size.Height));
        for (var y = 0; y < raster.Height; y++)
        {
            for (var x = 0; x < raster.Width; x++)
            {
                var alpha = At((x + 0.5) / raster.Width, (y + 0.5) / raster.Height, strength);
                raster.Alpha[y * raster.Width + x] = (byte)Math.Round(alpha * 255);
                raster.Luma[y * raster.Width + x] = (byte)Math.Round(alpha * 16);
            }
        }

        for (var y = 0; y < raster.ChromaHeight; y++)
        {
            for (var x = 0; x < raster.ChromaWidth; x++)
            {
                var alpha = At((x + 0.5) / raster.ChromaWidth, (y + 0.5) / raster.ChromaHeight, strength);
                var at = y * raster.ChromaWidth + x;
                raster.ChromaAlpha[at] = (byte)Math.Round(alpha * 255);
                raster.U[at] = raster.V[at] = (byte)Math.Round(alpha * 128);
            }
        }

        raster.Measure();
        return new FixedLayer(raster, new Placement(0, 0, (double)size.Width / raster.Width, (double)size.Height / raster.Height));
    }

    private static double At(double x, double y, double strength)
    {
        var (dx, dy) = (x * 2 - 1, y * 2 - 1);
        var away = Math.Clamp((Math.Sqrt(dx * dx * 0.8 + dy * dy) - 0.55) / 0.8, 0, 1);
        return strength * away * away * (3 - 2 * away);
    }

    private static int Coarse(int length) => (length / Coarseness + 1) / 2 * 2 + 2;
}
