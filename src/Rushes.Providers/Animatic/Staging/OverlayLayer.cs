using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>An overlay drawn; it has few pixels because it is soft.</summary>
internal sealed class OverlayLayer(Overlay overlay, LayerRaster raster, FrameSize size) : IStageLayer
{
    /// <summary>An overlay stands out over the picture's edges by this part.</summary>
    public const double Margin = 0.04;

    private const double OpeningSeconds = 0.7;
    private const double BreathSeconds = 4.3;

    public bool TryDraw(int frame, double time, out Drawn drawn)
    {
        var breath = overlay.PulseLeast + (1 - overlay.PulseLeast) * (1 - Math.Cos(time / BreathSeconds * Math.Tau)) / 2;
        var opened = overlay.Opens ? Math.Clamp(time / OpeningSeconds, 0, 1) : 1;
        var tall = overlay.Opens ? 1 + 0.3 * opened * opened * (3 - 2 * opened) : 1;
        var (swayX, swayY) = overlay.Sways ? (Math.Sin(time * 1.7) * 0.012, Math.Sin(time * 1.13 + 1) * 0.008) : (0, 0);
        var wide = 1 + 2 * Margin;
        var (scaleX, scaleY) = (size.Width * wide / raster.Width, size.Height * wide * tall / raster.Height);
        drawn = new Drawn(raster, new Placement(
            size.Width * (0.5 + swayX) - raster.Width * scaleX / 2,
            size.Height * (0.5 + swayY) - raster.Height * scaleY / 2,
            scaleX,
            scaleY,
            overlay.Opacity * breath));
        return true;
    }

    public void Dispose() => raster.Dispose();
}
