namespace Rushes.Engine.Library;

/// <summary>What a second of clip costs.</summary>
/// <param name="PerSecond">In <paramref name="Currency"/>.</param>
/// <param name="Resolution">Only at this one; null: at any other.</param>
/// <param name="Upscaling">The price of enlarging a clip to the resolution, not of filming it.</param>
public sealed record ModelPrice(decimal PerSecond, string? Resolution = null, bool Upscaling = false, string Currency = "USD");
