namespace Rushes.Studio.Api.Requests;

/// <summary>Which take stands for a scene.</summary>
internal sealed record PickRequest
{
    public required int Take { get; init; }
}
