namespace Rushes.Engine.Making;

/// <summary>Somebody who watches a film being made. Called from any thread; returns at once.</summary>
public interface IFilmWatcher
{
    void Tell(FilmNews news);
}
