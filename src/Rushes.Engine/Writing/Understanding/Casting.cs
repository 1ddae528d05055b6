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
        if (gender == "x" && kind is "person")
            gender = chance.Next() < 0.5 ? "f" : "m";
        var circumstances = new Circumstances([kind, gender, age, .. (entry?.Tags ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        var usual = book.Casts.Where(cast => circumstances.Grant(cast.When) is not null).MaxBy(cast => circumstances.Grant(cast.When))
            ?? book.Casts[0];
        var called = CalledIn(somebody.Called, entry);
        var look = chance.Pick(Filled(entry?.Looks, usual.Looks));
        var wears = chance.Pick(Filled(entry?.Wears, usual.Wears));
        var pattern = told && somebody.Name is null ? book.Words.ToldLooks : book.Words.Looks;
        return new()
        {
            Name = somebody.Name ?? (told ? called : NewName(Filled(entry?.Names, usual.Names))),
            IsCalledByRole = told && somebody.Name is null,
            Called = called,
            Identity = Identity(pattern, called, look, wears),
            Brief = Identity(pattern, called, FirstTrait(look), FirstTrait(wears)),
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

    private string Identity(string pattern, string called, string look, string wears) => pattern
        .Replace("{a called}", book.Language == "en" ? EnglishForms.A(called) : called, StringComparison.Ordinal)
        .Replace("{called}", called, StringComparison.Ordinal)
        .Replace("{look}", look, StringComparison.Ordinal)
        .Replace("{wears}", wears, StringComparison.Ordinal);

    private static string FirstTrait(string traits) => traits.Split([", ", " and "], 2, StringSplitOptions.None)[0];

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
