using Rushes.Engine.Library;
using Rushes.Engine.Voices;

namespace Rushes.Providers.Speech.Services;

/// <summary>A manner in words, for models that are told how to speak: in the language of the line where there are words for it, else in English.</summary>
internal static class ManneredWords
{
    /// <summary>Less than this is not worth a word.</summary>
    private const double Audible = 1;

    private const double Lively = 0.7;
    private const double Even = 0.3;

    /// <returns>Null when there is nothing to be said.</returns>
    public static string? Of(DataShelf shelf, SpeakingManner manner, string language)
    {
        var words = shelf.Read<InstructionWords>("voices/instructions.json");
        List<Names?> said =
        [
            manner.Style is { } style ? shelf.Read<SpeakingStyle>($"manners/{style}.json").Words : null,
            manner.Pitch >= Audible ? words.Higher : manner.Pitch <= -Audible ? words.Deeper : null,
            manner.Expressiveness >= Lively ? words.Lively : manner.Expressiveness <= Even ? words.Even : null,
        ];
        var parts = said.OfType<Names>().Select(name => name.In(language)).ToList();
        if (manner.Emotion is { } emotion)
            parts.Add(words.Feeling.In(language).Replace("{emotion}", Speakable.Plain(emotion), StringComparison.Ordinal));
        return parts.Count == 0 ? null : words.Opening.In(language).Replace("{manner}", string.Join(", ", parts), StringComparison.Ordinal);
    }

    /// <summary><c>data/voices/instructions.json</c>.</summary>
    internal sealed record InstructionWords(Names Opening, Names Feeling, Names Higher, Names Deeper, Names Lively, Names Even);
}
