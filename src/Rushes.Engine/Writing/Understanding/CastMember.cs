using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Understanding;

/// <summary>Somebody of the film, ready to be written about.</summary>
internal sealed record CastMember
{
    /// <summary>"Mướp", "ông Tư": as it stands inside a sentence.</summary>
    public required string Name { get; init; }

    /// <summary>In the idea's own words: "chú mèo con", "lighthouse keeper".</summary>
    public required string Called { get; init; }

    /// <summary>The role with its look, to follow the name after a comma.</summary>
    public required string Identity { get; init; }

    /// <summary>The same with one trait of the look, for prompts that several characters share a scene of.</summary>
    public required string Brief { get; init; }

    /// <summary>The look as the idea's own sentence tells it behind the role, where it need not be said twice.</summary>
    public string? LooksSaid { get; init; }

    public required string Role { get; init; }

    /// <summary>The name is the role itself, so that the look follows it directly.</summary>
    public bool IsCalledByRole { get; init; }

    /// <summary>Subject, object, possessive, reflexive.</summary>
    public required IReadOnlyList<string> He { get; init; }

    public required string Kind { get; init; }
    public required string Gender { get; init; }
    public required string Age { get; init; }
    public string? Figure { get; init; }

    /// <summary>What it does day by day, as patterns of verb phrases.</summary>
    public IReadOnlyList<string> Does { get; init; } = [];

    /// <summary>Where one finds it, as ids of places.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Circumstances that the lexicon adds, such as "cat".</summary>
    public IReadOnlyList<string> Own { get; init; } = [];

    /// <summary>"person", "f", "young" and the lexicon's own tags.</summary>
    public IReadOnlyList<string> Tags => [Kind, Gender, Age, .. Own];

    public Character AsCharacter(string pattern) => new()
    {
        Name = IdeaText.Capital(Name),
        Role = Role,
        VisualIdentity = IsCalledByRole
            ? $"{IdeaText.Capital(Name)} {Identity}."
            : pattern.Replace("{name}", IdeaText.Capital(Name), StringComparison.Ordinal).Replace("{identity}", Identity, StringComparison.Ordinal),
        Figure = Figure,
    };
}
