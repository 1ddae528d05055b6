namespace Rushes.Studio.Api.Requests;

/// <summary>Something done to a scene as a whole.</summary>
internal sealed record SceneChangeRequest
{
    /// <summary>up, down, split, merge (with the next), remove, or add (a blank one after it).</summary>
    public required string Change { get; init; }
}
