namespace Rushes.Engine.Writing.Checking;

/// <summary>What the checks know of a language: <c>data/checking/vi.json</c> and its neighbours.</summary>
internal sealed record CheckingWords
{
    /// <summary>How films must not begin.</summary>
    public required IReadOnlyList<string> Greetings { get; init; }

    /// <summary>Words that any text has, and that therefore tell nothing about one.</summary>
    public required IReadOnlyList<string> SmallWords { get; init; }

    /// <summary>Words of danger, surprise and question, which make people look up.</summary>
    public required IReadOnlyList<string> Jolts { get; init; }

    /// <summary>Words that praise and show nothing.</summary>
    public required IReadOnlyList<string> Vague { get; init; }

    /// <summary>How a sales film asks to act.</summary>
    public required IReadOnlyList<string> Calls { get; init; }

    /// <summary>What makes a promise believable.</summary>
    public required IReadOnlyList<string> Trust { get; init; }
}
