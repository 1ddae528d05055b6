namespace Rushes.Engine.Writing.Sales;

/// <summary>One thing that a scene of a sales film may show and say.</summary>
public sealed record SalesMoment
{
    /// <summary>What is seen, in a sentence or two; one of them is filmed.</summary>
    public IReadOnlyList<string> Show { get; init; } = [];

    /// <summary>Lines for the voice, in the order in which they could be spoken; a scene says as many as its seconds hold.</summary>
    public IReadOnlyList<string> Say { get; init; } = [];

    /// <summary>Headlines for the card.</summary>
    public IReadOnlyList<string> Head { get; init; } = [];

    /// <summary>Where it happens, when the bank's own place does not fit.</summary>
    public string? Place { get; init; }

    public string? Emotion { get; init; }
    public string? Shot { get; init; }
    public string? Light { get; init; }
    public string? Sound { get; init; }
}
