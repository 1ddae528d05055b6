namespace Rushes.Providers.Animatic.Cards;

/// <summary>Where a drawn thing rests and what it does.</summary>
/// <param name="Left">Picture pixels of its raster's left edge, upright.</param>
/// <param name="Top">Picture pixels of its raster's upper edge, upright.</param>
/// <param name="Density">Raster pixels a picture pixel.</param>
/// <param name="PivotX">The picture's point about which it turns and grows.</param>
/// <param name="PivotY">The picture's point about which it turns and grows.</param>
/// <param name="Tilt">Degrees that it leans at rest.</param>
internal sealed record Sprite(double Left, double Top, double Density, double PivotX, double PivotY, double Tilt, double Opacity, Act Act);
