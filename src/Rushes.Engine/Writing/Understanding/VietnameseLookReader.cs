using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Understanding;

/// <summary>Vietnamese: "tóc dài", "mắt xanh", "mặc áo dài đỏ", "có đôi mắt xanh"; what shapes a thing follows it.</summary>
internal sealed class VietnameseLookReader(LookLexicon looks, Grammar grammar) : LookReader(looks)
{
    // So many words may tell something else of somebody first: "ông lão gầy râu bạc".
    private const int Reach = 3;

    private readonly HashSet<string> _stops = new(grammar.Stops, StringComparer.Ordinal);
    private readonly HashSet<string> _verbs = new(grammar.Verbs, StringComparer.Ordinal);
    private readonly HashSet<string> _callings = new(grammar.Callings, StringComparer.Ordinal);
    private readonly HashSet<string> _numbers = new(grammar.Numbers.Keys, StringComparer.Ordinal);
    private readonly HashSet<string> _starters = new(grammar.Starters, StringComparer.Ordinal);

    private LookWords Words => Looks.Words;

    protected override FoundLooks? Tail(IReadOnlyList<string> words, IReadOnlyList<string> written, int at, string kind)
    {
        var from = at;

        // A calling has its object: "bán xôi".
        if (from + 2 < words.Count && _callings.Contains(words[from]) && !IsMark(words, from + 1))
            from += 2;
        for (var start = from; start < words.Count && start - from <= Reach; start++)
        {
            if (Run(words, start, kind, bareClothes: start == from) is { } found)
                return found;
            var modifier = char.IsLower(written[start][0]) && !_stops.Contains(words[start]) && !_verbs.Contains(words[start]) && !_callings.Contains(words[start])
                && !_starters.Contains(words[start]);
            if (IsMark(words, start) || !(modifier || char.IsUpper(written[start][0])))
                return null;
        }

        return null;
    }

    /// <param name="bareClothes">Clothes need no verb here; behind a word that may be one they are its object: "may áo đỏ".</param>
    private FoundLooks? Run(IReadOnlyList<string> words, int from, string kind, bool bareClothes)
    {
        var set = words[from] == ",";
        var end = set ? from + 1 : from;
        var found = new List<Look>();
        while (true)
        {
            var joint = found.Count == 0 ? 0 : end < words.Count && words[end] == "," ? 1 : LengthAt(words, end, Words.And);
            if (One(words, end + joint, kind, bareClothes || found.Count > 0) is not { } look)
                break;
            set |= joint > 0 && words[end] == ",";
            found.Add(look.Look);
            end = look.End;
        }

        if (found.Count == 0 || (words[from] == "," && !IsMark(words, end)))
            return null;
        return new(from, set && end < words.Count && words[end] == "," ? end + 1 : end, found, null);
    }

    private (Look Look, int End)? One(IReadOnlyList<string> words, int start, string kind, bool bareClothes)
    {
        var wearing = LengthAt(words, start, Words.Wearing);
        var having = wearing > 0 ? 0 : LengthAt(words, start, Words.Having);
        var text = start + Math.Max(wearing, having);
        var noun = text + LengthAt(words, text, Words.Measures);
        if (noun >= words.Count || Looks.AspectAt(words, noun, kind, onlyWorn: wearing > 0) is not { } found)
            return null;
        var end = noun + found.Length;
        var coloured = false;
        while (Looks.ModifierAt(words, end) is var more and > 0)
        {
            coloured |= Looks.ColourAt(words, end) > 0;
            end += more;
        }

        if (found.Aspect.IsWorn && wearing + having == 0 && !(coloured && bareClothes))
            return null;
        var counted = having > 0 && !found.Aspect.IsWorn && _numbers.Contains(words[text]);
        var tells = end > noun + found.Length || counted || (found.Aspect.IsBare && wearing > 0);
        if (!tells || Words.Never.Any(word => LengthAt(words, end, [word]) > 0))
            return null;
        var lead = text > start ? Text(words, start, text) : found.Aspect.Lead;
        return (new(found.Aspect, lead, Text(words, text, end)), end);
    }
}
