namespace Rushes.Engine.Writing.Understanding;

/// <summary>
/// Reads an idea as far as a careful program can: known words first, then the idea's own phrases. The steps are the same in every language; how
/// phrases are cut is told by the language.
/// </summary>
internal abstract class IdeaReader(Lexicon lexicon, Grammar grammar, LookReader looks)
{
    // Only the opening of a long idea tells who it is about; the rest is searched for places and things.
    private const int Opening = 60;

    protected Grammar Grammar => grammar;

    protected Lexicon Lexicon => lexicon;

    public Reading Read(string idea)
    {
        var clean = IdeaText.Clean(idea);
        var sentences = IdeaText.Sentences(clean);
        var written = sentences.Count == 0 ? [] : IdeaText.Words(string.Join(" . ", sentences)).ToList();
        var words = written.Select(word => word.ToLowerInvariant()).ToList();
        var sightings = Sightings(words);
        var reading = Frame(
            new() { Idea = clean.Length == 0 ? idea.Trim() : clean, Sentences = sentences, Plain = $" {string.Join(' ', words)} " }, words, written);

        // What looks somebody has is theirs; everything else is read without them, so that nobody loses a kite in a coat.
        if (reading.Framed is null)
        {
            var goal = First(words, grammar.GoalCues).At;
            var until = Math.Min(Opening, goal < 0 ? words.Count : goal);
            reading = reading with { Looks = looks.Cut(words, written, at => KindBefore(words, sightings, at), until) };
            if (reading.Looks.Count > 0)
                sightings = Sightings(words);
        }

        reading = reading with
        {
            Places = [.. sightings.Where(sighting => sighting.Place is not null).Select(sighting => sighting.Place!).DistinctBy(place => place.Id)],
            Time = Meaning(sightings, "time"),
            Weather = Meaning(sightings, "weather"),
            Tags = [.. sightings.SelectMany(TagsOf).Distinct(StringComparer.Ordinal)],
        };
        var opening = Math.Min(Opening, words.Count);
        return People(reading, words.Take(opening).ToList(), written.Take(opening).ToList(), [.. sightings.Where(sighting => sighting.End <= opening)]);
    }

    /// <summary>The kind of the one whose words end before a word; null when there is nobody, or several who are called as one.</summary>
    protected virtual string? KindBefore(IReadOnlyList<string> words, IReadOnlyList<Sighting> sightings, int at) =>
        sightings.FirstOrDefault(sighting => sighting.End == at && sighting.IsSomebody) is { Entry: { Members.Count: 0 } entry } ? entry.Kind : null;

    /// <summary>The looks of the one whose words are these.</summary>
    protected static LookTail? TailOf(Reading reading, int start, int end) => reading.Looks.FirstOrDefault(tail => tail.At > start && tail.At <= end);

    private List<Sighting> Sightings(IReadOnlyList<string> words) => [.. lexicon.Find(words).Where(sighting => !sighting.IsSomebody || !IsGone(sighting, words))];

    /// <summary>Finds who does what to whom.</summary>
    protected abstract Reading People(Reading reading, IReadOnlyList<string> words, IReadOnlyList<string> written, IReadOnlyList<Sighting> sightings);

    /// <summary>Where a run of cue words starts at or after <paramref name="from"/>; -1 when it does not occur.</summary>
    protected static int IndexOf(IReadOnlyList<string> words, string cue, int from = 0)
    {
        for (var at = from; at < words.Count; at++)
        {
            if (IdeaText.Stands(words, at, cue))
                return at;
        }

        return -1;
    }

    /// <summary>The first of several cues, the longest where two start together.</summary>
    protected static (int At, int Length) First(IReadOnlyList<string> words, IEnumerable<string> cues, int from = 0)
    {
        var best = (At: -1, Length: 0);
        foreach (var cue in cues)
        {
            var at = IndexOf(words, cue, from);
            var length = cue.Count(letter => letter == ' ') + 1;
            if (at >= 0 && (best.At < 0 || at < best.At || (at == best.At && length > best.Length)))
                best = (at, length);
        }

        return best;
    }

    protected static bool IsMark(string word) => IdeaText.IsMark(word);

    /// <summary>Who is dead is remembered and does not come along.</summary>
    private bool IsGone(Sighting sighting, IReadOnlyList<string> words) =>
        grammar.GoneBefore.Any(cue => IndexOf(words.Take(sighting.Start).TakeLast(Length(cue)).ToList(), cue) == 0)
        || grammar.GoneAfter.Any(cue => IndexOf(words.Skip(sighting.End).Take(Length(cue)).ToList(), cue) == 0);

    private static int Length(string cue) => cue.Count(letter => letter == ' ') + 1;

    private static string? Meaning(IReadOnlyList<Sighting> sightings, string kind) =>
        sightings.FirstOrDefault(sighting => sighting.Entry?.Kind == kind)?.Entry!.Means;

    private static IEnumerable<string> TagsOf(Sighting sighting)
    {
        var tags = (sighting.Entry?.Tags ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return sighting.Place is { } place ? tags.Append(place.Id) : tags;
    }

    private Reading Frame(Reading reading, List<string> words, List<string> written)
    {
        foreach (var frame in grammar.Frames)
        {
            foreach (var begin in frame.Begins.OrderByDescending(text => text.Length))
            {
                var parts = begin.Split(' ');
                if (parts.Length >= words.Count || !parts.Index().All(part => Fits(part.Item, words[part.Index])))
                    continue;
                var rest = written.Skip(parts.Length).TakeWhile(word => !IsMark(word)).ToList();
                if (rest.Count == 0)
                    continue;
                var number = parts.Index().Where(part => part.Item == "#").Select(part => Number(words[part.Index])).FirstOrDefault();
                return reading with { Framed = frame.Kind, Subject = string.Join(' ', rest), Count = number };
            }
        }

        return reading;
    }

    private bool Fits(string part, string word) => part == "#" ? Number(word) is not null : part == word;

    private int? Number(string word) =>
        int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var digits) ? digits
        : grammar.Numbers.TryGetValue(word, out var named) ? named
        : null;
}
