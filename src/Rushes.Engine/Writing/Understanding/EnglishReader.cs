namespace Rushes.Engine.Writing.Understanding;

/// <summary>
/// English: a noun phrase starts at an article and runs to its head, the word before the verb or preposition; callings are known by their ending
/// ("lighthouse keeper").
/// </summary>
internal sealed class EnglishReader(Lexicon lexicon, Grammar grammar, LookLexicon looks)
    : IdeaReader(lexicon, grammar, new EnglishLookReader(looks, grammar))
{
    private readonly HashSet<string> _stops = new(grammar.Stops, StringComparer.Ordinal);
    private readonly HashSet<string> _starters = new(grammar.Starters, StringComparer.Ordinal);
    private readonly HashSet<string> _verbs = new(grammar.Verbs, StringComparer.Ordinal);

    protected override Reading People(Reading reading, IReadOnlyList<string> words, IReadOnlyList<string> written, IReadOnlyList<Sighting> sightings)
    {
        var phrases = NounPhrases(reading, words, sightings);
        var goalCue = First(words, Grammar.GoalCues);
        bool InGoal(Phrase phrase) => goalCue.At >= 0 && phrase.Start >= goalCue.At;
        var people = phrases.Where(phrase => IsSomebody(words, phrase)).ToList();
        var sought = people.FirstOrDefault(phrase => phrase.Start > 0 && Grammar.SoughtCues.Any(cue => EndsAt(words, cue, phrase.Start)));
        var hero = people.FirstOrDefault(phrase => phrase != sought && !InGoal(phrase));
        var mate = people.FirstOrDefault(phrase => phrase != hero && phrase != sought && (hero is null || phrase.Start >= hero.End) && !InGoal(phrase));
        var thing = phrases.FirstOrDefault(phrase => phrase != hero && phrase != mate && phrase != sought && phrase.Known?.IsThing == true)
            ?? phrases.FirstOrDefault(phrase => hero is not null && phrase.Start >= hero.End && phrase.Known is null && !IsSomebody(words, phrase) && !IsPlace(words, phrase)
                && !Grammar.NoThings.Contains(words[phrase.End - 1], StringComparer.Ordinal));
        var clause = hero is null ? 0 : AfterWho(words, hero.End);
        return reading with
        {
            Hero = hero is null ? null : SomebodyAt(reading, words, written, hero),
            Mate = mate is null ? null : SomebodyAt(reading, words, written, mate),
            Sought = sought is null ? null : SomebodyAt(reading, words, written, sought),
            Goal = goalCue.At < 0 ? null : EnglishForms.Base(Clause(words, goalCue.At + goalCue.Length, trimPlace: true)),
            Event = hero is null || clause >= words.Count || !IsDeed(reading, words, clause) ? null : Clause(words, clause, trimPlace: false),
            Thing = thing is null ? null : ThingWords(words, thing),
            WholeThing = thing is null ? null : WholeThing(words, thing),
            OwnPlace = reading.Places.Count > 0 ? null : OwnPlace(words, phrases),
        };
    }

    /// <summary>A verb; after a look also one that the grammar does not know, in the form that "she mends" has.</summary>
    private bool IsDeed(Reading reading, IReadOnlyList<string> words, int at) =>
        _verbs.Contains(words[at]) || (words[at] is [.., not 's', 's'] && reading.Looks.Any(tail => tail.Resumes == at));

    protected override string? KindBefore(IReadOnlyList<string> words, IReadOnlyList<Sighting> sightings, int at) =>
        base.KindBefore(words, sightings, at)
        ?? (at > 0 && !sightings.Any(sighting => sighting.End == at) && IsCalling(words[at - 1]) ? "person" : null);

    private sealed record Phrase(int Start, int End, int HeadStart, Sighting? Known);

    private List<Phrase> NounPhrases(Reading reading, IReadOnlyList<string> words, IReadOnlyList<Sighting> sightings)
    {
        var phrases = new List<Phrase>();
        for (var at = 0; at < words.Count;)
        {
            var sighting = sightings.FirstOrDefault(candidate => candidate.Start == at && (candidate.IsSomebody || candidate.IsThing));
            var bareVerb = sighting is { Length: 1 } && _verbs.Contains(words[at]);
            if (!_starters.Contains(words[at]) && (sighting is null || bareVerb))
            {
                at++;
                continue;
            }

            var start = at;
            var end = _starters.Contains(words[at]) ? at + 1 : at;
            while (end < words.Count && end - start < 7)
            {
                // A look ended it.
                if (end > start && reading.Looks.Any(tail => tail.At == end))
                    break;

                // A known expression of several words belongs together, even with "and" in it: "father and his daughter".
                if (sightings.FirstOrDefault(candidate => candidate.Start == end && (candidate.IsSomebody || candidate.IsThing)) is { } whole)
                {
                    if (end > start + 1 && whole.Length == 1 && _verbs.Contains(words[end]))
                        break;
                    end = whole.End;
                    continue;
                }

                var afterSomebody = sightings.Any(candidate => candidate.End == end && candidate.IsSomebody) && !IsCalling(words[end]);
                if (IsMark(words[end]) || _stops.Contains(words[end]) || _starters.Contains(words[end]) || afterSomebody || (end > start + 1 && _verbs.Contains(words[end])))
                    break;
                end++;
            }

            var inside = sightings.LastOrDefault(candidate => candidate.Start >= start && candidate.End <= end && (candidate.IsSomebody || candidate.IsThing));
            if (end > start + (_starters.Contains(words[start]) ? 1 : 0))
                phrases.Add(new(start, end, inside?.Start ?? end - 1, inside));
            at = Math.Max(end, at + 1);
        }

        return phrases;
    }

    private bool IsSomebody(IReadOnlyList<string> words, Phrase phrase)
    {
        // The head tells: a "message bottle" is a thing, a "lighthouse keeper" a person, whatever stands before.
        var head = words[phrase.End - 1];
        if (phrase.Known is { } known && known.End == phrase.End)
            return known.IsSomebody;
        return IsCalling(head) && Lexicon.Place(head) is null;
    }

    private bool IsCalling(string word) =>
        Grammar.Callings.Any(ending => word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
        && !Grammar.NoCallings.Any(other => other[0] == '-' ? word.EndsWith(other[1..], StringComparison.Ordinal) : word == other);

    private bool IsPlace(IReadOnlyList<string> words, Phrase phrase) =>
        Enumerable.Range(phrase.Start, phrase.End - phrase.Start).Any(start => Lexicon.Place(string.Join(' ', words.Skip(start).Take(phrase.End - start))) is not null);

    private static bool EndsAt(IReadOnlyList<string> words, string cue, int end)
    {
        var length = cue.Count(letter => letter == ' ') + 1;
        return end >= length && IndexOf(words.Skip(end - length).Take(length).ToList(), cue) == 0;
    }

    private Somebody SomebodyAt(Reading reading, IReadOnlyList<string> words, IReadOnlyList<string> written, Phrase phrase)
    {
        var start = _starters.Contains(words[phrase.Start]) ? phrase.Start + 1 : phrase.Start;
        var called = string.Join(' ', words.Skip(start).Take(phrase.End - start));
        var at = phrase.End < words.Count && words[phrase.End] is "named" ? phrase.End + 1 : phrase.End;
        var name = at < words.Count && char.IsUpper(written[at][0]) && !_stops.Contains(words[at]) ? written[at] : null;
        if (words[phrase.End - 1] is var plural && phrase.Known is { Entry.Words: var known } && !known.Contains(phrase.Known.Text))
            called = EnglishForms.Singular(called);
        return new(called, phrase.Known?.End == phrase.End ? phrase.Known.Entry : null, name)
        {
            Tail = TailOf(reading, phrase.Start, phrase.End),
        };
    }

    private static int AfterWho(IReadOnlyList<string> words, int at) => at < words.Count && words[at] is "who" or "that" or "which" ? at + 1 : at;

    private static string? Clause(IReadOnlyList<string> words, int start, bool trimPlace)
    {
        var end = start;
        while (end < words.Count && !IsMark(words[end]) && !(trimPlace && end > start + 1 && words[end] is "during" or "while" or "before" or "after" or "but" or "because" or "when"))
            end++;
        return end > start ? string.Join(' ', words.Skip(start).Take(end - start)) : null;
    }

    private string ThingWords(IReadOnlyList<string> words, Phrase phrase)
    {
        var start = _starters.Contains(words[phrase.Start]) ? phrase.Start + 1 : phrase.Start;
        return string.Join(' ', words.Skip(start).Take(phrase.End - start));
    }

    /// <summary>"message in a bottle", "box of letters": what directly belongs to a thing is part of it.</summary>
    private string WholeThing(IReadOnlyList<string> words, Phrase phrase)
    {
        var text = ThingWords(words, phrase);
        var end = phrase.End;
        var joins = end < words.Count && (words[end] == "of" || (words[end] is "in" or "from" && end + 1 < words.Count && words[end + 1] is "a" or "the"));
        if (!joins)
            return text;
        var to = end + 1;
        while (to < words.Count && to - end < 4 && !IsMark(words[to]) && (to == end + 1 || !_stops.Contains(words[to])) && !_verbs.Contains(words[to]))
            to++;
        return $"{text} {string.Join(' ', words.Skip(end).Take(to - end))}";
    }

    private string? OwnPlace(IReadOnlyList<string> words, List<Phrase> phrases)
    {
        var place = phrases.FirstOrDefault(phrase => phrase.Start > 0 && Grammar.PlaceCues.Contains(words[phrase.Start - 1]) && !IsSomebody(words, phrase) && phrase.Known is null);
        return place is null ? null : ThingWords(words, place);
    }
}
