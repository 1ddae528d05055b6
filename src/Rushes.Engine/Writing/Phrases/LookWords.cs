namespace Rushes.Engine.Writing.Phrases;

/// <summary>The words by which an idea tells somebody's looks: <c>data/writing/&lt;language&gt;/looks.json</c>.</summary>
public sealed record LookWords
{
    /// <summary>The first that knows a word has it.</summary>
    public required IReadOnlyList<LookAspect> Aspects { get; init; }

    /// <summary>Colours and patterns of coats and clothes.</summary>
    public required IReadOnlyList<string> Colours { get; init; }

    /// <summary>What leads to something grown: "with", "có".</summary>
    public required IReadOnlyList<string> Having { get; init; }

    /// <summary>What leads to something worn: "in", "mặc".</summary>
    public required IReadOnlyList<string> Wearing { get; init; }

    /// <summary>What joins another one: "and", "và".</summary>
    public required IReadOnlyList<string> And { get; init; }

    /// <summary>How the last trait of several is joined: " and ".</summary>
    public required string Last { get; init; }

    /// <summary>Words before the thing that tell nothing of it: "a", "her"; "chiếc", "đôi".</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>Words that may shade a colour or a shape: "dark"; in Vietnamese all that may follow the thing: "dài", "len".</summary>
    public required IReadOnlyList<string> Modifiers { get; init; }

    /// <summary>With one of these it is what the film is about rather than a look: "broken".</summary>
    public IReadOnlyList<string> Never { get; init; } = [];

    /// <summary>Words after which a phrase says more than a look: "that", "for".</summary>
    public IReadOnlyList<string> GoesOn { get; init; } = [];

    /// <summary>Verbs that the grammar does not need to know: "mends" ends a look, as "lost" does.</summary>
    public IReadOnlyList<string> Deeds { get; init; } = [];

    /// <summary>Where on a body a look may sit: "back" in "brown spots on its back".</summary>
    public IReadOnlyList<string> Bodies { get; init; } = [];

    /// <summary>How a coat's colour is told where it cannot stand before the noun: "a {colour} coat".</summary>
    public string? Coat { get; init; }
}
