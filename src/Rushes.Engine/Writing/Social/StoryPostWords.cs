namespace Rushes.Engine.Writing.Social;

/// <summary>How the texts to post with a story are phrased in a language: <c>data/writing/vi/story-posts.json</c> and its sibling.</summary>
internal sealed record StoryPostWords
{
    /// <summary>For films that tell.</summary>
    public required Manner Story { get; init; }

    /// <summary>For films that explain: lists, how-tos, reviews.</summary>
    public required Manner Useful { get; init; }

    /// <summary>What viewers are asked to do.</summary>
    public required IReadOnlyList<string> Calls { get; init; }

    /// <summary>Tags that suit any film.</summary>
    public required IReadOnlyList<string> Hashtags { get; init; }

    /// <summary>Patterns with {hook}, {title}, {hero} and {emoji}.</summary>
    internal sealed record Manner(IReadOnlyList<string> First, IReadOnlyList<string> Second, IReadOnlyList<string> Thumbnails, IReadOnlyList<string> Emoji);
}
