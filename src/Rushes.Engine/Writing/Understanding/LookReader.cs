namespace Rushes.Engine.Writing.Understanding;

/// <summary>
/// Takes the looks that an idea gives somebody off its words, so that the rest can be read without them: "a girl in a red coat looks for her kite" is about a
/// girl who looks for a kite. It takes what is surely a look; in doubt the idea is left as it is.
/// </summary>
internal abstract class LookReader(LookLexicon looks)
{
    protected LookLexicon Looks => looks;

    /// <summary>Removes the looks from the words and tells whose they were.</summary>
    /// <param name="kindBefore">The kind of the one whose words end before a word; null when there is nobody.</param>
    /// <param name="until">The first word that is left alone.</param>
    public IReadOnlyList<LookTail> Cut(List<string> words, List<string> written, Func<int, string?> kindBefore, int until)
    {
        var tails = new List<LookTail>();
        var left = new List<int>();
        for (var at = 0; at <= words.Count;)
        {
            var kind = at > 0 && at <= until ? kindBefore(at) : null;
            var colours = kind is null ? null : ColoursBefore(words, at, kind);
            var tail = kind is null || at == until ? null : Tail(words, written, at, kind);
            if (colours is { } before)
                left.RemoveAll(index => index >= before.From && index < before.Until);
            if (colours is not null || tail is not null)
            {
                tail ??= new(at, at, [], null);
                var ends = left.Count;
                left.AddRange(Enumerable.Range(at, tail.From - at));
                var colour = colours is { } told ? Text(words, told.From, told.Until) : tail.Colour;
                tails.Add(new(ends, left.Count, tail.Looks, colour, tail.Until > tail.From ? Said(written, tail.From, tail.Until) : ""));
                at = tail.Until;
            }

            if (at < words.Count)
                left.Add(at);
            at++;
        }

        if (tails.Count == 0)
            return [];
        var (kept, keptWritten) = (left.ConvertAll(at => words[at]), left.ConvertAll(at => written[at]));
        words.Clear();
        written.Clear();
        words.AddRange(kept);
        written.AddRange(keptWritten);
        return tails;
    }

    /// <summary>The looks that begin at or soon after a word, and the words that they take.</summary>
    protected abstract FoundLooks? Tail(IReadOnlyList<string> words, IReadOnlyList<string> written, int at, string kind);

    /// <summary>The words of an animal's colours before its noun that would break its phrase in two.</summary>
    protected virtual (int From, int Until)? ColoursBefore(IReadOnlyList<string> words, int at, string kind) => null;

    protected static bool IsMark(IReadOnlyList<string> words, int at) => at >= words.Count || IdeaText.IsMark(words[at]);

    /// <summary>How many words the longest of several cues takes here; 0 when none stands here.</summary>
    protected static int LengthAt(IReadOnlyList<string> words, int at, IReadOnlyList<string> cues) =>
        cues.Where(cue => IdeaText.Stands(words, at, cue)).Select(cue => cue.Split(' ').Length).DefaultIfEmpty().Max();

    protected static string Text(IReadOnlyList<string> words, int from, int until) => string.Join(' ', words.Skip(from).Take(until - from));

    /// <summary>As it stands in the sentence behind the one whom it tells of.</summary>
    private static string Said(IReadOnlyList<string> written, int from, int until) =>
        $" {Text(written, from, until)}".Replace(" ,", ",", StringComparison.Ordinal);

    /// <summary>Looks, an animal's colour told after a comma, and the words that both take.</summary>
    protected sealed record FoundLooks(int From, int Until, IReadOnlyList<Look> Looks, string? Colour);
}
