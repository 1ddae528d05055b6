using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>A cel drawn: its pixels and where their upper left corner stands on the stage.</summary>
/// <param name="Raster">Null when nothing of it is in the picture.</param>
internal sealed record CelRaster(LayerRaster? Raster, double Left, double Top, double PixelsAUnit, FacePatches? Face) : IDisposable
{
    public void Dispose()
    {
        Raster?.Dispose();
        Face?.Dispose();
    }
}
