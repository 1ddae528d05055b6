namespace Rushes.Film.Scripts;

/// <summary>Which language models wrote a script and what that took.</summary>
public sealed record Authorship
{
    /// <summary>Provider and model, such as <c>gemini:gemini-3.8-flash</c>; several with commas between.</summary>
    public required string Writer { get; init; }

    /// <summary>Calls that were made, failed ones included.</summary>
    public int Calls { get; init; }

    /// <summary>Answers that had been paid for earlier.</summary>
    public int KeptAnswers { get; init; }

    public long InputTokens { get; init; }
    public long OutputTokens { get; init; }

    /// <summary>In <see cref="Currency"/>, by the price list; null when a price or a count is unknown.</summary>
    public decimal? Cost { get; init; }

    public string Currency { get; init; } = "USD";

    /// <summary>Together with what was asked before.</summary>
    public Authorship Plus(Authorship? earlier) => earlier is null ? this : this with
    {
        Writer = string.Join(", ", $"{earlier.Writer}, {Writer}".Split(", ", StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)),
        Calls = earlier.Calls + Calls,
        KeptAnswers = earlier.KeptAnswers + KeptAnswers,
        InputTokens = earlier.InputTokens + InputTokens,
        OutputTokens = earlier.OutputTokens + OutputTokens,
        Cost = earlier.Cost + Cost,
        Remarks = [.. earlier.Remarks, .. Remarks],
    };

    /// <summary>What people should know about how it was written, as sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
