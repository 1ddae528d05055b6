namespace Rushes.Engine.Writing.Sales;

/// <summary>A word by which a product's kind is known.</summary>
public sealed record ProductWord
{
    /// <summary>The word and its synonyms, in lower case.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>How a sentence calls it: with its classifier in Vietnamese ("chai nước mắm"), the bare noun in English; null is the word itself.</summary>
    public string? Called { get; init; }

    /// <summary>English: "these running shoes make", not "this makes".</summary>
    public bool Plural { get; init; }
}
