namespace Rushes.Engine.Writing.Sales;

/// <summary>What a platform takes (<c>data/writing/sales-posts.json</c>).</summary>
/// <param name="Caption">Most characters of the caption.</param>
/// <param name="TagsInside">Whether hashtags count as part of the caption.</param>
/// <param name="Title">Most characters of the title; null where posts have none.</param>
/// <param name="Hashtags">Tags by which people look for something to buy there.</param>
public sealed record PostRules(int Caption, bool TagsInside, int? Title, IReadOnlyList<string> Hashtags)
{
    /// <summary>Tags by which people look for something to watch there.</summary>
    public IReadOnlyList<string> StoryHashtags { get; init; } = [];
}
