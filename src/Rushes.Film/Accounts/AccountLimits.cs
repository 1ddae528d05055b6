namespace Rushes.Film.Accounts;

/// <summary>What a quota group allows.</summary>
public sealed record AccountLimits
{
    /// <summary>Operations at the provider at once, 1 to 1,000.</summary>
    public int MaxInFlight { get; init; } = 4;

    /// <summary>Least milliseconds from the start of one submission to the start of the next.</summary>
    public int SubmitIntervalMs { get; init; } = 500;

    /// <summary>Submissions within any minute, at least 1; null: no such limit.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Least milliseconds between two questions about the same operation; null: as the provider asks for.</summary>
    public int? PollSpacingMs { get; init; }
}
