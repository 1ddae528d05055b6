using Rushes.Film.Takes;

namespace Rushes.Engine.Making;

/// <summary>What a watcher of a film hears.</summary>
public abstract record FilmNews
{
    private FilmNews()
    {
    }

    /// <summary>A line for the log, in the user's language.</summary>
    public sealed record Said(string Sentence) : FilmNews;

    /// <summary>Something that the user should know and may want to change.</summary>
    public sealed record Warned(string Sentence) : FilmNews;

    /// <summary>A language model has written a scene; one that was mended comes again.</summary>
    /// <param name="Prompt">What will be seen.</param>
    public sealed record SceneWritten(int Scene, int Of, string Prompt) : FilmNews;

    /// <summary>Voices are spoken, scene by scene.</summary>
    public sealed record Voiced(int Done, int Total) : FilmNews;

    /// <summary>How many takes the run films.</summary>
    public sealed record Planned(int Takes) : FilmNews;

    /// <param name="Account">Name of the account that films it; null while it is queued.</param>
    /// <param name="Progress">0 to 1 where the provider says it.</param>
    /// <param name="Nth">The how-manieth take of the run this is, where that is told.</param>
    /// <param name="Of">Takes of the run.</param>
    public sealed record TakeChanged(
        int Scene, int Take, TakeState State, string? Account, double? Progress, string? Reason, int Nth = 0, int Of = 0) : FilmNews;

    /// <summary>The film is assembled.</summary>
    /// <param name="Progress">0 to 1.</param>
    public sealed record Cutting(double Progress) : FilmNews;
}
