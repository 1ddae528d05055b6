using Rushes.Film.Takes;

namespace Rushes.Studio.Live;

/// <summary>A lane as the shoot shows it.</summary>
/// <param name="Slots">Operations that it may have in flight.</param>
/// <param name="Trouble">Why it rests or cannot film; null when nothing keeps it.</param>
/// <param name="RestsUntil">When it returns by itself; null with a trouble: when the user did something about it.</param>
/// <param name="Changed">Sequence of the last event that made it look different, its blocks included.</param>
public sealed record LaneView(
    string Account,
    string Name,
    string Provider,
    int Slots,
    Trouble? Trouble,
    DateTimeOffset? RestsUntil,
    long Changed,
    IReadOnlyList<LaneBlock> Blocks)
{
    /// <summary>Rows that its blocks take: as many as were in work at once, one at least.</summary>
    public int Rows => Blocks.Count == 0 ? 1 : Blocks.Max(block => block.Row) + 1;

    /// <summary>What its provider is at; a clip on its way takes no slot any more.</summary>
    public int InFlight => Blocks.Count(block => block.State is BlockState.Submitting or BlockState.Generating);

    public int Ready => Blocks.Count(block => block.State == BlockState.Ready);

    /// <summary>Seconds from the submission of a scene to its clip, on average; null before the first.</summary>
    public double? Pace => Blocks
        .Where(block => block is { State: BlockState.Ready, End: not null })
        .Select(block => (double?)(block.End!.Value - block.Start).TotalSeconds)
        .Average();
}
