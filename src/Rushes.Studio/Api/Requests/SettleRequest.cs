namespace Rushes.Studio.Api.Requests;

/// <summary>What to do about the takes of which nobody knows whether the provider accepted them.</summary>
internal sealed record SettleRequest
{
    public required SettleChoice Choice { get; init; }

    /// <summary>Most that speaking may cost by its estimate, in USD.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>Seconds to wait while every account rests; 600 unless said otherwise.</summary>
    public double? WaitSeconds { get; init; }
}
