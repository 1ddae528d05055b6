using Rushes.Engine.Library;

namespace Rushes.Engine.Writing.Sales;

/// <summary>Everything that the sales writer knows of one language.</summary>
internal sealed class SalesBook
{
    private readonly Dictionary<string, (ProductWord Word, SalesBank Bank)> _words = new(StringComparer.Ordinal);

    public SalesBook(DataShelf shelf, string language)
    {
        Language = language;
        Words = shelf.Read<SalesWords>($"writing/{language}/sales-words.json");
        Anything = shelf.Read<SalesBank>($"writing/{language}/sales-any.json");
        Directions = shelf.Read<Dictionary<string, BeatDirection>>("writing/sales-beats.json");
        Posts = shelf.Read<Dictionary<string, PostRules>>("writing/sales-posts.json");
        foreach (var (_, bank) in shelf.ReadAll<SalesBank>($"writing/{language}/sales"))
        {
            foreach (var word in bank.Words)
            {
                foreach (var name in word.Words)
                    _words.TryAdd(name, (word, bank));
            }
        }
    }

    public string Language { get; }
    public SalesWords Words { get; }

    /// <summary>What fits every product.</summary>
    public SalesBank Anything { get; }

    public IReadOnlyDictionary<string, BeatDirection> Directions { get; }
    public IReadOnlyDictionary<string, PostRules> Posts { get; }

    /// <summary>The product words of a text with the place where each begins, from left to right, the longest first.</summary>
    public IReadOnlyList<(int At, string Said, ProductWord Word, SalesBank Bank)> Find(IReadOnlyList<string> words)
    {
        const int longest = 5;
        var found = new List<(int, string, ProductWord, SalesBank)>();
        for (var start = 0; start < words.Count;)
        {
            var length = 1;
            for (var count = Math.Min(longest, words.Count - start); count > 0; count--)
            {
                var said = string.Join(' ', words.Skip(start).Take(count));
                if (!_words.TryGetValue(said, out var known))
                    continue;
                found.Add((start, said, known.Word, known.Bank));
                length = count;
                break;
            }

            start += length;
        }

        return found;
    }
}
