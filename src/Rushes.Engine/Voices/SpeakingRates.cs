using System.Globalization;
using Rushes.Engine.Library;

namespace Rushes.Engine.Voices;

/// <summary>How long a line takes to say in each language (<c>data/languages</c>): estimated when no voice can speak it.</summary>
public sealed class SpeakingRates(IDataLibrary library)
{
    private readonly Lazy<IReadOnlyDictionary<string, LanguageNote>> _languages = new(() => library.Names("languages", ".json")
        .Select(name => library.Read<LanguageNote>(name))
        .Where(note => note.Code is not null)
        .ToDictionary(note => note.Code!, StringComparer.Ordinal));

    public double Seconds(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var note = _languages.Value.GetValueOrDefault(language);
        var perSecond = note is { Rate: > 0 } ? note.Rate : 2.3;
        var units = note?.Unit is "characters"
            ? text.EnumerateRunes().Count(rune => char.IsLetterOrDigit(rune.ToString(), 0))
            : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return Math.Max(0.6, units / perSecond);
    }

    internal sealed record LanguageNote(string? Code, string? Unit, double Rate);
}
