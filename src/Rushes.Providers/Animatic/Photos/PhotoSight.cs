using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>Looks at pictures that may be transparent: is it a thing on nothing, and where is the thing?</summary>
internal sealed class PhotoSight(PhotoLab lab)
{
    /// <summary>Pixels of the longer side of the small print that is looked at.</summary>
    private const int ThumbSide = 128;

    /// <summary>Parts of a picture that must show through before it counts as cut out: round corners do not.</summary>
    private const double LeastThrough = 0.05;

    /// <summary>Alpha from which something is seen.</summary>
    private const byte Seen = 24;

    /// <returns>The part of the picture that the thing takes; null when the picture is not cut out.</returns>
    public async Task<PhotoPart?> InkAsync(PhotoFile photo, CancellationToken cancellation)
    {
        if (!photo.MayShowThrough)
            return null;
        var scale = (double)ThumbSide / Math.Max(photo.Width, photo.Height);
        using var thumb = await lab.DevelopAsync(photo, PhotoPart.Whole, Side(photo.Width * scale), Side(photo.Height * scale), cancellation);
        return Ink(thumb);
    }

    internal static PhotoPart? Ink(Surface surface)
    {
        var (left, top, right, bottom, through) = (surface.Width, surface.Height, 0, 0, 0);
        for (var y = 0; y < surface.Height; y++)
        {
            var row = surface.Row(y);
            for (var x = 0; x < surface.Width; x++)
            {
                through += row[x * 4 + 3] < 128 ? 1 : 0;
                if (row[x * 4 + 3] < Seen)
                    continue;
                (left, right) = (Math.Min(left, x), Math.Max(right, x + 1));
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y + 1));
            }
        }

        if (through < LeastThrough * surface.Width * surface.Height || right <= left)
            return null;

        // A pixel of the small print is several of the picture: what is half seen there may begin one earlier.
        (left, top, right, bottom) = (Math.Max(0, left - 1), Math.Max(0, top - 1), Math.Min(surface.Width, right + 1), Math.Min(surface.Height, bottom + 1));
        return new PhotoPart((double)left / surface.Width, (double)top / surface.Height, (double)(right - left) / surface.Width, (double)(bottom - top) / surface.Height);
    }

    private static int Side(double length) => Math.Max(2, (int)Math.Round(length));
}
