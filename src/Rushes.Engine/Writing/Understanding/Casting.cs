using Rushes.Engine.Writing.Composing;
using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Understanding;

/// <summary>Gives the people of an idea a name, a look and a way to be spoken of.</summary>
internal sealed class Casting(PhraseBook book, Chance chance)
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
        var called = somebody.Called.Length == 0 ? entry?.Called ?? entry?.Words[0] ?? "" : somebody.Called;
        if (entry?.Called is { } better && entry.Words.Contains(called))
            called = better;
        var look = chance.Pick(Filled(entry?.Looks, usual.Looks));
        var wears = chance.Pick(Filled(entry?.Wears, usual.Wears));
        var pattern = book.Words.Looks;
        var identity = pattern
            .Replace("{a called}", book.Language == "en" ? EnglishForms.A(called) : called, StringComparison.Ordinal)
            .Replace("{called}", called, StringComparison.Ordinal)
            .Replace("{look}", look, StringComparison.Ordinal)
            .Replace("{wears}", wears, StringComparison.Ordinal);
        return new()
        {
            Name = somebody.Name ?? NewName(Filled(entry?.Names, usual.Names)),
            Called = called,
            Identity = identity,
            Role = role,
            He = entry?.Pronoun is { } own ? [own, own, own, own] : Pronouns(usual),
            Kind = kind,
            Gender = gender,
            Age = age,
            Figure = entry?.Figure ?? usual.Figure,
        };
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
