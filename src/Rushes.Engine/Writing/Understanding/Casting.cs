using Rushes.Engine.Writing.Composing;
using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Understanding;

/// <summary>Gives the people of an idea a name, a look and a way to be spoken of.</summary>
/// <param name="told">The idea tells its whole story and calls people by their roles; no names are invented.</param>
internal sealed class Casting(PhraseBook book, Chance chance, bool told)
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public CastMember Cast(Somebody somebody, string role)
    {
        var entry = somebody.Entry;
        var kind = entry?.Kind ?? "person";
        var gender = entry?.Gender ?? "x";
        var age = entry?.Age ?? "adult";
        var appearance = new Appearance(book.Looks, kind, Telling(somebody), somebody.Tail);
        gender = appearance.Gender ?? gender;
        if (gender == "x" && kind is "person")
            gender = chance.Next() < 0.5 ? "f" : "m";
        var circumstances = new Circumstances([kind, gender, age, .. (entry?.Tags ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        var usual = book.Casts.Where(cast => circumstances.Grant(cast.When) is not null).MaxBy(cast => circumstances.Grant(cast.When))
            ?? book.Casts[0];
        var called = CalledIn(somebody.Called, entry);
        var look = chance.Pick(appearance.Adding(Filled(entry?.Looks, usual.Looks)));

        // What the lexicon lets a woman of this calling wear is nothing for the man whom a beard tells.
        var isAsKnown = appearance.Gender is null || entry?.Gender == gender;
        var wears = chance.Pick(appearance.Adding(isAsKnown ? Filled(entry?.Wears, usual.Wears) : usual.Wears));
        var pattern = told && somebody.Name is null ? book.Words.ToldLooks : book.Words.Looks;
        return new()
        {
            Name = somebody.Name ?? (told ? called : NewName(Fitting(Filled(entry?.Names, usual.Names), appearance))),
            IsCalledByRole = told && somebody.Name is null,
            Called = called,
            Identity = Identity(pattern, called, somebody.Tail?.Colour, appearance, look, wears),
            Brief = Identity(pattern, called, somebody.Tail?.Colour, appearance, Appearance.First(look), Appearance.First(wears)),
            LooksSaid = somebody.Tail?.Said,
            Role = role,
            He = entry?.Pronoun is { } own ? EnglishForms.Pronouns(own) ?? [own, own, own, own] : Pronouns(usual),
            Kind = kind,
            Gender = gender,
            Age = age,
            Figure = entry?.Figure ?? usual.Figure,
            Does = Filled(entry?.Does, usual.Does),
            Places = entry?.Places ?? [],
            Own = (entry?.Tags ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };
    }

    /// <summary>How the idea calls somebody, as far as it can gainsay the lexicon: a "goldfish" has the looks of its own entry.</summary>
    private static string Telling(Somebody somebody) =>
        somebody.Entry is { Looks.Count: > 0 } entry && entry.Words.Where(word => $" {somebody.Called} ".Contains($" {word} ", StringComparison.Ordinal)).MaxBy(word => word.Length) is { } known
            ? somebody.Called.Replace(known, "", StringComparison.Ordinal)
            : somebody.Called;

    private string Identity(string pattern, string called, string? colour, Appearance appearance, string look, string wears)
    {
        // Where the name is the role already, the colour cannot stand before it.
        var isNamed = pattern.Contains("called}", StringComparison.Ordinal);
        var coat = colour is not null && !isNamed ? book.Looks.Words.Coat?.Replace("{colour}", colour, StringComparison.Ordinal) : null;
        look = appearance.Grown(coat, look);
        wears = appearance.Worn(wears);
        var whole = colour is null || !isNamed ? called : Coloured(called, colour);

        // Vietnamese has no "with": what is lent is set apart from a look that the role ends with.
        if (book.Language == "vi" && appearance.IsCalledByLook && appearance.Own.All(own => own.Aspect.IsWorn))
            pattern = pattern.Replace("{called} {look}", "{called}, {look}", StringComparison.Ordinal);
        return Fill(Fill(pattern, "{wears}", wears), "{look}", look)
            .Replace("{a called}", book.Language == "en" ? EnglishForms.A(whole) : whole, StringComparison.Ordinal)
            .Replace("{called}", whole, StringComparison.Ordinal);
    }

    /// <summary>A "little dog" that is white is a "little white dog".</summary>
    private string Coloured(string called, string colour)
    {
        var noun = Enumerable.Range(0, called.Length).FirstOrDefault(at => (at == 0 || called[at - 1] == ' ') && book.Lexicon.Entry(called[at..]) is not null);
        return called.Insert(noun, $"{colour} ");
    }

    /// <summary>Where there is nothing to fill in, what joins it goes too: " with {look}".</summary>
    private static string Fill(string pattern, string slot, string value)
    {
        var at = pattern.IndexOf(slot, StringComparison.Ordinal);
        if (value.Length > 0 || at < 0)
            return pattern.Replace(slot, value, StringComparison.Ordinal);
        var joint = pattern.LastIndexOf('}', at) + 1;
        return pattern.Remove(joint, at + slot.Length - joint).TrimStart(',', ' ');
    }

    /// <summary>A white dog is not called Soot.</summary>
    private IReadOnlyList<string> Fitting(IReadOnlyList<string> names, Appearance appearance)
    {
        var fitting = appearance.TellsCoat ? names.Where(name => !book.Looks.HasColour(name)).ToList() : names;
        return fitting.Count > 0 ? fitting : names;
    }

    /// <summary>The idea's own word wins; where it is bare ("mèo béo", "shipper") the lexicon lends its classifier.</summary>
    private string CalledIn(string own, LexiconEntry? entry)
    {
        var usual = entry?.Called ?? entry?.Words[0] ?? own;
        if (own.Length == 0)
            return usual;
        if (book.Language != "vi" || usual.EndsWith(own, StringComparison.Ordinal))
            return book.Language == "vi" ? usual : own;
        var classifier = usual.Split(' ')[0];
        var bare = entry?.Species is { } species && own.StartsWith(species, StringComparison.Ordinal);
        return bare || (!own.Contains(' ', StringComparison.Ordinal) && usual.Contains(' ', StringComparison.Ordinal) && entry!.Words.Contains(own))
            ? (bare ? $"{classifier} {own}" : usual)
            : own;
    }

    private static IReadOnlyList<string> Filled(IReadOnlyList<string>? own, IReadOnlyList<string> usual) => own is { Count: > 0 } ? own : usual;

    private static string[] Pronouns(CastDefaults usual) =>
        [usual.He[0], usual.He.ElementAtOrDefault(1) ?? usual.He[0], usual.He.ElementAtOrDefault(2) ?? usual.He[0], usual.He.ElementAtOrDefault(3) ?? usual.He[0]];

    private string NewName(IReadOnlyList<string> names)
    {
        var free = names.Where(name => !_taken.Contains(name)).ToList();
        var name = chance.Pick(free.Count > 0 ? free : names);
        _taken.Add(name);
        return name;
    }
}
