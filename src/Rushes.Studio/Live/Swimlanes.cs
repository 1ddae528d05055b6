using System.Globalization;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Studio.Live;

/// <summary>The lanes of a run, told by its events alone: fed the same events, it shows the same, whenever and in however many sittings.</summary>
public sealed class Swimlanes
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, LaneView> _lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Scene, int Take), (string Account, string Key)> _open = [];
    private readonly Dictionary<string, List<LaneBlock>> _blocks = new(StringComparer.Ordinal);

    /// <summary>When the first take was begun.</summary>
    public DateTimeOffset? Begun { get; private set; }

    /// <summary>Sequence of the last event that was told.</summary>
    public long Sequence { get; private set; }

    public IReadOnlyList<LaneView> Lanes => [.. _order.Select(Lane)];

    public LaneView Lane(string account) => _lanes[account] with { Blocks = [.. _blocks[account]] };

    /// <returns>The accounts whose lanes look different now.</returns>
    public IReadOnlyCollection<string> Tell(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        Sequence = recorded.Sequence;
        return recorded.Event switch
        {
            RunStarted started => [.. started.Lanes.Select(Know)],
            LaneOpened opened => [Change(opened.Account, opened.AccountName, opened.Provider, opened.Slots)],
            LaneRests rests => [Rest(rests)],
            TakeStarted started => [Start(started, recorded)],
            TakeEvent take => Go(take, recorded.At),
            _ => [],
        };
    }

    private string Know(LaneFacts facts)
    {
        Change(facts.Account, facts.Name, facts.Provider, facts.Slots);
        _lanes[facts.Account] = _lanes[facts.Account] with { Trouble = facts.Trouble };
        return facts.Account;
    }

    private string Change(string account, string name, string provider, int slots)
    {
        if (_lanes.TryAdd(account, new(account, name, provider, slots, null, null, [])))
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

    private string Start(TakeStarted started, RecordedEvent recorded)
    {
        Begun ??= recorded.At;
        if (!_lanes.ContainsKey(started.Account))
            Change(started.Account, started.AccountName, "", 0);

        // A lane that films does not rest any more.
        _lanes[started.Account] = _lanes[started.Account] with { Trouble = null, RestsUntil = null };
        var key = string.Create(CultureInfo.InvariantCulture, $"b{recorded.Sequence}");
        _open[(started.Scene, started.Take)] = (started.Account, key);
        _blocks[started.Account].Add(new(key, started.Scene, started.Take, started.Attempt, recorded.At));
        return started.Account;
    }

    private IReadOnlyCollection<string> Go(TakeEvent take, DateTimeOffset at)
    {
        if (!_open.TryGetValue((take.Scene, take.Take), out var open))
            return [];
        var blocks = _blocks[open.Account];
        var index = blocks.FindIndex(block => block.Key == open.Key);
        var block = blocks[index];
        blocks[index] = take switch
        {
            TakeSubmitted => block with { State = BlockState.Generating, Accepted = block.Accepted ?? at },
            TakeProgress progress => block with { Progress = progress.Progress },
            TakeArriving => block with { State = BlockState.Downloading, Arriving = at },
            TakeReady => block with { State = BlockState.Ready, End = at },
            TakeRequeued => block with { State = BlockState.Moved, End = at },
            TakeUnknown => block with { State = BlockState.Unknown, End = at },
            TakeBlocked => block with { State = BlockState.Blocked, End = at },
            TakeFailed => block with { State = BlockState.Failed, End = at },
            TakeCancelled => block with { State = BlockState.Cancelled, End = at },
            _ => block,
        };
        return blocks[index] == block ? [] : [open.Account];
    }
}
