namespace Rushes.Engine.Writing.Understanding;

/// <summary>A word that the writer knows, with what it needs to tell about it.</summary>
public sealed record LexiconEntry
{
    /// <summary>The word and its synonyms, in lower case.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>How a sentence calls it, with its classifier in Vietnamese and without an article in English; null is the word itself.</summary>
    public string? Called { get; init; }

    /// <summary>person, animal, robot, creature, thing, food, plant, time, weather, act or mood.</summary>
    public string Kind { get; init; } = "thing";

    /// <summary>f, m or x (either, or neither).</summary>
    public string Gender { get; init; } = "x";

    /// <summary>child, young, adult or old.</summary>
    public string Age { get; init; } = "adult";

    /// <summary>The drawn figure that plays it.</summary>
    public string? Figure { get; init; }

    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>What it looks like, to follow the role: "with long black hair", "tóc đen dài".</summary>
    public IReadOnlyList<string> Looks { get; init; } = [];

    /// <summary>What it wears or carries because of what it is.</summary>
    public IReadOnlyList<string> Wears { get; init; } = [];

    /// <summary>What it does day by day, as verb phrases: "mends a net", "vá lại tấm lưới".</summary>
    public IReadOnlyList<string> Does { get; init; } = [];

    /// <summary>Pronouns and forms that differ from the usual of its kind.</summary>
    public string? Pronoun { get; init; }

    public IReadOnlyList<string> Places { get; init; } = [];
    public IReadOnlyList<string> Things { get; init; } = [];

    /// <summary>Circumstances that it brings, such as "cat sea".</summary>
    public string Tags { get; init; } = "";

    /// <summary>The bare species of an animal, for its kin: "mèo" makes "mèo mẹ", "cat" makes "mother cat".</summary>
    public string? Species { get; init; }

    /// <summary>For times and weathers: the word of the format, such as "Night" or "rain".</summary>
    public string? Means { get; init; }

    /// <summary>For collectives: the words of two members, such as "mother" and "boy".</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
