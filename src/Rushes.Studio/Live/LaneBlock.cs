namespace Rushes.Studio.Live;

/// <summary>One attempt of a take as a block on the time axis of its lane.</summary>
/// <param name="Key">Unlike that of any other attempt of the run.</param>
/// <param name="Changed">Sequence of the last event that made it look different.</param>
/// <param name="Row">0, 1, 2... in its lane: blocks that are in work at once lie in rows of their own.</param>
/// <param name="Accepted">When the provider accepted it.</param>
/// <param name="Arriving">When it was generated.</param>
/// <param name="End">When it came to an end, good or bad; null while it is in work.</param>
public sealed record LaneBlock(
    string Key,
    int Scene,
    int Take,
    int Attempt,
    DateTimeOffset Start,
    long Changed,
    int Row,
    DateTimeOffset? Accepted = null,
    DateTimeOffset? Arriving = null,
    DateTimeOffset? End = null,
    BlockState State = BlockState.Submitting);
