namespace Rushes.Providers.Animatic.Art;

/// <summary>What texts name without its being there to be seen: <c>data/lexicons/unseen.json</c>.</summary>
internal sealed record UnseenLexicon
{
    /// <summary>Words by language after which something is only compared to something.</summary>
    public IReadOnlyDictionary<string, string[]> Similes { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    /// <summary>Words by language of clauses that tell how the picture is taken.</summary>
    public IReadOnlyDictionary<string, string[]> Camera { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    /// <summary>Words that do so where a clause begins with them: "the camera circles", unlike "she lifts the camera".</summary>
    public IReadOnlyDictionary<string, string[]> CameraFirst { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);
}
