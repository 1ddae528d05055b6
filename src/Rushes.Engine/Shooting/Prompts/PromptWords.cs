using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Engine.Texts;

namespace Rushes.Engine.Shooting.Prompts;

/// <summary>How a prompt is worded in a language: <c>data/prompts/en.json</c> and its neighbours. Each pattern is a whole sentence.</summary>
public sealed record PromptWords : ISelfChecked
{
    /// <summary>{0} who, {1} how they look.</summary>
    public required string Identity { get; init; }

    public required string Place { get; init; }
    public required string Camera { get; init; }
    public required string Light { get; init; }
    public required string Mood { get; init; }
    public required string Notes { get; init; }
    public required string Style { get; init; }
    public required string Sound { get; init; }

    /// <summary>{0} who, {1} the line.</summary>
    public required string Says { get; init; }

    /// <summary>The same with {2}, the language of the line, where the prompt is in another.</summary>
    public required string SaysIn { get; init; }

    public required string Narrates { get; init; }

    /// <summary>{1} is the language.</summary>
    public required string NarratesIn { get; init; }

    /// <summary>For models without sound: {0} moves their lips.</summary>
    public required string Talks { get; init; }

    public required string Avoid { get; init; }

    /// <summary>What no film wants in its pictures; Rushes draws captions itself.</summary>
    public required IReadOnlyList<string> Never { get; init; }

    /// <summary>Words whose full stop ends no sentence, without it.</summary>
    public required IReadOnlyList<string> Abbreviations { get; init; }

    string? ISelfChecked.Fault
    {
        get
        {
            (string Field, string Pattern, int Texts)[] patterns =
            [
                ("identity", Identity, 2), ("place", Place, 1), ("camera", Camera, 1), ("light", Light, 1), ("mood", Mood, 1), ("notes", Notes, 1), ("style", Style, 1),
                ("sound", Sound, 1), ("says", Says, 2), ("says_in", SaysIn, 3), ("narrates", Narrates, 1), ("narrates_in", NarratesIn, 2), ("talks", Talks, 1), ("avoid", Avoid, 1),
            ];
            return patterns.FirstOrDefault(one => !TakesTexts(one.Pattern, one.Texts)) is { Field: { } wrong, Texts: var texts }
                ? Sentence.Of("data.fault-pattern", wrong, "{" + (texts - 1).ToString(CultureInfo.InvariantCulture) + "}")
                : null;
        }
    }

    private static bool TakesTexts(string pattern, int texts)
    {
        try
        {
            return string.Format(CultureInfo.InvariantCulture, pattern, [.. Enumerable.Repeat("", texts)]).Length >= 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
