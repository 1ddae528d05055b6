namespace Rushes.Engine.Making;

/// <summary>Nobody listens: what matters is in the answer.</summary>
public sealed class Unwatched : IFilmWatcher
{
    public void Tell(FilmNews news)
    {
    }
}
