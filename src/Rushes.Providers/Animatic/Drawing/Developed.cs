using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>A layer cut from a drawing, and where in the drawing it was.</summary>
/// <param name="Left">Pixels of the drawing, even.</param>
/// <param name="Top">Pixels of the drawing, even.</param>
internal sealed record Developed(LayerRaster Raster, int Left, int Top) : IDisposable
{
    public void Dispose() => Raster.Dispose();
}
