namespace Rushes.Engine.Writing.Understanding;

/// <summary>Somebody whom an idea speaks of.</summary>
/// <param name="Called">In the idea's own words: "cô gái bán hoa", "lighthouse keeper"; no article.</param>
/// <param name="Entry">What the lexicon knows, if it does.</param>
/// <param name="Name">A proper name that the idea gives.</param>
internal sealed record Somebody(string Called, LexiconEntry? Entry, string? Name = null)
{
    /// <summary>What the idea tells of the looks besides how it calls them.</summary>
    public LookTail? Tail { get; init; }
}
