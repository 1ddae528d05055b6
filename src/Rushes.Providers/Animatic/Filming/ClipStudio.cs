using Rushes.Engine.Shooting;
using Rushes.Providers.Animatic.Cards;
using Rushes.Providers.Animatic.Photos;

namespace Rushes.Providers.Animatic.Filming;

/// <summary>Films whatever an order asks for: the user's picture, a card of a sales film, or a drawn scene.</summary>
internal sealed class ClipStudio(SceneFilmer scenes, PhotoFilmer photos, CardFilmer cards)
{
    /// <param name="path">The file to write; not there before.</param>
    /// <param name="progress">Told parts of the whole, 0 to 1.</param>
    public Task FilmAsync(ShotOrder order, string path, Action<double>? progress, CancellationToken cancellation) => order switch
    {
        { Picture: { } picture } => photos.FilmAsync(order, picture, path, progress, cancellation),
        { Card: { } card } => cards.FilmAsync(order, card, path, progress, cancellation),
        _ => scenes.FilmAsync(order, path, progress, cancellation),
    };
}
