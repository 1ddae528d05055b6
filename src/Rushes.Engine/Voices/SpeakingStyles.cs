using Rushes.Engine.Library;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Voices;

/// <summary>The speaking styles, and what a script's manners come to with them.</summary>
public sealed class SpeakingStyles(DataShelf shelf)
{
    public IReadOnlyList<(string Id, SpeakingStyle Value)> All => shelf.ReadAll<SpeakingStyle>("manners");

    /// <summary>Null when there is no such style.</summary>
    public SpeakingStyle? Find(string? id) => id is null ? null : All.FirstOrDefault(style => style.Id.Equals(id, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>What the script says itself goes before its style.</summary>
    public SpeakingManner Of(Manner? manner, string? emotion)
    {
        if (manner is null)
            return SpeakingManner.Natural with { Emotion = emotion };
        var style = Find(manner.Style);
        return new(
            style is null ? null : manner.Style!.ToLowerInvariant(),
            Math.Clamp(manner.Rate ?? style?.Rate ?? 1, Manner.Slowest, Manner.Fastest),
            Math.Clamp(manner.Pitch ?? style?.Pitch ?? 0, -Manner.MostPitch, Manner.MostPitch),
            manner.Expressiveness ?? style?.Expressiveness,
            emotion);
    }

    /// <summary>Styles that a script names and nobody knows.</summary>
    public IReadOnlyList<string> UnknownIn(Script script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return
        [
            .. script.Characters.Select(character => character.Manner).Append(script.Narrator?.Manner)
                .Select(manner => manner?.Style)
                .OfType<string>()
                .Where(style => Find(style) is null)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }
}
