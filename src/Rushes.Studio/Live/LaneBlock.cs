namespace Rushes.Studio.Live;

/// <summary>One attempt of a take as a block on the time axis of its lane.</summary>
/// <param name="Key">Unlike that of any other attempt of the run.</param>
/// <param name="Accepted">When the provider accepted it.</param>
/// <param name="Arriving">When it was generated.</param>
/// <param name="End">When it came to an end, good or bad; null while it is in work.</param>
/// <param name="Progress">0 to 1 where the provider says it.</param>
public sealed record LaneBlock(
    string Key,
    int Scene,
    int Take,
    int Attempt,
    DateTimeOffset Start,
    DateTimeOffset? Accepted = null,
    DateTimeOffset? Arriving = null,
    DateTimeOffset? End = null,
    BlockState State = BlockState.Submitting,
    double? Progress = null);
