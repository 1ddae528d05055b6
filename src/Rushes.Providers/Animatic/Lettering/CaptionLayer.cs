using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Lettering;

/// <summary>Text that appears in the picture for a time, drawn once.</summary>
/// <param name="start">Seconds.</param>
/// <param name="end">Seconds.</param>
internal sealed class CaptionLayer(LayerRaster raster, double x, double y, double start, double end) : IStageLayer
{
    /// <summary>Seconds to come and to go; short, because reading begins at once.</summary>
    private const double Fade = 0.12;

    public bool TryDraw(int frame, double time, out Drawn drawn)
    {
        var opacity = time < start || time >= end ? 0 : Math.Min(1, Math.Min((time - start) / Fade + 0.34, (end - time) / Fade + 0.1));
        drawn = new Drawn(raster, new Placement(x, y, 1, 1, opacity));
        return opacity > 0;
    }

    public void Dispose() => raster.Dispose();
}
