namespace Rushes.Engine.Writing.Understanding;

/// <summary>
/// Vietnamese: no inflection, modifiers follow the noun, and a calling is a noun with a verb and its object ("cô gái bán hoa"). A phrase therefore
/// ends where the next verb begins that is not such a calling.
/// </summary>
internal sealed class VietnameseReader(Lexicon lexicon, Grammar grammar, LookLexicon looks)
    : IdeaReader(lexicon, grammar, new VietnameseLookReader(looks, grammar))
{
    private readonly HashSet<string> _stops = new(grammar.Stops, StringComparer.Ordinal);
    private readonly HashSet<string> _starters = new(grammar.Starters, StringComparer.Ordinal);
    private readonly HashSet<string> _callings = new(grammar.Callings, StringComparer.Ordinal);
    private readonly HashSet<string> _verbs = new(grammar.Verbs, StringComparer.Ordinal);

    protected override Reading People(Reading reading, IReadOnlyList<string> words, IReadOnlyList<string> written, IReadOnlyList<Sighting> sightings)
    {
        var people = sightings.Where(sighting => sighting.IsSomebody).ToList();
        var goalCue = First(words, Grammar.GoalCues);
        var sought = people.FirstOrDefault(sighting => Follows(words, sighting, Grammar.SoughtCues) && sighting != people.FirstOrDefault(first => first.Start == 0));
        var hero = people.FirstOrDefault(sighting => sighting != sought && !InGoal(sighting, goalCue));
        var heroEnd = hero is null ? 0 : PhraseEnd(reading, words, hero, sightings);
        var mate = people.FirstOrDefault(sighting => sighting != hero && sighting != sought && sighting.Start >= heroEnd && !InGoal(sighting, goalCue));

        var clauseEnd = ClauseEnd(words, heroEnd);
        var eventText = hero is null ? null : Join(written, heroEnd, clauseEnd);
        var thing = Thing(words, written, sightings, heroEnd, clauseEnd);
        return reading with
        {
            Hero = hero is null ? null : SomebodyAt(reading, written, words, hero, heroEnd),
            Mate = mate is null ? null : SomebodyAt(reading, written, words, mate, PhraseEnd(reading, words, mate, sightings)),
            Sought = sought is null ? null : SomebodyAt(reading, written, words, sought, PhraseEnd(reading, words, sought, sightings)),
            Goal = goalCue.At < 0 ? null : Goal(words, written, goalCue),
            Event = IsDeed(words, heroEnd) || (heroEnd < clauseEnd && reading.Looks.Any(tail => tail.Resumes == heroEnd)) ? eventText : null,
            Thing = thing,
            OwnPlace = reading.Places.Count > 0 ? null : OwnPlace(words, written, sightings),
        };
    }

    private bool IsDeed(IReadOnlyList<string> words, int at) =>
        at < words.Count && (_verbs.Contains(words[at]) || IsVerbPair(words, at) || words[at] is "bị" or "được");

    private static bool InGoal(Sighting sighting, (int At, int Length) goal) => goal.At >= 0 && sighting.Start > goal.At;

    private static bool Follows(IReadOnlyList<string> words, Sighting sighting, IReadOnlyList<string> cues)
    {
        foreach (var cue in cues)
        {
            var length = cue.Count(letter => letter == ' ') + 1;
            // A classifier or number may stand between: "tìm chú chó".
            for (var gap = 0; gap <= 2; gap++)
            {
                var at = sighting.Start - gap - length;
                if (at >= 0 && IndexOf(words.Skip(at).Take(length).ToList(), cue) == 0)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Where the noun phrase around a known word ends: modifiers and a calling belong to it.</summary>
    private int PhraseEnd(Reading reading, IReadOnlyList<string> words, Sighting noun, IReadOnlyList<Sighting> sightings)
    {
        if (TailOf(reading, noun.Start, noun.End) is { } tail)
            return Math.Max(noun.End, tail.Resumes);
        var end = noun.End;
        var isPlain = noun.Entry!.Wears.Count == 0 && noun.Entry.Does.Count == 0;
        if (isPlain && end < words.Count && !IsVerbPair(words, end) && _callings.Contains(words[end]) && end + 1 < words.Count && !_starters.Contains(words[end + 1]) && !IsMark(words[end + 1]))
        {
            var known = sightings.FirstOrDefault(sighting => sighting.Start == end + 1);
            var after = known?.End ?? end + 2;
            // It is a calling only when something else follows that the person does or where it is.
            if (after < words.Count)
                end = after;
        }

        while (end < words.Count && !_stops.Contains(words[end]) && !_verbs.Contains(words[end]) && !IsMark(words[end]) && !_starters.Contains(words[end])
            && end - noun.End < 4 && !IsTimePlaceOrSomebody(sightings, end) && !IsVerbPair(words, end))
        {
            end++;
        }

        return end;
    }

    private bool IsVerbPair(IReadOnlyList<string> words, int at) => at + 1 < words.Count && _verbs.Contains($"{words[at]} {words[at + 1]}");

    private static bool IsTimePlaceOrSomebody(IReadOnlyList<Sighting> sightings, int at) =>
        sightings.Any(sighting => sighting.Start == at && (sighting.IsSomebody || sighting.Entry?.Kind is "time" or "weather" or "act"));

    private static Somebody SomebodyAt(Reading reading, IReadOnlyList<string> written, IReadOnlyList<string> words, Sighting noun, int end)
    {
        var tail = TailOf(reading, noun.Start, noun.End);

        // A story that is told whole must find in its sentences how it calls people.
        if (tail is not null && reading.IsTold)
            end = tail.Resumes;
        var phrase = written.Skip(noun.Start).Take(end - noun.Start).ToList();
        // A capital inside the phrase is a proper name: "cô bé Lan", "chú chó Vàng".
        var nameAt = phrase.FindIndex(Math.Min(noun.Length, phrase.Count), word => char.IsUpper(word[0]));
        var named = nameAt > 0 ? string.Join(' ', phrase.Skip(nameAt).TakeWhile(word => char.IsUpper(word[0]))) : null;
        var called = string.Join(' ', (nameAt > 0 ? phrase.Take(nameAt) : phrase).Select(word => word.ToLowerInvariant()));
        // "chú mèo con": the classifier before a known animal is part of how it is called.
        if (noun.Start > 0 && IsClassifier(words[noun.Start - 1]) && noun.Entry?.Kind is "animal" or "robot" or "creature" && !called.StartsWith(words[noun.Start - 1], StringComparison.Ordinal))
            called = $"{words[noun.Start - 1]} {called}";
        return new(called, noun.Entry, named) { Tail = tail };
    }

    private static bool IsClassifier(string word) => word is "chú" or "con" or "cô" or "nàng" or "chàng" or "bé" or "anh" or "cậu" or "người" or "bác" or "ông";

    private string? Goal(IReadOnlyList<string> words, IReadOnlyList<string> written, (int At, int Length) cue)
    {
        var start = cue.At + cue.Length;
        var end = ClauseEnd(words, start);
        // "trong đêm mưa", "để giúp mẹ": time, place and purpose are not the wish itself.
        var trailing = First(words, [.. Grammar.PlaceCues, "để", "cho dù", "dù", "nhưng", "khi"], start + 1);
        if (trailing.At > start && trailing.At < end)
            end = trailing.At;
        var goal = Join(written, start, end)?.ToLowerInvariant();
        if (goal is null)
            return null;
        if (goal.StartsWith("thành ", StringComparison.Ordinal))
            goal = "trở " + goal;
        var cueText = string.Join(' ', words.Skip(cue.At).Take(cue.Length));
        return cueText.StartsWith("tìm", StringComparison.Ordinal) || cueText.StartsWith("đi tìm", StringComparison.Ordinal) ? $"{cueText} {goal}" : goal;
    }

    private static int ClauseEnd(IReadOnlyList<string> words, int from)
    {
        var end = from;
        while (end < words.Count && !IsMark(words[end]))
            end++;
        return end;
    }

    private string? Thing(IReadOnlyList<string> words, IReadOnlyList<string> written, IReadOnlyList<Sighting> sightings, int from, int to)
    {
        var known = sightings.FirstOrDefault(sighting => sighting.IsThing && sighting.Start >= from);
        var start = known?.Start ?? -1;
        if (known is null)
        {
            // An unknown thing still shows itself by its classifier: "một chiếc la bàn", "bức tượng cổ".
            for (var at = from; at < to - 1 && start < 0; at++)
            {
                if (words[at] is "chiếc" or "cái" or "bức" or "cuốn" or "quyển" or "tấm" or "lá" or "hạt" or "viên" or "cây" or "đôi" or "bó" or "hộp" or "tờ")
                    start = at;
            }
        }

        if (start < 0)
            return null;
        var end = known?.End ?? start + 1;
        while (end < words.Count && !_stops.Contains(words[end]) && !_verbs.Contains(words[end]) && !IsMark(words[end]) && !_starters.Contains(words[end])
            && end - start < 5 && !IsTimePlaceOrSomebody(sightings, end) && !sightings.Any(sighting => sighting.Start == end && sighting.Place is not null))
        {
            end++;
        }

        // A classifier alone names nothing: "trồng cây trên sao Hỏa".
        if (known is null && end == start + 1)
            return null;
        if (known is not null && start > 0 && words[start - 1] is "chiếc" or "cái" or "bức" or "cuốn" or "quyển" or "tấm" or "lá" or "hạt" or "con" or "cây" or "đôi" or "bó" or "hộp" or "tờ")
            start--;
        return Join(written, start, end)?.ToLowerInvariant();
    }

    private string? OwnPlace(IReadOnlyList<string> words, IReadOnlyList<string> written, IReadOnlyList<Sighting> sightings)
    {
        var cue = First(words, Grammar.PlaceCues);
        if (cue.At < 0)
            return null;
        var start = cue.At + cue.Length;
        var end = start;
        while (end < words.Count && end - start < 5 && !IsMark(words[end]) && !_stops.Contains(words[end]) && !_verbs.Contains(words[end]))
            end++;
        return sightings.Any(sighting => sighting.Start >= start && sighting.Start < end && sighting.Entry?.Kind is "time" or "weather") || end - start < 1
            ? null
            : Join(written, start, end);
    }

    private static string? Join(IReadOnlyList<string> written, int start, int end) =>
        end > start ? string.Join(' ', written.Skip(start).Take(end - start)) : null;
}
