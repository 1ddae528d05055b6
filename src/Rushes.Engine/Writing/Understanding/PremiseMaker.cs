using Rushes.Engine.Writing.Composing;
using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Understanding;

/// <summary>Decides what kind of film an idea is and fills what it leaves open.</summary>
internal sealed class PremiseMaker(PhraseBook book)
{
    private const string Fallback = "wish";

    public Premise Make(Reading reading, Chance chance)
    {
        var (kind, bank) = KindOf(reading);
        var topics = book.Topics.Where(topic => IsStory(topic.Value) == IsStory(bank) && Score(topic.Value, reading, 0) > 0).OrderByDescending(topic => Score(topic.Value, reading, 0)).Select(topic => topic.Value).Take(3).ToList();
        var casting = new Casting(book, chance, reading.IsTold);
        var roles = book.Words.Roles;
        var heroEntry = reading.Hero?.Entry;
        Somebody first, second;
        if (heroEntry is { Members.Count: 2 })
        {
            first = Known(heroEntry.Members[0]);
            second = reading.Mate ?? Known(heroEntry.Members[1]);
        }
        else
        {
            first = reading.Hero ?? Known(chance.Pick(Heroes(bank, topics)));
            second = reading.Mate ?? first;
        }

        var fromIdea = !ReferenceEquals(second, first);
        var mates = bank.Mates.Where(word => word != first.Called).ToList();
        if (!fromIdea && mates.Count > 0)
            second = Known(chance.Pick(mates));
        if (bank.YoungerLeads)
            (first, second, fromIdea) = Younger(first, second, fromIdea, bank, chance);
        var hero = casting.Cast(first, roles["hero"]);
        var mate = ReferenceEquals(first, second) ? null : casting.Cast(second, roles["mate"]);
        var sought = reading.Sought is { } missing ? casting.Cast(Kin(missing, heroEntry), roles["sought"]) : null;
        var goal = reading.Goal ?? chance.Pick(Filled(bank.Goals, book.Shared.Goals));
        var thing = reading.Thing ?? chance.Pick(Filled(heroEntry?.Things, Filled(topics.FirstOrDefault()?.Things, Filled(bank.Things, book.Shared.Things))));
        var premise = new Premise
        {
            Reading = reading,
            Kind = kind,
            Bank = bank,
            Topics = topics,
            Hero = hero,
            Mate = mate,
            First = mate is not null && ReferenceEquals(second, reading.Hero) ? mate : hero,
            Sought = sought,
            MateFromIdea = fromIdea,
            ThingIsBig = Tagged(reading.Thing, "big"),
            IsPair = heroEntry is { Members.Count: 2 } && mate is not null,
            Goal = goal,
            Thing = thing,
            Slots = new Dictionary<string, string>(StringComparer.Ordinal),
        };
        return premise with { Slots = SlotValues.Of(premise, book.Language) };
    }

    private bool Tagged(string? thing, string tag) =>
        thing is not null && thing.Split(' ').Index().Select(word => string.Join(' ', thing.Split(' ').Skip(word.Index)))
            .Any(ending => book.Lexicon.Entry(ending)?.Tags.Split(' ').Contains(tag) == true);

    /// <summary>The mother of a kitten is a cat.</summary>
    private Somebody Kin(Somebody missing, LexiconEntry? hero)
    {
        if (hero?.Species is not { } species || missing.Entry is not { } entry || !entry.Tags.Contains("kin", StringComparison.Ordinal))
            return missing;
        var name = book.Words.Kin.Replace("{species}", species, StringComparison.Ordinal).Replace("{kin}", missing.Called, StringComparison.Ordinal);
        return new(missing.Called, hero with { Called = name, Words = [name], Gender = entry.Gender, Age = entry.Age, Names = [name] }, name);
    }

    /// <summary>Lets the younger of the two lead; an elder alone in the idea becomes the one whom somebody younger comes back to.</summary>
    private (Somebody Hero, Somebody Mate, bool FromIdea) Younger(Somebody first, Somebody second, bool fromIdea, MomentBank bank, Chance chance)
    {
        if (fromIdea)
            return AgeOf(second) < AgeOf(first) ? (second, first, true) : (first, second, true);
        var elder = AgeOf(first) >= AgeOf("adult") && (AgeOf(first) == AgeOf("old") || first.Entry?.Tags.Contains("kin", StringComparison.Ordinal) == true);
        return elder && bank.Heroes.Count > 0 ? (Known(chance.Pick(bank.Heroes)), first, true) : (first, second, false);
    }

    private static int AgeOf(Somebody somebody) => AgeOf(somebody.Entry?.Age ?? "adult");

    private static int AgeOf(string age) => age switch { "child" => 0, "young" => 1, "adult" => 2, _ => 3 };

    private Somebody Known(string word) => new("", book.Lexicon.Entry(word) ?? new LexiconEntry { Words = [word], Kind = "person" });

    private IReadOnlyList<string> Heroes(MomentBank bank, List<MomentBank> topics) =>
        Filled(topics.FirstOrDefault(topic => topic.Heroes.Count > 0)?.Heroes, Filled(bank.Heroes, book.Shared.Heroes));

    private static IReadOnlyList<string> Filled(IReadOnlyList<string>? own, IReadOnlyList<string> usual) => own is { Count: > 0 } ? own : usual;

    private (string Id, MomentBank Bank) KindOf(Reading reading)
    {
        if (reading.Framed is { } framed && book.Kinds.FirstOrDefault(kind => kind.Id == framed) is { Value: not null } told)
            return told;
        var hero = reading.Hero is null ? null : new Circumstances([reading.Hero.Entry?.Kind ?? "person", reading.Hero.Entry?.Age ?? "adult"]);
        var best = book.Kinds.Where(kind => hero?.Grant(kind.Value.Suits) is not null || hero is null).Select(kind => (Kind: kind, Score: Score(kind.Value, reading, 1))).MaxBy(pair => pair.Score);
        return best.Score > 0 ? best.Kind : book.Kinds.First(kind => kind.Id == Fallback);
    }

    private static bool IsStory(MomentBank bank) => bank.Family == Library.TemplateFamily.Story;

    private static double Score(MomentBank bank, Reading reading, double traitWeight)
    {
        var score = bank.Cues.Where(cue => reading.Plain.Contains($" {cue.Key} ", StringComparison.Ordinal)).Sum(cue => cue.Value);
        var traits = reading.Tags.Concat([reading.Hero?.Entry?.Kind ?? "", reading.Hero?.Entry?.Age ?? "", reading.Mate is null ? "alone" : "pair", reading.Mate?.Entry?.Kind is { } kind ? $"with-{kind}" : ""]);
        return score + (traitWeight * traits.Sum(trait => bank.Traits.GetValueOrDefault(trait)));
    }
}
