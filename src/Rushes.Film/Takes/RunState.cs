namespace Rushes.Film.Takes;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>Its takes are filmed as lanes become free.</summary>
    Filming,

    /// <summary>Nobody waits for it any more; nothing is submitted until it is resumed. What was accepted is still brought home.</summary>
    Paused,

    /// <summary>The user stopped it; resuming takes up what is missing.</summary>
    Cancelled,

    /// <summary>Nothing more happens by itself: every take is ready, failed, blocked, unknown or cancelled.</summary>
    Finished,
}
