namespace Rushes.Engine.Making.Commissions;

/// <summary>Work that a client asked for over the wire, remembered beyond this process so that asking twice begins it once.</summary>
/// <param name="Id">That of the <see cref="FilmInHand"/>.</param>
/// <param name="Key">What the client calls its request; null: nothing.</param>
/// <param name="Digest">Of the request: a key means one request only.</param>
/// <param name="Answer">What was answered, as JSON.</param>
/// <param name="Project">Absolute folder of the project; null until there is one.</param>
public sealed record Commission(string Id, string? Key, string Digest, string Answer, string? Project, DateTimeOffset BegunAt)
{
    /// <summary>How it ended; null: it did not, or the studio died before it could be noted.</summary>
    public FilmStage? Outcome { get; init; }
}
