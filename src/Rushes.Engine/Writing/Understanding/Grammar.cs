namespace Rushes.Engine.Writing.Understanding;

/// <summary>The small words by which the reader of ideas finds its way in a language.</summary>
public sealed record Grammar
{
    public required IReadOnlyList<Frame> Frames { get; init; }

    /// <summary>What announces somebody's wish: "dreams of", "ước mơ".</summary>
    public required IReadOnlyList<string> GoalCues { get; init; }

    /// <summary>Verbs whose object is somebody missing: "looks for", "lạc".</summary>
    public required IReadOnlyList<string> SoughtCues { get; init; }

    /// <summary>What joins a second person: "and", "with", "và", "cùng".</summary>
    public required IReadOnlyList<string> MateCues { get; init; }

    /// <summary>What leads to a place: "in", "on", "trong", "trên".</summary>
    public required IReadOnlyList<string> PlaceCues { get; init; }

    /// <summary>Determiners, classifiers and numbers that begin a noun phrase.</summary>
    public required IReadOnlyList<string> Starters { get; init; }

    /// <summary>Words that end a noun phrase.</summary>
    public required IReadOnlyList<string> Stops { get; init; }

    /// <summary>Common verbs in the forms that ideas use.</summary>
    public required IReadOnlyList<string> Verbs { get; init; }

    /// <summary>In Vietnamese: verbs that make a calling of a person, "bán" in "cô gái bán hoa". In English: endings of callings, "er" in "lighthouse keeper".</summary>
    public required IReadOnlyList<string> Callings { get; init; }

    /// <summary>Words that end like a calling and are none: "river", "letter". What begins with a dash is an ending: "-ness".</summary>
    public IReadOnlyList<string> NoCallings { get; init; } = [];

    /// <summary>Nouns that nobody can hold, lose or find in a picture: "self", "time".</summary>
    public IReadOnlyList<string> NoThings { get; init; } = [];

    /// <summary>What says, before or after somebody, that they are dead: "late", "đã mất".</summary>
    public IReadOnlyList<string> GoneBefore { get; init; } = [];

    /// <inheritdoc cref="GoneBefore"/>
    public IReadOnlyList<string> GoneAfter { get; init; } = [];

    /// <summary>Numbers as words.</summary>
    public required IReadOnlyDictionary<string, int> Numbers { get; init; }
}
