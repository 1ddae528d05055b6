namespace Rushes.Integration.EndToEnd;

/// <summary>The first film on a fresh machine: an idea and an empty home, nothing else. Made once for all tests that look at it.</summary>
public abstract class FirstFilm(string language, string idea) : IAsyncLifetime
{
    public const string Duration = "8";
    public const string Seed = "7";

    public string Language => language;

    public string Idea => idea;

    public TestHome Home { get; } = new();

    /// <summary>How the command answered.</summary>
    public Answer Answer { get; private set; } = null!;

    internal FilmSheet Film { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Home.Environment["RUSHES_LANGUAGE"] = language;
        Answer = await Home.AskAsync("text2video", idea, "--duration", Duration, "--quality", "preview", "--seed", Seed);
        Film = FilmSheet.Ready(Answer);
    }

    public ValueTask DisposeAsync()
    {
        Home.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
