using Rushes.Engine.Shooting;
using Rushes.Providers.Animatic.Photos;

namespace Rushes.Providers.Animatic.Filming;

/// <summary>Films whatever an order asks for: the user's picture, or a drawn scene.</summary>
internal sealed class ClipStudio(SceneFilmer scenes, PhotoFilmer photos)
{
    /// <param name="path">The file to write; not there before.</param>
    /// <param name="progress">Told parts of the whole, 0 to 1.</param>
    public Task FilmAsync(ShotOrder order, string path, Action<double>? progress, CancellationToken cancellation) => order switch
    {
        { Picture: { } picture } => photos.FilmAsync(order, picture, path, progress, cancellation),
        _ => scenes.FilmAsync(order, path, progress, cancellation),
    };
}
