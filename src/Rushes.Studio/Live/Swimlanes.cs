using System.Globalization;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Studio.Live;

/// <summary>The lanes of a run, told by its events alone: fed the same events, it shows the same, whenever and in however many sittings.</summary>
public sealed class Swimlanes
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, LaneView> _lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Scene, int Take), (string Account, int Index)> _last = [];
    private readonly Dictionary<string, List<LaneBlock>> _blocks = new(StringComparer.Ordinal);

    /// <summary>When the first take was begun.</summary>
    public DateTimeOffset? Begun { get; private set; }

    /// <summary>When the last block ended so far.</summary>
    public DateTimeOffset? LastEnd { get; private set; }

    /// <summary>Sequence of the last event that was told.</summary>
    public long Sequence { get; private set; }

    /// <summary>Something is in work.</summary>
    public bool IsOpen => _blocks.Values.Any(blocks => blocks.Exists(block => block.End is null));

    public IReadOnlyList<LaneView> Lanes => [.. _order.Select(Lane)];

    public LaneView Lane(string account) => _lanes[account] with { Blocks = [.. _blocks[account]] };

    /// <summary>When so many takes are filmed if the lanes go on as they did since the last one ended; null while none of those at work has brought one.</summary>
    /// <param name="takes">Those that are not settled; what is in work counts as if it had just begun.</param>
    public DateTimeOffset? DoneAt(int takes)
    {
        // A slot that was never used, because there was not so much to film or something else held the lane up, films nothing.
        var rate = Lanes.Where(lane => lane.Trouble is null).Sum(lane => lane.Pace is > 0 and var pace ? Math.Clamp(lane.Slots, 1, lane.Rows) / pace : 0);
        return rate > 0 && LastEnd is { } last ? last.AddSeconds(Math.Ceiling(takes / rate)) : null;
    }

    /// <returns>The accounts whose lanes look different now.</returns>
    public IReadOnlyCollection<string> Tell(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        Sequence = recorded.Sequence;
        IReadOnlyCollection<string> changed = recorded.Event switch
        {
            RunStarted started => [.. started.Lanes.Select(Know)],
            LaneOpened opened => [Change(opened.Account, opened.AccountName, opened.Provider, opened.Slots)],
            LaneRests rests => [Rest(rests)],
            TakeStarted started => Start(started, recorded.At),
            TakeEvent take => Go(take, recorded.At),
            _ => [],
        };
        foreach (var account in changed)
            _lanes[account] = _lanes[account] with { Changed = Sequence };
        return changed;
    }

    private string Know(LaneFacts facts)
    {
        Change(facts.Account, facts.Name, facts.Provider, facts.Slots);
        _lanes[facts.Account] = _lanes[facts.Account] with { Trouble = facts.Trouble };
        return facts.Account;
    }

    private string Change(string account, string name, string provider, int slots)
    {
        if (_lanes.TryAdd(account, new(account, name, provider, slots, null, null, Sequence, [])))
        {
            _order.Add(account);
            _blocks[account] = [];
        }
        else
        {
            _lanes[account] = _lanes[account] with { Name = name, Provider = provider, Slots = slots, Trouble = null, RestsUntil = null };
        }

        return account;
    }

    private string Rest(LaneRests rests)
    {
        if (!_lanes.ContainsKey(rests.Account))
            Change(rests.Account, rests.AccountName, "", 0);
        _lanes[rests.Account] = _lanes[rests.Account] with { Trouble = rests.Trouble, RestsUntil = rests.Until };
        return rests.Account;
    }

    private HashSet<string> Start(TakeStarted started, DateTimeOffset at)
    {
        Begun ??= at;
        if (!_lanes.ContainsKey(started.Account))
            Change(started.Account, started.AccountName, "", 0);

        // A lane that films does not rest any more.
        _lanes[started.Account] = _lanes[started.Account] with { Trouble = null, RestsUntil = null };

        // An attempt that nobody heard the end of, because its process died, ends where the next one begins.
        HashSet<string> changed = [started.Account, .. Turn(started, block => block.End is null ? Ended(block, BlockState.Moved, at) : block)];
        var blocks = _blocks[started.Account];
        _last[(started.Scene, started.Take)] = (started.Account, blocks.Count);
        blocks.Add(new(string.Create(CultureInfo.InvariantCulture, $"b{Sequence}"), started.Scene, started.Take, started.Attempt, at, Sequence, FreeRow(blocks)));
        return changed;
    }

    private IReadOnlyCollection<string> Go(TakeEvent take, DateTimeOffset at) => Turn(take, block => take switch
    {
        TakeSubmitted => InWork(block) with { State = BlockState.Generating, Accepted = block.Accepted ?? at },
        TakeArriving => InWork(block) with { State = BlockState.Downloading, Arriving = at },
        TakeReady => Ended(block, BlockState.Ready, at),
        TakeRequeued => Ended(block, BlockState.Moved, at),
        TakeUnknown => Ended(block, BlockState.Unknown, at),
        TakeBlocked => Ended(block, BlockState.Blocked, at),
        TakeFailed => Ended(block, BlockState.Failed, at),
        TakeCancelled => Ended(block, BlockState.Cancelled, at),
        _ => block,
    });

    /// <summary>An attempt that was unknown or cancelled and goes on after all takes a row again: its own may have another by now.</summary>
    private LaneBlock InWork(LaneBlock block) => block.End is null ? block : block with { End = null, Row = FreeRow(_blocks[_last[(block.Scene, block.Take)].Account]) };

    private static int FreeRow(List<LaneBlock> blocks)
    {
        var taken = blocks.Where(block => block.End is null).Select(block => block.Row).ToHashSet();
        return Enumerable.Range(0, taken.Count + 1).First(row => !taken.Contains(row));
    }

    private LaneBlock Ended(LaneBlock block, BlockState state, DateTimeOffset at)
    {
        LastEnd = at;
        return block with { State = state, End = at };
    }

    /// <summary>Changes the newest block of a take.</summary>
    private IReadOnlyCollection<string> Turn(TakeEvent take, Func<LaneBlock, LaneBlock> turn)
    {
        if (!_last.TryGetValue((take.Scene, take.Take), out var last))
            return [];
        var blocks = _blocks[last.Account];
        var turned = turn(blocks[last.Index]);
        if (turned == blocks[last.Index])
            return [];
        blocks[last.Index] = turned with { Changed = Sequence };
        return [last.Account];
    }
}
