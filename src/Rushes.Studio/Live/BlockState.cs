namespace Rushes.Studio.Live;

/// <summary>How an attempt stands in its lane.</summary>
public enum BlockState
{
    Submitting,
    Generating,
    Downloading,
    Ready,

    /// <summary>It came to nothing, and the take went back to the queue.</summary>
    Moved,
    Unknown,
    Blocked,
    Failed,
    Cancelled,
}
