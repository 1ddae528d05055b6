using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Shooting;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Staging;
using Rushes.Providers.Ffmpeg;
using FontFolder = Rushes.Engine.Cutting.Captions.FontFolder;

namespace Rushes.Providers.Animatic.Lettering;

/// <summary>Draws the captions of a clip as layers, laid out like those that are burned into other clips.</summary>
internal sealed class CaptionArtist(CaptionPainter painter, PlatformZones zones, FontFolder fonts)
{
    public async Task<IReadOnlyList<IStageLayer>> DrawAsync(ShotOrder order, CancellationToken cancellation)
    {
        if (order.Captions.Count == 0)
            return [];
        var sheet = Sheet(order);
        var pictures = await painter.PaintAsync(sheet, cancellation);
        return [.. pictures.Select(picture => Layer(picture.Rgba, picture.Box, picture.Page.Start, picture.Page.End))];
    }

    /// <summary>Pixels from the top of the picture that no caption of a clip reaches into.</summary>
    public int FreeUntil(ShotOrder order)
    {
        if (order.Captions.Count == 0)
            return order.Size.Height;
        var sheet = Sheet(order);
        return Enumerable.Range(0, sheet.Pages.Count).Select(page => sheet.Bounds(page).Y).DefaultIfEmpty(order.Size.Height).Min();
    }

    private CaptionSheet Sheet(ShotOrder order) =>
        new(order.Captions, order.Size, zones.Of(order.Platform, order.Size), fonts, order.Language, order.Rate.Seconds(order.Frames));

    /// <param name="rgba">Premultiplied.</param>
    internal static CaptionLayer Layer(ReadOnlySpan<byte> rgba, Engine.Cutting.Captions.PixelBox box, double start, double end)
    {
        // Even edges keep the chroma on the pixels of the picture.
        var (left, top) = (box.X & 1, box.Y & 1);
        using var surface = new Surface((left + box.Width + 1) & ~1, (top + box.Height + 1) & ~1);
        surface.Clear();
        for (var row = 0; row < box.Height; row++)
            rgba.Slice(row * box.Width * 4, box.Width * 4).CopyTo(surface.Row(top + row)[(left * 4)..]);
        var developed = Developer.DevelopExactly(surface, new Drawing.PixelBox(0, 0, surface.Width, surface.Height), Look.Plain);
        return new CaptionLayer(developed.Raster, box.X - left, box.Y - top, start, end);
    }
}
