namespace Rushes.Providers.Animatic.Art;

/// <summary>The light along the edges of figures.</summary>
/// <param name="From">Where it comes from: right and up are [1, -1].</param>
internal sealed record RimFile(string Color, double Strength, double[] From);
