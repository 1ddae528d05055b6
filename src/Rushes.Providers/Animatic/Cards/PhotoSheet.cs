using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Photos;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>Develops a photo so that it fills a rectangle: a part of it, a detail, a slice, or a cut-out thing before a sheet in the film's colours.</summary>
internal static class PhotoSheet
{
    /// <param name="item">Says which part, and how muted.</param>
    public static async Task<Surface> DevelopAsync(PhotoLab lab, CardPhoto photo, ItemFile item, int width, int height, Scheme scheme, CancellationToken cancellation)
    {
        var picture = photo.IsCutOut
            ? await BackedAsync(lab, photo, item, width, height, scheme, cancellation)
            : await lab.DevelopAsync(photo.File, Part(photo.File.Proportion, item, (double)width / height), width, height, cancellation);
        if (item.Muted > 0)
            RimPainter.Grade(picture, MutedGrade(item.Muted));
        return picture;
    }

    /// <param name="muted">0 is as it is, 1 nearly grey and darker.</param>
    public static Grade MutedGrade(double muted) => Grade.None.Saturated(1 - 0.85 * muted).Lit(Colour.White * (1 - 0.22 * muted));

    /// <summary>The part of a photo that an item shows in a rectangle.</summary>
    internal static PhotoPart Part(double proportion, ItemFile item, double wanted)
    {
        var (x, y) = (item.Focus[0] / 100, item.Focus[1] / 100);
        if (item.Slice is [var slice, var count])
        {
            var together = PhotoPart.Filling(proportion, wanted * count, x, y);
            return together with { Left = together.Left + together.Width * slice / count, Width = together.Width / count };
        }

        var part = PhotoPart.Filling(proportion, wanted, x, y);
        var (width, height) = (part.Width / item.Zoom, part.Height / item.Zoom);
        return new(
            Math.Clamp(part.Left + part.Width * x - width / 2, 0, 1 - width),
            Math.Clamp(part.Top + part.Height * y - height / 2, 0, 1 - height),
            width,
            height);
    }

    private static async Task<Surface> BackedAsync(PhotoLab lab, CardPhoto photo, ItemFile item, int width, int height, Scheme scheme, CancellationToken cancellation)
    {
        var backing = SurfaceLay.Flat(width, height, Colour.Mix(scheme.Of("paper"), scheme.Of("brand-2"), 0.32));
        var high = Math.Min(height * 0.84, width * 0.8 / photo.Proportion) * item.Zoom;
        var wide = high * photo.Proportion;

        // Nearer, the point of the thing that matters comes to the middle.
        var (x, y) = item.Zoom > 1 ? (item.Focus[0] / 100, item.Focus[1] / 100) : (0.5, 0.5);
        var (left, top) = ((int)(width / 2.0 - wide * x), (int)(height / 2.0 - high * y));
        using var thing = await lab.DevelopAsync(photo.File, photo.Seen, Even(wide), Even(high), cancellation);
        SoftShadow.Under(backing, thing, left, top + height / 60, height / 45.0, 0.3);
        SurfaceLay.Over(backing, thing, left, top);
        return backing;
    }

    private static int Even(double length) => Math.Max(2, (int)Math.Round(length / 2) * 2);
}
