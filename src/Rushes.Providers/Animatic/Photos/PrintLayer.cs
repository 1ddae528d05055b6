using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>Something that moves as a function of time.</summary>
/// <param name="place">Where the print is at a second of the clip.</param>
internal sealed class PrintLayer(Print print, Func<double, Placement> place) : IStageLayer
{
    public bool TryDraw(int frame, double time, out Drawn drawn)
    {
        drawn = new Drawn(print.Raster, place(time));
        return drawn.Placement.Opacity > 0;
    }

    public void Dispose() => print.Dispose();
}
