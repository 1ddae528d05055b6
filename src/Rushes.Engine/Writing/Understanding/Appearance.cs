using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Understanding;

/// <summary>What an idea tells of somebody's looks, against what the lexicon would lend.</summary>
internal sealed class Appearance
{
    // Traits of a lent look stand between these.
    private static readonly string[] Joints = [", ", " and "];

    private readonly LookLexicon _looks;
    private readonly string _kind;
    private readonly HashSet<string> _told;

    /// <param name="calledShows">How the idea calls somebody, without what the lexicon has looks of its own for.</param>
    public Appearance(LookLexicon looks, string kind, string calledShows, LookTail? tail)
    {
        (_looks, _kind) = (looks, kind);
        Own = tail?.Looks ?? [];
        IsCalledByLook = looks.Shown(calledShows, kind).Count > 0;
        _told = [.. looks.Shown(calledShows, kind).Concat(Own.Select(look => look.Aspect)).Select(aspect => aspect.Id)];
        if (tail?.Colour is not null)
            _told.Add(LookAspect.Coat);
        Gender = kind == "person" ? looks.Shown(calledShows, kind).Concat(Own.Select(look => look.Aspect)).FirstOrDefault(aspect => aspect.Gender is not null)?.Gender : null;
    }

    public IReadOnlyList<Look> Own { get; }

    /// <summary>The idea says nothing; all is lent.</summary>
    public bool IsOpen => _told.Count == 0;

    public bool IsCalledByLook { get; }

    /// <summary>What a beard tells.</summary>
    public string? Gender { get; }

    public bool TellsCoat => _told.Contains(LookAspect.Coat);

    /// <summary>What each of several lent looks still adds; those that add nothing are left out when others do.</summary>
    public IReadOnlyList<string> Adding(IReadOnlyList<string> lent)
    {
        if (IsOpen)
            return lent;
        var left = lent.Select(Left).Where(traits => traits.Length > 0).ToList();
        return left.Count > 0 ? left : [""];
    }

    /// <summary>The first trait of a lent look.</summary>
    public static string First(string traits) => traits.Split(Joints, 2, StringSplitOptions.None)[0];

    /// <summary>What grew on somebody: the idea's own first, then what is lent.</summary>
    /// <param name="coat">A coat that how it is called does not tell.</param>
    public string Grown(string? coat, string lent)
    {
        var own = Own.Where(look => !look.Aspect.IsWorn).Select(look => look.ToString()).ToList();
        if (coat is not null)
            own.Insert(0, coat);
        return own.Count == 0 ? lent : Join([.. own, .. Traits(lent)]);
    }

    /// <summary>What somebody wears: the idea's own first, then what is lent; of one lead only the first has it: "in a red coat and a straw hat".</summary>
    public string Worn(string lent)
    {
        var parts = new List<(string Lead, List<string> Texts)>();
        foreach (var look in Own.Where(look => look.Aspect.IsWorn))
            Add(look.Lead, [look.Text]);
        if (parts.Count == 0)
            return lent;
        if (lent.Length > 0 && LeadOf(lent) is { } lead)
            Add(lead, Traits(lent[(lead.Length + 1)..]));
        else if (lent.Length > 0)
            Add("", [lent]);
        return string.Join(", ", parts.Select(part => $"{part.Lead} {Join(part.Texts)}".TrimStart()));

        void Add(string before, IEnumerable<string> texts)
        {
            if (parts.Count > 0 && parts[^1].Lead == before)
                parts[^1].Texts.AddRange(texts);
            else
                parts.Add((before, [.. texts]));
        }
    }

    private static string[] Traits(string look) => look.Split(Joints, StringSplitOptions.RemoveEmptyEntries);

    private string Join(IReadOnlyList<string> traits) =>
        traits.Count < 2 ? string.Concat(traits) : $"{string.Join(", ", traits.SkipLast(1))}{_looks.Words.Last}{traits[^1]}";

    private string Left(string lent)
    {
        var traits = Traits(lent);
        var kept = traits.Where(trait => !_looks.Shown(trait, _kind).Any(aspect => _told.Contains(aspect.Id))).ToList();
        if (kept.Count == traits.Length)
            return lent;

        // "in overalls and rubber boots" without the overalls is still "in rubber boots".
        if (kept.Count > 0 && kept[0] != traits[0] && lent.Contains(Joints[1], StringComparison.Ordinal) && LeadOf(traits[0]) is { } lead)
            kept[0] = $"{lead} {kept[0]}";
        return Join(kept);
    }

    private string? LeadOf(string trait) =>
        _looks.Words.Having.Concat(_looks.Words.Wearing).FirstOrDefault(lead => trait.StartsWith(lead + ' ', StringComparison.Ordinal));
}
