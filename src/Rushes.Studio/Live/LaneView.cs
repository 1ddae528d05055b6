using Rushes.Film.Takes;

namespace Rushes.Studio.Live;

/// <summary>A lane as the shoot shows it.</summary>
/// <param name="Slots">Operations that it may have in flight.</param>
/// <param name="Trouble">Why it rests or cannot film; null when nothing keeps it.</param>
/// <param name="RestsUntil">When it returns by itself; null with a trouble: when the user did something about it.</param>
public sealed record LaneView(
    string Account,
    string Name,
    string Provider,
    int Slots,
    Trouble? Trouble,
    DateTimeOffset? RestsUntil,
    IReadOnlyList<LaneBlock> Blocks)
{
    public int InFlight => Blocks.Count(block => block.End is null);

    public int Ready => Blocks.Count(block => block.State == BlockState.Ready);
}
