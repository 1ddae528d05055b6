using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Photos;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>Paints what fills the picture behind a card: a drawing in the film's colours, or a photo.</summary>
internal sealed class GroundPainter(Press press, Scheme scheme, CardRoom room, double seconds)
{
    /// <summary>A shade is soft: an eighth of the pixels will do.</summary>
    private const int Coarseness = 8;

    public async Task<IReadOnlyList<IStageLayer>> PaintAsync(BackgroundFile file, IReadOnlyList<CardPhoto> photos, CancellationToken cancellation)
    {
        var ground = file.Drawing is { } drawing ? await DrawingAsync(file, drawing, cancellation) : await PhotoAsync(file, photos[file.Photo % photos.Count].File, cancellation);
        var layer = new PrintLayer(ground, time => Pushed(ground, file.Push * Math.Clamp(time / seconds, 0, 1)));
        return file.Shade.Count > 0 ? [layer, Shade(file.Shade)] : [layer];
    }

    /// <summary>The part of a drawing that is seen, in stage units.</summary>
    internal static StageBox Region(BackgroundFile file, StageBox view, CardRoom room)
    {
        var unit = room.Size.Height / 1000.0;
        var (width, height) = (room.Size.Width / unit, 1000.0);
        var (left, top) = (-width / 2, 0.0);
        if (file is { Anchor: [var x, var y], At: [var across, var down] })
        {
            left = x - (room.Box.Left + room.Box.Width * across / 100) / unit;
            top = y - (room.Box.Top + room.Box.Height * down / 100) / unit;
        }

        // Beyond its edges a drawing is empty.
        return new StageBox(
            Math.Clamp(left, view.Left, Math.Max(view.Left, view.Right - width)),
            Math.Clamp(top, view.Top, Math.Max(view.Top, view.Bottom - height)),
            width,
            height);
    }

    private Placement Pushed(Print ground, double push)
    {
        var (width, height) = (room.Size.Width * (1 + push), room.Size.Height * (1 + push));
        return ground.Fill((room.Size.Width - width) / 2, (room.Size.Height - height) / 2, width, height);
    }

    private async Task<Print> DrawingAsync(BackgroundFile file, string name, CancellationToken cancellation)
    {
        var drawing = press.Drawing(name);
        var whole = new PixelBox(0, 0, room.Size.Width, room.Size.Height);
        var view = drawing.View(new SvgView { Classes = scheme.ClassesWith(file.Colours) }, Region(file, drawing.ViewBox, room), whole);
        var order = new DrawOrder(SvgDrawing.Sheet(whole.Width, whole.Height, [view]), whole.Width, whole.Height, Look.Plain, [new SheetCut(whole, whole)]);
        return new Print((await press.Rasteriser.DrawAsync(order, cancellation))[0]!.Raster, whole.Width, whole.Height);
    }

    private async Task<Print> PhotoAsync(BackgroundFile file, PhotoFile photo, CancellationToken cancellation)
    {
        var size = room.Size;
        var grow = 1 + file.Push;
        var (width, height) = (Even(size.Width * grow), Even(size.Height * grow));
        var part = PhotoPart.Filling(photo.Proportion, (double)width / height, down: 0.42);
        using var surface = await press.Lab.DevelopAsync(photo, part, width, height, cancellation);
        if (file.Muted > 0)
            RimPainter.Grade(surface, PhotoSheet.MutedGrade(file.Muted));
        if (file.Blurred)
            return Backdrop.Enlarged(surface, size);
        return new Print(Developer.DevelopExactly(surface, new PixelBox(0, 0, width, height), Look.Plain).Raster, width, height);
    }

    /// <summary>Ink over the whole width, denser and thinner from top to bottom.</summary>
    private FixedLayer Shade(IReadOnlyList<IReadOnlyList<double>> stops)
    {
        var ink = scheme.Of("ink");
        using var shade = new Surface(4, room.Size.Height / Coarseness + 2);
        for (var y = 0; y < shade.Height; y++)
        {
            var alpha = Between(stops, (y + 0.5) / shade.Height * 100);
            var row = shade.Row(y);
            for (var at = 0; at < row.Length; at += 4)
                (row[at], row[at + 1], row[at + 2], row[at + 3]) = (Channel(ink.Red * alpha), Channel(ink.Green * alpha), Channel(ink.Blue * alpha), Channel(alpha));
        }

        var drawn = Developer.DevelopExactly(shade, new PixelBox(0, 0, shade.Width, shade.Height), Look.Plain);
        return new FixedLayer(drawn.Raster, new Placement(0, 0, (double)room.Size.Width / shade.Width, (double)room.Size.Height / shade.Height));
    }

    private static double Between(IReadOnlyList<IReadOnlyList<double>> stops, double at)
    {
        for (var index = 1; index < stops.Count; index++)
        {
            var (before, after) = (stops[index - 1], stops[index]);
            if (at > after[0] && index < stops.Count - 1)
                continue;
            var share = Math.Clamp((at - before[0]) / Math.Max(1e-6, after[0] - before[0]), 0, 1);
            return before[1] + (after[1] - before[1]) * share * share * (3 - 2 * share);
        }

        return stops[0][1];
    }

    private static byte Channel(double value) => (byte)Math.Round(Math.Clamp(value, 0, 1) * 255);

    private static int Even(double length) => (int)Math.Ceiling(length / 2) * 2;
}
