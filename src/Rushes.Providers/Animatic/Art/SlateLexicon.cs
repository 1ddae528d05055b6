using Rushes.Engine.Library;

namespace Rushes.Providers.Animatic.Art;

/// <summary>The words of the slate: <c>data/lexicons/slate.json</c>. Shots and moves are named in snake_case.</summary>
internal sealed record SlateLexicon
{
    /// <summary>The scene's number goes where <c>{0}</c> stands.</summary>
    public Names Scene { get; init; } = new("{0}");

    public Names Indoor { get; init; } = new("");
    public Names Outdoor { get; init; } = new("");
    public IReadOnlyDictionary<string, Names> Shots { get; init; } = new Dictionary<string, Names>(StringComparer.Ordinal);
    public IReadOnlyDictionary<string, Names> Moves { get; init; } = new Dictionary<string, Names>(StringComparer.Ordinal);

    /// <summary>By the words that writers use; any other is shown as it is written.</summary>
    public IReadOnlyDictionary<string, Names> Emotions { get; init; } = new Dictionary<string, Names>(StringComparer.Ordinal);
}
