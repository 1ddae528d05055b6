namespace Rushes.Engine.Writing.Phrases;

/// <summary>
/// What is true of a scene, as small words: "rain", "night", "outdoor", "animal", "mate"... Phrases say when they fit: <c>"rain night !mate"</c>; a bar
/// stands for "or": <c>"rain|snow"</c>.
/// </summary>
internal sealed class Circumstances(IEnumerable<string> words)
{
    private readonly HashSet<string> _words = new(words, StringComparer.Ordinal);

    public bool Has(string word) => _words.Contains(word);

    public Circumstances With(params IEnumerable<string> more) => new(_words.Concat(more));

    /// <summary>How many wishes are granted, or null when one is not: the more, the more a phrase was written for just this scene.</summary>
    public int? Grant(string? when)
    {
        if (string.IsNullOrEmpty(when))
            return 0;
        var granted = 0;
        foreach (var wish in when.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var fits = wish[0] == '!' ? !_words.Contains(wish[1..]) : wish.Split('|').Any(_words.Contains);
            if (!fits)
                return null;
            // What the idea itself says weighs more than what merely happens to be so.
            granted += wish[0] == '!' ? 0 : wish.StartsWith("own-", StringComparison.Ordinal) ? 4 : 1;
        }

        return granted;
    }
}
