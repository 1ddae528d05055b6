using Rushes.Engine.Writing.Phrases;
using Rushes.Engine.Writing.Understanding;

namespace Rushes.Engine.Writing.Composing;

/// <summary>Chooses where the scenes play: the idea's places first, then those of its kind, a stay of several scenes each.</summary>
internal sealed class PlacePlan(PhraseBook book, Premise premise, Chance chance)
{
    // Longest stay in one place before a long film moves on.
    private const int LongestStay = 7;

    public IReadOnlyList<PlaceEntry> Of(IReadOnlyList<PlannedScene> scenes)
    {
        var places = new List<PlaceEntry>(scenes.Count);
        var stages = new Dictionary<string, PlaceEntry>(StringComparer.Ordinal);
        var stay = 0;
        foreach (var scene in scenes)
        {
            var stage = StageOf(scene.Turn);
            if (!stages.TryGetValue(stage, out var place) || stay >= LongestStay)
                stages[stage] = place = PlaceFor(stage, stages.Values, places.LastOrDefault());
            stay = places.Count > 0 && places[^1].Id == place.Id ? stay + 1 : 0;
            places.Add(place);
        }

        return places;
    }

    /// <summary>The place that a scene names, and how it is called there; one that no bank knows is what it is called.</summary>
    public (PlaceEntry Place, string Called) Named(string location) => book.Places.Append(premise.Reading.OwnPlace is { } words ? OwnPlace(words) : null).OfType<PlaceEntry>()
        .SelectMany(place => place.Called.Select(called => (place, called)))
        .Append((OwnPlace(location), location))
        .First(one => IdeaText.Capital(one.Item2) == IdeaText.Capital(location));

    public static string StageOf(string turn) => turn switch
    {
        "hook" or "world" or "spark" or "want" or "need" or "promise" or "unbox" or "context" or "step" or "mistake" or "tip" or "result" or "problem" => "start",
        "obstacle" or "attempt" or "ally" or "joy" or "doubt" or "item" or "stage" or "fact" or "pro" or "con" or "trial" or "solution" => "road",
        "twist" or "fall" or "low" or "strain" or "agitation" => "trial",
        "choice" or "climax" or "wonder" or "desire" => "peak",
        _ => "end",
    };

    private PlaceEntry PlaceFor(string stage, IEnumerable<PlaceEntry> used, PlaceEntry? last)
    {
        var own = Own();
        var taken = used.Select(place => place.Id).ToHashSet(StringComparer.Ordinal);
        // The idea's places come first: where it starts, and where it is decided.
        var wanted = stage is "start" or "peak" or "trial" && own.Count > 0 ? own
            : stage is "road" && own.Count > 1 ? [.. own.Skip(1)]
            : stage is "end" && own.Count > 1 ? [own[^1], .. own]
            : [];
        if (wanted.Count > 0)
            return stage is "peak" && wanted.Count > 1 ? wanted[^1] : wanted[0];

        var kind = premise.Topics.Select(topic => topic.Places.GetValueOrDefault(stage) ?? (premise.Bank.Family == Library.TemplateFamily.Guide ? topic.Places.GetValueOrDefault("start") : null)).FirstOrDefault(list => list is not null)
            ?? premise.Bank.Places.GetValueOrDefault(stage)
            ?? book.Shared.Places.GetValueOrDefault(stage) ?? [];
        var known = kind.Select(id => book.Places.FirstOrDefault(place => place.Id == id)).OfType<PlaceEntry>().ToList();
        var fresh = known.Where(place => !taken.Contains(place.Id)).ToList();
        if (fresh.Count > 0)
            return chance.Pick(fresh);
        var others = (known.Count > 0 ? known : book.Places).Where(place => place.Id != last?.Id).ToList();
        return chance.Pick(others.Count > 0 ? others : book.Places);
    }

    /// <summary>The idea's places, else those of its hero.</summary>
    private IReadOnlyList<PlaceEntry> Own()
    {
        if (premise.Reading.Places.Count > 0)
            return premise.Reading.Places;
        if (premise.Reading.OwnPlace is { } words)
            return [OwnPlace(words)];
        return premise.Reading.Hero is null ? [] : [.. premise.Hero.Places.Take(1).Select(id => book.Places.First(place => place.Id == id))];
    }

    private PlaceEntry OwnPlace(string words) => new()
    {
        Id = "own",
        Words = [words],
        At = book.Words.At,
        Tags = "outdoor own",
        Called = [book.Language == "en" ? $"the {words}" : words],
        Details = book.Places.FirstOrDefault(place => place.Id == "anywhere")?.Details
            ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal),
    };
}
