namespace Rushes.Providers.Animatic.Staging;

/// <summary>Light or dark over the finished picture, as wide and high as it: <c>data/overlays</c>.</summary>
/// <param name="File">The drawing; stretched to the picture.</param>
/// <param name="Opacity">0 to 1.</param>
/// <param name="PulseLeast">The least part of its opacity in a breath; 1 does not breathe.</param>
/// <param name="Opens">The clip begins with it larger: eyes that open.</param>
/// <param name="Sways">Follows the hand that holds the camera.</param>
internal sealed record Overlay(string File, double Opacity, double PulseLeast = 1, bool Opens = false, bool Sways = false);
