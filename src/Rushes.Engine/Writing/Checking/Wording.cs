using System.Text;
using System.Text.RegularExpressions;
using Rushes.Engine.Library;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Takes texts of one language apart into words, as far as they must be compared.</summary>
internal sealed partial class Wording(string language, LanguageFacts facts, CheckingWords words)
{
    private static readonly string[] EnglishEndings = ["ing", "ies", "ed", "es", "s"];

    private readonly HashSet<string> _small = [.. words.SmallWords];

    public LanguageFacts Facts => facts;

    public CheckingWords Words => words;

    private bool IsSpaced => facts.Unit == SpeechUnit.Word || language == "ko";

    /// <summary>Words in lower case; in a script without spaces every two neighbouring letters.</summary>
    public IReadOnlyList<string> Of(string? text)
    {
        var plain = Plain(text);
        var found = Word().Matches(plain).Select(match => match.Value);
        return [.. IsSpaced ? found : found.SelectMany(Pairs)];
    }

    /// <summary>The words that tell what a text is about.</summary>
    public IReadOnlyList<string> Telling(string? text) => [.. Of(text).Where(word => !_small.Contains(word) && (word.Length > 1 || language == "vi"))];

    /// <summary>What is left of a word when its ending changes: "dance" and "dancing" have one stem, Vietnamese syllables do not change.</summary>
    public string Stem(string word) => language switch
    {
        "vi" => word,
        "en" => EnglishStem(word),
        _ => IsSpaced ? word[..Math.Min(word.Length, Math.Max(4, word.Length - 3))] : word,
    };

    public HashSet<string> Stems(string? text) => [.. Of(text).Select(Stem)];

    /// <summary>Those of the list that occur in the text as whole words.</summary>
    public IReadOnlyList<string> Found(IEnumerable<string> list, string? text)
    {
        var plain = IsSpaced ? $" {string.Join(' ', Of(text))} " : Plain(text);
        return [.. list.Where(entry => plain.Contains(IsSpaced ? $" {string.Join(' ', Of(entry))} " : entry, StringComparison.Ordinal))];
    }

    /// <summary>What the two texts share of their neighbouring pairs of words, 0 to 1.</summary>
    public double Likeness(string first, string second)
    {
        var left = Neighbours(first);
        var right = Neighbours(second);
        if (left.Count == 0 || right.Count == 0)
            return 0;
        var both = left.Count(right.Contains);
        return both / (double)(left.Count + right.Count - both);
    }

    public double SecondsFor(string text) => Speakable.Seconds(text, facts);

    private HashSet<(string, string)> Neighbours(string text)
    {
        var list = Of(text);
        return [.. list.Zip(list.Skip(1))];
    }

    // "story" must not pass for "storm", so only real endings are taken away.
    private static string EnglishStem(string word)
    {
        var ending = EnglishEndings.FirstOrDefault(ending => word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal)) ?? "";
        var stem = word[..^ending.Length];
        if (ending is "ing" or "ed" && stem.Length > 3 && stem[^1] == stem[^2])
            stem = stem[..^1];
        return stem.Length > 3 && stem[^1] is 'e' or 'y' or 'i' ? stem[..^1] : stem;
    }

    private static IEnumerable<string> Pairs(string word) =>
        word.Length < 2 ? [word] : Enumerable.Range(0, word.Length - 1).Select(start => word.Substring(start, 2));

    private static string Plain(string? text) => (text ?? "").Normalize(NormalizationForm.FormC).ToLowerInvariant();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Word();
}
