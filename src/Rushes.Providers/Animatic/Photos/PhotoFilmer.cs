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
    private readonly PhotoPrinter _printer = new(lab);
    private readonly PhotoSight _sight = new(lab);

    /// <param name="path">The file to write; not there before.</param>
    /// <param name="progress">Told parts of the whole, 0 to 1.</param>
    public async Task FilmAsync(ShotOrder order, Picture picture, string path, Action<double>? progress, CancellationToken cancellation)
    {
        var photo = PhotoReader.Read(picture.Path);
        var cutOut = await _sight.InkAsync(photo, cancellation) is not null;
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

    [LoggerMessage(LogLevel.Information, "Scene {Scene}: {Picture} has {Width} x {Height} pixels and is shown {Times:0.0} times enlarged.")]
    private static partial void LogEnlarged(ILogger logger, int scene, string picture, int width, int height, double times);
}
