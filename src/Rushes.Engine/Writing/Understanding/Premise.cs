using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Understanding;

/// <summary>What the film will be about: the idea as read, with what had to be invented.</summary>
internal sealed record Premise
{
    public required Reading Reading { get; init; }
    public required string Kind { get; init; }
    public required MomentBank Bank { get; init; }

    /// <summary>Fields of life that the idea touches.</summary>
    public required IReadOnlyList<MomentBank> Topics { get; init; }

    public required CastMember Hero { get; init; }
    public CastMember? Mate { get; init; }

    /// <summary>Who is missing or longed for; seen at most at the end.</summary>
    public CastMember? Sought { get; init; }

    /// <summary>Whom the idea begins with: the hero, unless a younger one leads.</summary>
    public required CastMember First { get; init; }

    /// <summary>The mate belongs to the idea and is there from the start.</summary>
    public bool MateFromIdea { get; init; }

    /// <summary>The idea speaks of the two as one: "two friends".</summary>
    public bool IsPair { get; init; }

    public required string Goal { get; init; }
    public required string Thing { get; init; }

    /// <summary>The thing cannot be held in a hand.</summary>
    public bool ThingIsBig { get; init; }

    /// <summary>Names of the slots that every scene has.</summary>
    public required IReadOnlyDictionary<string, string> Slots { get; init; }
}
