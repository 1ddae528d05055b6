using Rushes.Engine.Library;

namespace Rushes.Providers.Animatic.Art;

/// <summary>The words of the slate: <c>data/lexicons/slate.json</c>. Shots and moves are named in snake_case.</summary>
internal sealed record SlateLexicon
{
    /// <summary>The scene's number goes where <c>{0}</c> stands.</summary>
    public LocalText Scene { get; init; } = new("{0}");

    public LocalText Indoor { get; init; } = new("");
    public LocalText Outdoor { get; init; } = new("");
    public IReadOnlyDictionary<string, LocalText> Shots { get; init; } = new Dictionary<string, LocalText>(StringComparer.Ordinal);
    public IReadOnlyDictionary<string, LocalText> Moves { get; init; } = new Dictionary<string, LocalText>(StringComparer.Ordinal);

    /// <summary>By the words that writers use; any other is shown as it is written.</summary>
    public IReadOnlyDictionary<string, LocalText> Emotions { get; init; } = new Dictionary<string, LocalText>(StringComparer.Ordinal);
}
