using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rushes.Engine.Writing.Understanding;

namespace Rushes.Engine.Writing.Sales;

/// <summary>The seller's texts as they are shown and as they are spoken.</summary>
internal static partial class ProductText
{
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>Without halves of letters, which a text cut in the wrong place may hold and no text function takes.</summary>
    public static string Whole(string text) =>
        text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar).Select(rune => rune.ToString())) : text;

    /// <summary>As written, on one line: emoji and markup stay, invisible letters that turn or hide text go.</summary>
    public static string Written(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                line.Append(' ');
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.Surrogate) || rune.Value == ZeroWidthJoiner)
                line.Append(rune.ToString());
        }

        return Spaces().Replace(line.ToString(), " ").Trim();
    }

    /// <summary>As a voice can say it: no emoji, markup, bullets or closing marks.</summary>
    public static string Spoken(string text)
    {
        var clean = Unheard().Replace(IdeaText.Clean(text), "");
        return Spaces().Replace(clean, " ").TrimStart(' ', '-', '–', '—', '·', '+', '.', ',', ';', ':', '!', '…', '/').TrimEnd(' ', '-', '–', '—', '·', '.', ',', ';', ':', '!', '…', '/');
    }

    /// <summary>A name without what sellers hang on it: "Serum C - 30ml - sáng da" is "Serum C".</summary>
    public static string Short(string name)
    {
        var first = Hung().Split(Written(name)).Select(Spoken).FirstOrDefault(part => part.Any(char.IsLetterOrDigit));
        return first ?? "";
    }

    /// <summary>The text, then what is left of it when its last clauses are left away one by one; a clause that needs its neighbour keeps it.</summary>
    public static IEnumerable<string> Shorter(string text, IReadOnlyList<string> hinges)
    {
        yield return text;
        foreach (var cut in Cuts().Matches(text).Reverse())
        {
            var kept = text[..cut.Index].TrimEnd(' ', ',', ';', '.', '!', '?', ':', '-');
            var left = text[(cut.Index + cut.Length)..].TrimStart();
            if (!kept.Contains(' ', StringComparison.Ordinal) || Begins(left, hinges) || Begins(kept, hinges) || kept.Count(l => l == '(') != kept.Count(l => l == ')'))
                continue;
            yield return kept;
        }
    }

    /// <summary>At most so many characters, cut where a word ends.</summary>
    public static string Clip(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var space = text.LastIndexOf(' ', most - 1);
        var end = space > most / 3 ? space : most - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end].TrimEnd(' ', ',', ';', ':', '-', '–', '.') + "…";
    }

    /// <summary>With a small first letter, for the middle of a sentence; names keep theirs.</summary>
    public static string Small(string text)
    {
        var words = text.Split(' ', 3);
        var first = words[0];
        var isName = first.Skip(1).Any(char.IsUpper) || first.Any(char.IsDigit) || (words.Length > 1 && words[1].Length > 0 && char.IsUpper(words[1][0])) || first == "I";
        return text.Length == 0 || isName ? text : char.ToLowerInvariant(text[0]) + text[1..];
    }

    /// <summary>With a capital, unless it is a brand such as "iPhone".</summary>
    public static string Capital(string text)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        return first.Skip(1).Any(char.IsUpper) ? text : IdeaText.Capital(text);
    }

    /// <summary>Without marks on letters: "nước mắm" is "nuoc mam".</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(letter switch { 'đ' => 'd', 'Đ' => 'D', _ => letter });
        }

        return plain.ToString();
    }

    /// <summary>Without one of the words at its beginning: "giá 249.000đ" is "249.000đ".</summary>
    public static string WithoutFirst(string text, IReadOnlyList<string> words)
    {
        var first = words.Where(word => text.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase)).MaxBy(word => word.Length);
        return first is null ? text : text[first.Length..].TrimStart(' ', ':');
    }

    /// <summary>Without such words at its end: "đặt ngay nhé" is "đặt ngay".</summary>
    public static string WithoutLast(string text, IReadOnlyList<string> words)
    {
        while (words.FirstOrDefault(word => text.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase)) is { } last)
            text = text[..^(last.Length + 1)].TrimEnd(' ', ',');
        return text;
    }

    private static bool Begins(string text, IReadOnlyList<string> words) =>
        words.Any(word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[word.Length])));

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Spaces();

    [GeneratedRegex("[\u200D\uFE00-\uFE0F\u20E3\u2022]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Unheard();

    [GeneratedRegex(@"\s+[-–—|/]\s+|[|(\[【]|:\s+|,\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Hung();

    [GeneratedRegex(@"\s*[;–—]\s*|,\s+|\s+-\s+|(?<=[.!?])\s+|\s+\(", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Cuts();
}
