using System.Text;
using System.Text.RegularExpressions;

namespace Rushes.Film.Briefs;

/// <summary>Guesses the language of a text among the eleven of the product, by script first, then by letters and small words.</summary>
public static partial class Languages
{
    public static IReadOnlyList<string> All { get; } = ["vi", "en", "ja", "ko", "zh", "fr", "de", "es", "ru", "th", "id"];

    // Letters that no other of the languages has, and the small words that no sentence does without.
    private const string OnlyVietnamese = "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ";

    private static readonly (string Language, HashSet<string> Words)[] SmallWords =
    [
        ("en", ["the", "a", "an", "and", "of", "to", "in", "is", "who", "with", "his", "her", "for", "on", "how", "finds", "at", "from", "that"]),
        ("fr", ["le", "la", "les", "un", "une", "des", "du", "et", "qui", "dans", "pour", "avec", "est", "sur", "son", "sa", "au", "ne", "pas"]),
        ("de", ["der", "die", "das", "ein", "eine", "und", "ist", "mit", "für", "auf", "im", "den", "dem", "sich", "von", "wie", "nicht", "zu", "seine"]),
        ("es", ["el", "la", "los", "las", "un", "una", "y", "que", "en", "con", "por", "para", "su", "del", "es", "se", "como", "al"]),
        ("id", ["yang", "dan", "di", "ke", "dari", "seorang", "untuk", "dengan", "sebuah", "ini", "itu", "anak", "tidak", "pada", "seekor", "mencari"]),
        // Vietnamese typed without its marks.
        ("vi", ["mot", "cua", "va", "nguoi", "khong", "cho", "nhung", "trong", "voi", "cach", "chu", "ve", "duoc", "tim", "nha", "meo", "chang"]),
    ];

    /// <summary>One of <see cref="All"/>; English when nothing speaks for another.</summary>
    public static string Of(string text)
    {
        var composed = text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        return ByScript(composed) ?? ByLetters(composed) ?? BySmallWords(composed);
    }

    private static string? ByScript(string text)
    {
        int hangul = 0, kana = 0, han = 0, cyrillic = 0, thai = 0, latin = 0;
        foreach (var letter in text)
        {
            if (letter is >= '가' and <= '힣' or >= 'ᄀ' and <= 'ᇿ') hangul++;
            else if (letter is >= 'ぁ' and <= 'ヿ') kana++;
            else if (letter is >= '一' and <= '鿿' or >= '㐀' and <= '䶿') han++;
            else if (letter is >= 'Ѐ' and <= 'ӿ') cyrillic++;
            else if (letter is >= '฀' and <= '๿') thai++;
            else if (char.IsLetter(letter)) latin++;
        }

        // A Chinese or Japanese letter says about as much as two Latin ones; kana decide between the two.
        var (language, weight) = new[]
        {
            ("ko", hangul * 2), ("ja", kana > 0 ? (kana + han) * 2 : 0), ("zh", kana == 0 ? han * 2 : 0), ("ru", cyrillic), ("th", thai),
        }.MaxBy(pair => pair.Item2);
        return weight > latin ? language : null;
    }

    private static string? ByLetters(string text)
    {
        var vietnamese = text.Count(OnlyVietnamese.Contains);
        var letters = text.Count(char.IsLetter);
        if (vietnamese > 0 && vietnamese * 40 >= letters)
            return "vi";

        // A short text may have none of these letters: "cách pha cà phê". Then its words must all be built like Vietnamese syllables.
        var words = Words().Matches(text).Select(match => match.Value).ToList();
        var marked = words.Any(word => word.Any(letter => letter > 127));
        return marked && words.Count(word => Syllable().IsMatch(word)) * 10 >= words.Count * 9 ? "vi" : null;
    }

    private static string BySmallWords(string text)
    {
        var words = Words().Matches(text).Select(match => match.Value).ToList();
        var best = SmallWords.Select(pair => (pair.Language, Count: words.Count(pair.Words.Contains))).MaxBy(pair => pair.Count);
        if (best.Count > 0)
            return best.Language;
        if (text.Any("äöüß".Contains)) return "de";
        if (text.Any("ñ¿¡".Contains)) return "es";
        return text.Any("çèêëîïœ".Contains) ? "fr" : "en";
    }

    [GeneratedRegex(
        "^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}(?:ch|ng|nh|[cmnpt])?$",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Syllable();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Words();
}
