namespace Rushes.Studio.Api.Requests;

/// <summary>What to do about the takes of a scene of which nobody knows whether the provider accepted them.</summary>
internal sealed record SettleRequest
{
    public required SettleChoice Choice { get; init; }
}
