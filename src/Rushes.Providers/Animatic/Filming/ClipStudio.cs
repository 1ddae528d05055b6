using Rushes.Engine.Shooting;

namespace Rushes.Providers.Animatic.Filming;

/// <summary>Films whatever an order asks for.</summary>
internal sealed class ClipStudio(SceneFilmer scenes)
{
    /// <param name="path">The file to write; not there before.</param>
    /// <param name="progress">Told parts of the whole, 0 to 1.</param>
    public Task FilmAsync(ShotOrder order, string path, Action<double>? progress, CancellationToken cancellation) =>
        scenes.FilmAsync(order, path, progress, cancellation);
}
