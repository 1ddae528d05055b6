using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Understanding;

/// <summary>Finds known words in a text, the longest first.</summary>
internal sealed class Lexicon
{
    private const int LongestWord = 6;

    private readonly Dictionary<string, LexiconEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlaceEntry> _places = new(StringComparer.Ordinal);

    public Lexicon(IEnumerable<LexiconEntry> entries, IEnumerable<PlaceEntry> places)
    {
        foreach (var entry in entries)
        {
            foreach (var word in entry.Words)
                _entries.TryAdd(word, entry);
        }

        foreach (var place in places)
        {
            foreach (var word in place.Words)
                _places.TryAdd(word, place);
        }
    }

    public LexiconEntry? Entry(string word) => _entries.GetValueOrDefault(word);

    public PlaceEntry? Place(string word) => _places.GetValueOrDefault(word);

    /// <summary>The known words of a sentence from left to right; a word inside a longer one is not found again.</summary>
    public IReadOnlyList<Sighting> Find(IReadOnlyList<string> words)
    {
        var found = new List<Sighting>();
        for (var start = 0; start < words.Count;)
        {
            var length = 0;
            for (var count = Math.Min(LongestWord, words.Count - start); count > 0 && length == 0; count--)
            {
                var text = string.Join(' ', words.Skip(start).Take(count));
                var entry = Entry(text) ?? Entry(Singular(text));
                var place = Place(text) ?? Place(Singular(text));
                if (entry is null && place is null)
                    continue;
                found.Add(new(start, count, text, entry, place));
                length = count;
            }

            start += Math.Max(1, length);
        }

        return found;
    }

    /// <summary>English plurals; a Vietnamese word never ends so and is left alone by the look-up.</summary>
    private static string Singular(string text) => text switch
    {
        _ when text.EndsWith("ies", StringComparison.Ordinal) => text[..^3] + "y",
        _ when text.EndsWith("ches", StringComparison.Ordinal) || text.EndsWith("shes", StringComparison.Ordinal) => text[..^2],
        _ when text.EndsWith('s') && !text.EndsWith("ss", StringComparison.Ordinal) => text[..^1],
        _ => text,
    };
}
