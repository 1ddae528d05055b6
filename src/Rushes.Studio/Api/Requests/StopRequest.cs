namespace Rushes.Studio.Api.Requests;

/// <summary>How to stop what is done for a project. What providers accepted is kept for resuming.</summary>
internal sealed record StopRequest
{
    /// <summary>Whether the run is cancelled, and providers are asked to stop; otherwise it is paused.</summary>
    public bool Cancel { get; init; }
}
