using System.Globalization;

namespace Rushes.Engine.Cutting.Captions;

/// <summary>
/// Where a line may end: at spaces; between the characters of Chinese and Japanese, but never before a closing or after an opening mark
/// (kinsoku); in Thai, which has no spaces between words, where a syllable cannot be torn apart.
/// </summary>
public static class LineBreaks
{
    private const string NeverFirst = "、。，．・：；！？）〕］｝〉》」』】’”…‥ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻,.:;!?)]}»%°";
    private const string NeverLast = "（〔［｛〈《「『【‘“([{«$£¥￥＄";

    /// <summary>The positions at which a new line may begin, in order; the text's end is the last.</summary>
    public static IReadOnlyList<int> Of(string text)
    {
        var breaks = new List<int>();
        var starts = StringInfo.ParseCombiningCharacters(text);
        for (var index = 1; index < starts.Length; index++)
        {
            if (MayBreak(text, starts[index - 1], starts[index]))
                breaks.Add(starts[index]);
        }

        breaks.Add(text.Length);
        return breaks;
    }

    /// <summary>Every character as a place to break, for a word that is longer than a line.</summary>
    public static IReadOnlyList<int> Anywhere(string text) => [.. StringInfo.ParseCombiningCharacters(text).Skip(1), text.Length];

    private static bool MayBreak(string text, int before, int after)
    {
        var (last, next) = (text[before], text[after]);
        if (last == ' ')
            return true;
        if (next == ' ' || NeverFirst.Contains(next, StringComparison.Ordinal) || NeverLast.Contains(last, StringComparison.Ordinal))
            return false;
        if (last is '-' or '–' or '—' or '/')
            return char.IsLetter(next) && before > 0 && text[before - 1] != ' ';
        if (IsThai(last) || IsThai(next))
            return IsThai(last) != IsThai(next) || ThaiMayBreak(last, next, after + 1 < text.Length ? text[after + 1] : ' ');
        return IsEastAsian(last) || IsEastAsian(next);
    }

    private static bool IsEastAsian(char character) =>
        character is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF' or >= '\uD840' and <= '\uD8BF';

    private static bool IsThai(char character) => character is >= '\u0E00' and <= '\u0E7F';

    // A vowel that is written before its consonant begins a syllable for certain; nothing else in Thai spelling does without a dictionary.
    private static bool ThaiMayBreak(char last, char next, char second) =>
        next is >= 'เ' and <= 'ไ' && last is not (>= 'เ' and <= 'ไ') && second != ' ' || last is 'ๆ' or 'ฯ';
}
