using Microsoft.Extensions.Logging;
using Rushes.Engine.Shooting;
using Rushes.Film.Briefs;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Filming;
using Rushes.Providers.Animatic.Lettering;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Photos;

/// <summary>Films a user's picture: chooses a move, develops the picture once, lets the camera glide over it.</summary>
internal sealed partial class PhotoFilmer(PhotoLab lab, MoveChooser moves, CaptionArtist captions, ClipWriter writer, ILogger logger)
{
    /// <summary>Pixels of the longer side of the small print that tells whether a picture shows through.</summary>
    private const int ThumbSide = 96;

    /// <summary>Parts of a picture that must show through before it counts as cut out: round corners do not.</summary>
    private const double LeastThrough = 0.05;

    private readonly PhotoPrinter _printer = new(lab);

    /// <param name="path">The file to write; not there before.</param>
    /// <param name="progress">Told parts of the whole, 0 to 1.</param>
    public async Task FilmAsync(ShotOrder order, Picture picture, string path, Action<double>? progress, CancellationToken cancellation)
    {
        var photo = PhotoReader.Read(picture.Path);
        var cutOut = photo.MayShowThrough && await IsCutOutAsync(photo, cancellation);
        var director = new PhotoDirector(order.Size, photo.Width, photo.Height, cutOut, order.Rate.Seconds(order.Frames), captions.FreeUntil(order));
        var plan = director.Plan(moves.Choose(order, picture, director.Shape, cutOut));
        if (plan.Enlargement > 1.01)
            LogEnlarged(logger, order.Scene, picture.Path, photo.Width, photo.Height, plan.Enlargement);
        var letters = await captions.DrawAsync(order, cancellation);
        using var stage = new Stage([.. await _printer.PrintAsync(photo, plan, cancellation), .. letters], order.Rate);
        using var compositor = new Compositor(order.Size);
        await writer.WriteAsync(
            path,
            order.Size,
            order.Rate,
            order.Frames,
            (frame, canvas) => compositor.Compose(stage.At(frame), canvas),
            frame => progress?.Invoke((double)frame / order.Frames),
            cancellation);
    }

    private async Task<bool> IsCutOutAsync(PhotoFile photo, CancellationToken cancellation)
    {
        var scale = (double)ThumbSide / Math.Max(photo.Width, photo.Height);
        using var thumb = await lab.DevelopAsync(photo, PhotoPart.Whole, Side(photo.Width * scale), Side(photo.Height * scale), cancellation);
        return Through(thumb) > LeastThrough;
    }

    /// <summary>The part of a surface that shows through.</summary>
    private static double Through(Surface surface)
    {
        var through = 0;
        for (var y = 0; y < surface.Height; y++)
        {
            var row = surface.Row(y);
            for (var x = 3; x < row.Length; x += 4)
                through += row[x] < 128 ? 1 : 0;
        }

        return (double)through / (surface.Width * surface.Height);
    }

    private static int Side(double length) => Math.Max(2, (int)Math.Round(length));

    [LoggerMessage(LogLevel.Information, "Scene {Scene}: {Picture} has {Width} x {Height} pixels and is shown {Times:0.0} times enlarged.")]
    private static partial void LogEnlarged(ILogger logger, int scene, string picture, int width, int height, double times);
}
