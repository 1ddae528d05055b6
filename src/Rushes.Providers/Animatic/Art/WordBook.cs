using System.Text;

namespace Rushes.Providers.Animatic.Art;

/// <summary>Finds what a text names: whole words, whatever their case, composed or decomposed; the longest name wins.</summary>
internal sealed class WordBook<T>
    where T : notnull
{
    private readonly List<(string Word, T Meaning)> _words;

    /// <param name="entries">What may be named, with its words by language.</param>
    /// <param name="language">Words of this language count, and English ones.</param>
    /// <param name="falseFriends">English words that mean something else in this language ("song song" is no song).</param>
    public WordBook(IEnumerable<(T Meaning, IReadOnlyDictionary<string, string[]> Words)> entries, string language, IReadOnlyCollection<string>? falseFriends = null) =>
        _words =
        [
            .. entries
                .SelectMany(entry => entry.Words
                    .Where(words => words.Key == language || words.Key == "en")
                    .SelectMany(words => words.Key == language ? words.Value : words.Value.Except(falseFriends ?? [], StringComparer.OrdinalIgnoreCase))
                    .Select(word => (Plain(word), entry.Meaning)))
                .Where(word => word.Item1.Length > 0)
                .OrderByDescending(word => word.Item1.Length),
        ];

    /// <summary>What the longest name in a text means; the first one of several equally long.</summary>
    public bool TryFind(string? text, out T meaning)
    {
        var found = All(text).OrderByDescending(hit => hit.Length).ThenBy(hit => hit.Position).ToList();
        meaning = found.Count > 0 ? found[0].Meaning : default!;
        return found.Count > 0;
    }

    /// <summary>Everything that a text names, in its order, each once.</summary>
    public IReadOnlyList<T> FindAll(string? text) => [.. All(text).OrderBy(hit => hit.Position).Select(hit => hit.Meaning).Distinct()];

    /// <summary>Everything that a text names with its place in the text, longest names first.</summary>
    public IReadOnlyList<(int Position, int Length, T Meaning)> All(string? text)
    {
        var plain = Plain(text ?? "");
        var taken = new bool[plain.Length];
        var hits = new List<(int Position, int Length, T Meaning)>();
        foreach (var (word, meaning) in _words)
        {
            for (var at = plain.IndexOf(word, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var span = taken.AsSpan(at, word.Length);
                if (!IsWhole(plain, at, word.Length) || span.Contains(true))
                    continue;
                span.Fill(true);
                hits.Add((at, word.Length, meaning));
            }
        }

        return hits;
    }

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));

    private static string Plain(string text) => text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
}
