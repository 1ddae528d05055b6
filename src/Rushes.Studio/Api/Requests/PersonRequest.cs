namespace Rushes.Studio.Api.Requests;

/// <summary>Somebody who appears in a sales film.</summary>
internal sealed record PersonRequest
{
    /// <summary>A photo: what /api/v1/uploads answered for it.</summary>
    public string? Upload { get; init; }

    public string? Description { get; init; }
}
