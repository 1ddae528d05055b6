namespace Rushes.Engine.Writing.Policy;

/// <summary>The words of a language that providers refuse, and those that only look like them: <c>data/policy/vi.json</c> and its neighbours.</summary>
internal sealed record PolicyWords
{
    public required IReadOnlyList<PolicyGroup> Groups { get; init; }

    /// <summary>Longer expressions that have a refused word in them and mean something else.</summary>
    public required IReadOnlyList<string> Innocent { get; init; }

    /// <summary>The young of these are no minors.</summary>
    public required IReadOnlyList<string> Animals { get; init; }

    /// <summary>What else has an age.</summary>
    public required IReadOnlyList<string> Things { get; init; }

    /// <summary>How ages are written; <c>{n}</c> is the number.</summary>
    public required IReadOnlyList<string> Ages { get; init; }

    /// <summary>What is suggested for the number of a minor's age.</summary>
    public required string AdultAge { get; init; }

    /// <summary>One to seventeen in words.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>Words that make another number of the one after them, such as "twenty".</summary>
    public required IReadOnlyList<string> NotBefore { get; init; }

    /// <summary>Words after which it was no age, such as "months".</summary>
    public required IReadOnlyList<string> NotAfter { get; init; }
}
