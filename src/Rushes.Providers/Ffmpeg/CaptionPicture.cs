using Rushes.Engine.Cutting.Captions;

namespace Rushes.Providers.Ffmpeg;

/// <summary>A drawn caption.</summary>
/// <param name="Page">Its text and times.</param>
/// <param name="Box">Where it lies in the picture.</param>
/// <param name="Rgba">Rows of red, green, blue, alpha, one byte each, premultiplied.</param>
public sealed record CaptionPicture(CaptionPage Page, PixelBox Box, byte[] Rgba);
