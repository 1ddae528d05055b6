namespace Rushes.Providers.Animatic.Drawing;

/// <summary>A layer to be cut from a sheet.</summary>
/// <param name="Box">Where on the sheet its drawing stands; even.</param>
/// <param name="Exact">The box within <paramref name="Box"/> to deliver whole, visible or not; null cuts to what is visible.</param>
internal sealed record SheetCut(PixelBox Box, PixelBox? Exact = null);
