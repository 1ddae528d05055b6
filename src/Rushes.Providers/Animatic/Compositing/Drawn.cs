namespace Rushes.Providers.Animatic.Compositing;

/// <summary>A layer in one frame.</summary>
internal readonly record struct Drawn(LayerRaster Raster, Placement Placement);
