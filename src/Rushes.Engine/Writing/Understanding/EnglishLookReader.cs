using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Understanding;

/// <summary>English: "with a grey beard", "in a red coat and boots", "in black", ", white with brown spots,".</summary>
internal sealed class EnglishLookReader(LookLexicon looks, Grammar grammar) : LookReader(looks)
{
    private const int LongestPhrase = 6;

    private readonly HashSet<string> _stops = new(grammar.Stops, StringComparer.Ordinal);
    private readonly HashSet<string> _verbs = new(grammar.Verbs, StringComparer.Ordinal);
    private readonly HashSet<string> _starters = new(grammar.Starters, StringComparer.Ordinal);

    private LookWords Words => Looks.Words;

    protected override FoundLooks? Tail(IReadOnlyList<string> words, IReadOnlyList<string> written, int at, string kind)
    {
        var from = AfterName(words, written, at);
        var set = from < words.Count && words[from] == ",";
        var end = set ? from + 1 : from;
        var found = new List<Look>();
        string? colour = null;
        if (set && Looks.Coat?.Suits(kind) == true && ColoursEnd(words, end) is var coloured && coloured > end)
            (colour, end) = (Text(words, end, coloured), coloured);
        var first = end;
        while (Led(words, end, kind, found.Count > 0 ? found[^1] : null) is { } look)
        {
            found.Add(look.Look);
            end = look.End;
        }

        if (end == first && colour is null)
            return null;

        // What a comma opens, a comma closes.
        if (set && !IsMark(words, end))
            return null;
        return new(from, set && end < words.Count && words[end] == "," ? end + 1 : end, found, colour);
    }

    /// <summary>"black and white" before a noun: the reading would end at its "and".</summary>
    protected override (int From, int Until)? ColoursBefore(IReadOnlyList<string> words, int at, string kind)
    {
        var noun = at - 1;
        return noun >= 3 && words[noun - 2] == "and" && Looks.Coat?.Suits(kind) == true && Looks.ColourAt(words, noun - 3) == 1 && Looks.ColourAt(words, noun - 1) == 1
            ? (noun - 3, noun)
            : null;
    }

    private static int AfterName(IReadOnlyList<string> words, IReadOnlyList<string> written, int at)
    {
        var name = at < words.Count && words[at] is "named" or "called" ? at + 1 : at;
        var end = name;
        while (end < words.Count && char.IsUpper(written[end][0]))
            end++;
        return end > name ? end : at;
    }

    /// <summary>One look with what leads to it; after another one "and" may lead to it too.</summary>
    private (Look Look, int End)? Led(IReadOnlyList<string> words, int at, string kind, Look? before)
    {
        if (before is not null && LengthAt(words, at, Words.And) is var joint and > 0)
        {
            var start = at + joint;
            return (LengthAt(words, start, Words.Having) + LengthAt(words, start, Words.Wearing) > 0 ? Led(words, start, kind, null) : null)
                ?? Phrase(words, start, kind, before.Aspect.IsWorn);
        }

        return LengthAt(words, at, Words.Wearing) is var wearing and > 0 ? Phrase(words, at + wearing, kind, onlyWorn: true)
            : LengthAt(words, at, Words.Having) is var having and > 0 ? Phrase(words, at + having, kind, onlyWorn: false)
            : null;
    }

    private (Look Look, int End)? Phrase(IReadOnlyList<string> words, int start, string kind, bool onlyWorn)
    {
        // "in black"
        if (onlyWorn && Looks.Coat?.Suits(kind) != true && ColoursEnd(words, start) is var coloured && coloured > start && Ends(words, coloured) && AspectAt(words, coloured, kind, onlyWorn) is null
            && Words.Aspects.FirstOrDefault(aspect => aspect.Id == LookAspect.Clothes) is { } clothes)
        {
            return (new(clothes, clothes.Lead, Text(words, start, coloured)), coloured);
        }

        var noun = start + LengthAt(words, start, Words.Measures);
        for (var at = noun; at < words.Count && at - noun < LongestPhrase; at++)
        {
            if (IsMark(words, at) || Words.Never.Contains(words[at], StringComparer.Ordinal))
                return null;
            if (AspectAt(words, at, kind, onlyWorn) is { } aspect)
            {
                // The last word tells what it is: a "leather jacket collar" is a collar.
                if (AspectAt(words, at + 1, kind, onlyWorn) is not null)
                    continue;
                if (at == noun && !aspect.IsBare)
                    return null;
                var end = Whole(words, at + 1, aspect);
                return Ends(words, end) ? (new(aspect, aspect.Lead, Text(words, start, end)), end) : null;
            }

            var joins = words[at] == "and" && at > noun && ColoursEnd(words, at - 1) > at;
            if (!joins && (_stops.Contains(words[at]) || _verbs.Contains(words[at]) || (at > noun && _starters.Contains(words[at]))))
                return null;
        }

        return null;
    }

    private LookAspect? AspectAt(IReadOnlyList<string> words, int at, string kind, bool onlyWorn) =>
        at < words.Count ? Looks.AspectAt(words[at].Split('-'), words[at].Count(letter => letter == '-'), kind, onlyWorn)?.Aspect : null;

    /// <summary>Where the look ends with what belongs to it: "a suit of armour", "spots on its back", "hair in a bun".</summary>
    private int Whole(IReadOnlyList<string> words, int end, LookAspect aspect)
    {
        if (end + 1 >= words.Count)
            return end;
        if (words[end] == "of")
        {
            var material = end + 1;
            while (material < words.Count && material - end < 4 && !IsMark(words, material) && !_stops.Contains(words[material]) && !_verbs.Contains(words[material]))
                material++;
            return material;
        }

        var noun = end + 2;
        var sits = words[end] is "on" or "over" or "around" or "in" && _starters.Contains(words[end + 1]) && noun < words.Count
            && (Words.Bodies.Contains(words[noun], StringComparer.Ordinal) || (words[end] == "in" && aspect.Words.Contains(words[noun])));
        return sits ? noun + 1 : end;
    }

    /// <summary>Where a run of colours ends: "white", "dark brown", "black and white".</summary>
    private int ColoursEnd(IReadOnlyList<string> words, int start)
    {
        var end = start;
        for (var at = start; at < words.Count;)
        {
            var colour = Looks.ColourAt(words, at);
            if (colour > 0)
                at = end = at + colour;
            else if (Looks.ModifierAt(words, at) > 0 || (at > start && words[at] == "and"))
                at++;
            else
                break;
        }

        return end;
    }

    /// <summary>Whether what stands here can follow a whole look: a verb, a comma, the end. "In a coat pocket" is no look.</summary>
    private bool Ends(IReadOnlyList<string> words, int at) =>
        IsMark(words, at)
        || (!Words.GoesOn.Contains(words[at], StringComparer.Ordinal)
            && (_stops.Contains(words[at]) || _verbs.Contains(words[at]) || Words.Deeds.Contains(words[at], StringComparer.Ordinal)
                || words[at] is [_, _, .., not 's', 's'] or [_, _, .., 'l', 'y'] or [_, _, .., 'e', 'd'] or [_, _, .., 'i', 'n', 'g']));
}
