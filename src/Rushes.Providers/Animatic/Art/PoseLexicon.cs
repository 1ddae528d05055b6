namespace Rushes.Providers.Animatic.Art;

/// <summary>What texts say of bodies: <c>data/lexicons/poses.json</c>.</summary>
internal sealed record PoseLexicon
{
    /// <summary>Words by pose and language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string[]>> Poses { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string[]>>(StringComparer.Ordinal);

    /// <summary>Words by feeling (<c>low</c>, <c>fear</c>, <c>joy</c>) and language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string[]>> Feelings { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string[]>>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string[]> Asleep { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    /// <summary>Says that the picture is to be empty of people.</summary>
    public IReadOnlyDictionary<string, string[]> Nobody { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);
}
