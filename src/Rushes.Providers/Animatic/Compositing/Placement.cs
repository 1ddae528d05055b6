namespace Rushes.Providers.Animatic.Compositing;

/// <summary>Where a layer lands in one frame: <c>x' = X + ScaleX * x</c>, the same for y, in pixel edges.</summary>
/// <param name="X">Output pixels of the layer's left edge.</param>
/// <param name="Y">Output pixels of the layer's top edge.</param>
/// <param name="ScaleX">Output pixels a layer pixel, at least 0.5.</param>
/// <param name="ScaleY">Output pixels a layer pixel, at least 0.5.</param>
/// <param name="Opacity">0 to 1.</param>
/// <param name="From">The first output row on which anything is shown; even.</param>
internal readonly record struct Placement(double X, double Y, double ScaleX, double ScaleY, double Opacity = 1, int From = 0);
