using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>A layer that stands still in the picture, such as the sky's gradient.</summary>
internal sealed class FixedLayer(LayerRaster raster, Placement placement) : IStageLayer
{
    public bool TryDraw(int frame, double time, out Drawn drawn)
    {
        drawn = new Drawn(raster, placement);
        return true;
    }

    public void Dispose() => raster.Dispose();
}
