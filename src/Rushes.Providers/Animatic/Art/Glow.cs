namespace Rushes.Providers.Animatic.Art;

/// <summary>A soft light, in stage units.</summary>
internal sealed record Glow(double X, double Y, double Radius, string Color);
