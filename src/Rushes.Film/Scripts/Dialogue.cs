using System.Text.Json;

namespace Rushes.Film.Scripts;

/// <summary>One spoken line.</summary>
public sealed record Dialogue
{
    public string? Speaker { get; init; }
    public required string Text { get; init; }
    public string? Emotion { get; init; }
    public IReadOnlyDictionary<string, string> Translations { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = Script.Nothing;
}
