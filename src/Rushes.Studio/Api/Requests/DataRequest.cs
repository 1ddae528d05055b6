namespace Rushes.Studio.Api.Requests;

/// <summary>What a data file is to say.</summary>
internal sealed record DataRequest
{
    /// <summary>The whole file; 256 KB at most.</summary>
    public required string Text { get; init; }
}
