using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rushes.Engine.Writing.Understanding;

/// <summary>Makes plain sentences of what somebody typed: no markup, emoji, control characters or broken accents.</summary>
internal static partial class IdeaText
{
    public static string Clean(string idea)
    {
        var text = Tags().Replace(idea.Normalize(NormalizationForm.FormC), " ");
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var drop = category is UnicodeCategory.OtherSymbol or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.Format
                or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherNotAssigned;
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                clean.Append(rune.Value == '\n' ? "\n" : " ");
            else if (!drop && !"*_`#|\\^~<>{}[]".Contains((char)Math.Min(rune.Value, 0xFFFF), StringComparison.Ordinal))
                clean.Append(rune.ToString());
        }

        return Spaces().Replace(clean.ToString(), " ").Trim();
    }

    /// <summary>Sentences of a cleaned idea; a line of its own is a sentence too.</summary>
    public static IReadOnlyList<string> Sentences(string clean) =>
        [.. Ends().Split(clean).Select(sentence => sentence.Trim(' ', '"', '\'', '-', '.', ',', ';', ':', '“', '”', '!', '?')).Where(sentence => sentence.Any(char.IsLetter))];

    /// <summary>Words as written; a comma or other mark inside a sentence is a word of its own, so that phrases end there.</summary>
    public static IReadOnlyList<string> Words(string sentence) => [.. Pieces().Matches(sentence).Select(match => match.Value)];

    /// <summary>A comma or another mark, which ends a phrase.</summary>
    public static bool IsMark(string word) => word.Length == 1 && char.IsPunctuation(word[0]);

    /// <summary>Whether the words of a cue stand at a place.</summary>
    public static bool Stands(IReadOnlyList<string> words, int at, string cue)
    {
        var parts = cue.Split(' ');
        return at + parts.Length <= words.Count && parts.Index().All(part => words[at + part.Index] == part.Item);
    }

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    [GeneratedRegex(@"</?\p{L}[^<>\n]{0,200}>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[ \t\u00A0]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<=[.!?…])\s+|\s*\n\s*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Ends();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’.\-][\p{L}\p{M}\p{N}]+)*%?|[,;:()""“”.!?]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Pieces();
}
