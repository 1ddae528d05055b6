namespace Rushes.Film.Takes;

/// <summary>Where a take stands. The store is the truth; <see cref="TakeStates"/> says which changes are legal.</summary>
public enum TakeState
{
    Queued,
    Submitting,
    Generating,
    Downloading,
    Upscaling,

    /// <summary>The clip passed its checks and has its final name.</summary>
    Ready,

    /// <summary>Whether the provider accepted it cannot be known; never submitted again without consent.</summary>
    Unknown,

    /// <summary>The provider's policy refused it.</summary>
    Blocked,

    Failed,
    Cancelled,
}
