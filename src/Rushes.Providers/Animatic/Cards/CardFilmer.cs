using Microsoft.Extensions.Logging;
using Rushes.Engine.Shooting;
using Rushes.Film;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Filming;
using Rushes.Providers.Animatic.Lettering;
using Rushes.Providers.Animatic.Photos;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>Films a scene of a sales film: the product's own photos as cards in motion, with words, price, offer and link.</summary>
internal sealed partial class CardFilmer(
    Press press, CardDesigner designer, LetterPainter letters, CaptionArtist captions, ClipWriter writer, ILogger logger)
{
    private readonly PhotoSight _sight = new(press.Lab);
    private readonly CardPrinter _printer = new(press, letters);

    /// <param name="path">The file to write; not there before.</param>
    /// <param name="progress">Told parts of the whole, 0 to 1.</param>
    /// <exception cref="MistakeException">A photo is missing or broken.</exception>
    public async Task FilmAsync(ShotOrder order, SalesCard card, string path, Action<double>? progress, CancellationToken cancellation)
    {
        if (card.Images.Count == 0)
            throw Mistake.Input("animatic.no-photo", "images", card.ProductName).AsException();
        var photos = new List<CardPhoto>();
        foreach (var image in card.Images)
            photos.Add(await LookAsync(image, cancellation));
        var person = card.Person is { } face ? await LookAsync(face, cancellation) : null;
        var plan = designer.Design(order, card, photos, person, captions.FreeUntil(order));
        if (card.Link is { Length: > 0 } && QrDrawing.Of(card.Link) is null)
            LogNoCode(logger, order.Scene);
        var cues = await captions.DrawAsync(order, cancellation);
        var seconds = order.Rate.Seconds(order.Frames);
        using var stage = new Stage([.. await _printer.PrintAsync(plan, seconds, order.Language, cancellation), .. cues], order.Rate);
        using var compositor = new Compositor(order.Size);
        await writer.WriteAsync(
            path,
            order.Size,
            order.Rate,
            order.Frames,
            (frame, picture) => compositor.Compose(stage.At(frame), picture),
            frame => progress?.Invoke((double)frame / order.Frames),
            cancellation);
    }

    private async Task<CardPhoto> LookAsync(string image, CancellationToken cancellation)
    {
        var photo = PhotoReader.Read(image);
        return new CardPhoto(photo, await _sight.InkAsync(photo, cancellation));
    }

    [LoggerMessage(LogLevel.Information, "Scene {Scene}: the link is too long for a QR code that can be read from a screen; it is left out.")]
    private static partial void LogNoCode(ILogger logger, int scene);
}
