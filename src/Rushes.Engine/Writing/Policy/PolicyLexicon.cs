using System.Text;
using System.Text.RegularExpressions;

namespace Rushes.Engine.Writing.Policy;

/// <summary>
/// Finds refused expressions by reading a text word by word and taking the longest known expression at each place. In Vietnamese, where a word has several
/// syllables, this is what tells "làm tình nguyện" (to volunteer) from what its first two syllables mean alone.
/// </summary>
internal sealed partial class PolicyLexicon
{
    // How far before an age its owner may stand: "our bakery is almost 10 years old".
    private const int Reach = 5;

    private readonly Dictionary<string, List<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> _animals;
    private readonly List<IReadOnlyList<string>> _things;
    private readonly List<Age> _ages;
    private readonly HashSet<string> _notBefore;
    private readonly HashSet<string> _notAfter;

    /// <param name="languages">What is known of each language that the text may be in: an expression of one may be innocent in another.</param>
    public PolicyLexicon(IReadOnlyList<PolicyWords> languages)
    {
        foreach (var group in languages.SelectMany(words => words.Groups))
        {
            foreach (var word in group.Words)
                Add(word, group);
        }

        foreach (var word in languages.SelectMany(words => words.Innocent))
            Add(word, null);
        _animals = [.. languages.SelectMany(words => words.Animals).Select(WordsOf)];
        _things = [.. languages.SelectMany(words => words.Things).Select(WordsOf)];
        _ages = [.. languages.SelectMany(AgesOf).OrderByDescending(age => age.Words.Count)];
        _notBefore = [.. languages.SelectMany(words => words.NotBefore)];
        _notAfter = [.. languages.SelectMany(words => words.NotAfter)];
    }

    public IReadOnlyList<PolicyHit> Find(string? text)
    {
        var hits = new List<PolicyHit>();
        if (string.IsNullOrWhiteSpace(text))
            return hits;
        var plain = text.Normalize(NormalizationForm.FormC);
        var tokens = Pieces().Matches(plain).Select(match => new Token(Bare(match.Value), match.Index, match.Value.Length)).ToList();
        for (var at = 0; at < tokens.Count;)
        {
            if (AgeAt(tokens, at, plain) is { } age)
            {
                hits.Add(age.Hit);
                at += age.Length;
                continue;
            }

            var longest = Longest(tokens, at);
            if (longest?.Group is { } group && !(group.People && IsAnimal(tokens, at, longest.Words.Count)))
                hits.Add(HitOf(group.Kind, group.Instead, tokens, at, longest.Words.Count, plain));
            at += longest?.Words.Count ?? 1;
        }

        return hits;
    }

    /// <summary>The text with every suggestion in it.</summary>
    public static string Reworded(string text, IReadOnlyList<PolicyHit> hits) =>
        hits.OrderByDescending(hit => hit.Start).Aggregate(text.Normalize(NormalizationForm.FormC), (rest, hit) => Joined(rest[..hit.Start], Suggestion(hit), rest[(hit.Start + hit.Word.Length)..]));

    /// <summary>The words that change with a little of what stands around them.</summary>
    public static string Diff(string text, IReadOnlyList<PolicyHit> hits)
    {
        const int around = 24;
        var plain = text.Normalize(NormalizationForm.FormC);
        var marked = new StringBuilder();
        var from = Math.Max(0, hits[0].Start - around);
        marked.Append(from > 0 ? "…" : "");
        foreach (var hit in hits)
        {
            marked.Append(plain, from, hit.Start - from).Append("[-").Append(hit.Word).Append("-]");
            if (Suggestion(hit) is { Length: > 0 } instead)
                marked.Append("{+").Append(instead).Append("+}");
            from = hit.Start + hit.Word.Length;
        }

        var to = Math.Min(plain.Length, from + around);
        return marked.Append(plain, from, to - from).Append(to < plain.Length ? "…" : "").ToString();
    }

    private static string Suggestion(PolicyHit hit) => hit.Instead is not { } instead ? ""
        : char.IsUpper(hit.Word[0]) ? char.ToUpperInvariant(instead[0]) + instead[1..] : instead;

    private static string Joined(string before, string instead, string after) =>
        instead.Length > 0 ? before + instead + after : $"{before.TrimEnd()} {after.TrimStart()}".Trim();

    private void Add(string phrase, PolicyGroup? group)
    {
        var words = WordsOf(phrase);
        if (!_entries.TryGetValue(words[0], out var list))
            _entries[words[0]] = list = [];
        list.Add(new(words, group));
    }

    private Entry? Longest(List<Token> tokens, int at) => _entries.TryGetValue(tokens[at].Word, out var list)
        ? list.Where(entry => Stands(tokens, at, entry.Words)).MaxBy(entry => entry.Words.Count * 2 + (entry.Group is null ? 1 : 0))
        : null;

    private (PolicyHit Hit, int Length)? AgeAt(List<Token> tokens, int at, string text)
    {
        if (at > 0 && (_notBefore.Contains(tokens[at - 1].Word) || tokens[at - 1].Word.All(char.IsAsciiDigit)))
            return null;
        var age = _ages.Find(age => Stands(tokens, at, age.Words));
        if (age is null || BelongsToThing(tokens, at, age.Words.Count))
            return null;
        var next = at + age.Words.Count;
        return next < tokens.Count && _notAfter.Contains(tokens[next].Word) ? null : (HitOf("minors", age.Instead, tokens, at, age.Words.Count, text), age.Words.Count);
    }

    /// <summary>Every way to write an age below eighteen, in digits and in words.</summary>
    private static IEnumerable<Age> AgesOf(PolicyWords words) =>
        from pattern in words.Ages
        from number in words.Numbers.Concat(Enumerable.Range(0, 18).Select(years => years.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        select new Age(WordsOf(pattern.Replace("{n}", number, StringComparison.Ordinal)), pattern.Replace("{n}", words.AdultAge, StringComparison.Ordinal));

    private bool BelongsToThing(List<Token> tokens, int at, int length)
    {
        for (var before = Math.Max(0, at - Reach); before < at; before++)
        {
            if (AnyStands(_animals, tokens, before) || AnyStands(_things, tokens, before))
                return true;
        }

        var next = at + length;
        return next < tokens.Count && (AnyStands(_animals, tokens, next) || AnyStands(_things, tokens, next));
    }

    private bool IsAnimal(List<Token> tokens, int at, int length) => at + length < tokens.Count && AnyStands(_animals, tokens, at + length);

    private static bool AnyStands(List<IReadOnlyList<string>> list, List<Token> tokens, int at) => list.Exists(words => Stands(tokens, at, words));

    private static bool Stands(List<Token> tokens, int at, IReadOnlyList<string> words)
    {
        if (at + words.Count > tokens.Count)
            return false;
        for (var step = 0; step < words.Count; step++)
        {
            if (tokens[at + step].Word != words[step])
                return false;
        }

        return true;
    }

    private static PolicyHit HitOf(string kind, string? instead, List<Token> tokens, int at, int count, string text)
    {
        var (first, last) = (tokens[at], tokens[at + count - 1]);
        return new(kind, first.Start, text[first.Start..(last.Start + last.Length)], instead);
    }

    private static IReadOnlyList<string> WordsOf(string phrase) =>
        [.. Pieces().Matches(phrase.Normalize(NormalizationForm.FormC)).Select(match => Bare(match.Value))];

    private static string Bare(string word)
    {
        var small = word.ToLowerInvariant().Replace('’', '\'');
        return small.EndsWith("'s", StringComparison.Ordinal) ? small[..^2] : small;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Pieces();

    private sealed record Age(IReadOnlyList<string> Words, string Instead);

    private sealed record Entry(IReadOnlyList<string> Words, PolicyGroup? Group);

    private readonly record struct Token(string Word, int Start, int Length);
}
