namespace Rushes.Studio.Api.Requests;

/// <summary>What to film again, as new takes.</summary>
internal sealed record RetakeRequest
{
    /// <summary>Left out: every scene whose take is not ready, or no longer fits the script.</summary>
    public int? Scene { get; init; }

    /// <summary>Id or unique name of the one account that may film it.</summary>
    public string? Account { get; init; }

    /// <summary>Left out: another one than before.</summary>
    public long? Seed { get; init; }

    /// <summary>Most that filming may cost by its estimate, in USD.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>Seconds to wait while every account rests; 600 unless said otherwise.</summary>
    public double? WaitSeconds { get; init; }
}
