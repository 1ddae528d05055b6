using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>A developed picture, and the border that belongs to its raster but not to it.</summary>
/// <param name="Width">Pixels of the picture itself.</param>
/// <param name="Height">Pixels of the picture itself.</param>
internal sealed record Print(LayerRaster Raster, int Width, int Height) : IDisposable
{
    private double BorderX => (Raster.Width - Width) / 2.0;

    private double BorderY => (Raster.Height - Height) / 2.0;

    /// <summary>Where the raster lands so that the picture takes a box of the frame.</summary>
    public Placement Fill(double left, double top, double width, double height, double opacity = 1)
    {
        var (scaleX, scaleY) = (width / Width, height / Height);
        return new(left - BorderX * scaleX, top - BorderY * scaleY, scaleX, scaleY, opacity);
    }

    public void Dispose() => Raster.Dispose();
}
