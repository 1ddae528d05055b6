namespace Rushes.Studio.Api.Requests;

/// <summary>What an account may be asked for at once.</summary>
internal sealed record LimitsRequest
{
    public int? MaxInFlight { get; init; }

    /// <summary>Least milliseconds from one submission to the next.</summary>
    public int? SubmitIntervalMs { get; init; }
}
