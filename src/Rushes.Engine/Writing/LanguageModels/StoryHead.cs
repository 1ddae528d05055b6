using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>What a script says besides its scenes, as far as it is known.</summary>
internal sealed record StoryHead
{
    public string? Title { get; init; }
    public string? HookSummary { get; init; }
    public string? EmotionalArc { get; init; }
    public IReadOnlyList<Character> Characters { get; init; } = [];
    public IReadOnlyList<SocialPost> Social { get; init; } = [];

    /// <summary>What happens in each act of a long film.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];

    /// <summary>Whether a story can be told from it.</summary>
    public bool IsThere => Title is not null || HookSummary is not null;
}
