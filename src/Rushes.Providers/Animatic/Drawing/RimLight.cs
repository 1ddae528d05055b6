namespace Rushes.Providers.Animatic.Drawing;

/// <summary>A light from behind that draws an edge along figures.</summary>
/// <param name="Strength">0 to 1.</param>
/// <param name="FromX">Where it comes from; -1 is left.</param>
/// <param name="FromY">Where it comes from; -1 is above.</param>
/// <param name="Width">Pixels.</param>
internal sealed record RimLight(Colour Color, double Strength, double FromX, double FromY, double Width);
