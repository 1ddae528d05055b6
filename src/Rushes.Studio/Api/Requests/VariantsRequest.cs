namespace Rushes.Studio.Api.Requests;

/// <summary>Further scripts of the film that are to be written.</summary>
internal sealed record VariantsRequest : WriteRequest
{
    /// <summary>2 to 4.</summary>
    public required int Count { get; init; }
}
