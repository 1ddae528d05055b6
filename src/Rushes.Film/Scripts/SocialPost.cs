using System.Text.Json;

namespace Rushes.Film.Scripts;

/// <summary>A text to post with the film.</summary>
public sealed record SocialPost
{
    public required string Platform { get; init; }
    public string? Title { get; init; }
    public required string Caption { get; init; }
    public IReadOnlyList<string> Hashtags { get; init; } = [];
    public string? ThumbnailText { get; init; }
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = Script.Nothing;
}
