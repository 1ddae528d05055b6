namespace Rushes.Studio.Live;

/// <summary>Where a phase of a film stands.</summary>
public enum PhaseState
{
    /// <summary>For an earlier phase, or for the user.</summary>
    Waits,

    /// <summary>Something is done for it, or asks to be.</summary>
    Now,
    Done,
}
