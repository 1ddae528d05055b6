using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Engine.Making;

/// <summary>Adds up from the events of a run who filmed what, and where the time went.</summary>
internal sealed class RunLedger
{
    private readonly Dictionary<(int Scene, int Take), Attempt> _running = [];
    private readonly List<Done> _done = [];
    private readonly List<(LaneRests Lane, DateTimeOffset At)> _rests = [];
    private IReadOnlyList<LaneFacts> _lanes = [];
    private DateTimeOffset? _first;
    private DateTimeOffset? _last;

    /// <summary>Takes of each account that filmed any, by name; the one that filmed most comes first.</summary>
    public IReadOnlyList<(string Account, int Takes)> Shares =>
        [.. _done.GroupBy(take => take.AccountName, StringComparer.Ordinal).Select(lane => (Account: lane.Key, Takes: lane.Count())).OrderByDescending(lane => lane.Takes)];

    /// <summary>From the first submission to the last clip; null before there is one.</summary>
    public TimeSpan? Took => _last - _first;

    /// <summary>The rests of accounts, each with how long the run saw it last.</summary>
    public IEnumerable<(string Account, TimeSpan For, Trouble Trouble)> Rests => _rests
        .GroupBy(entry => entry.Lane.AccountName, StringComparer.Ordinal)
        .Select(lane => (lane.Key, TimeSpan.FromSeconds(lane.Sum(entry => SecondsOf(entry.Lane, entry.At))), lane.Last().Lane.Trouble));

    /// <summary>Attempts that came to nothing, with the time that they took together.</summary>
    public (int Attempts, TimeSpan Time) Wasted { get; private set; }

    public void Enter(RecordedEvent recorded)
    {
        switch (recorded.Event)
        {
            case RunStarted run:
                _lanes = run.Lanes;
                break;
            case TakeStarted take:
                _first ??= recorded.At;
                _running[(take.Scene, take.Take)] = new(take.Account, take.AccountName, recorded.At);
                break;
            case TakeSubmitted take when _running.TryGetValue((take.Scene, take.Take), out var attempt):
                attempt.AcceptedAt = recorded.At;
                break;
            case TakeArriving take when _running.TryGetValue((take.Scene, take.Take), out var attempt):
                attempt.GeneratedAt = recorded.At;
                break;
            case TakeReady take when _running.Remove((take.Scene, take.Take), out var attempt):
                _last = recorded.At;
                _done.Add(new(attempt.Account, attempt.AccountName, attempt, recorded.At));
                break;
            case TakeEvent take when take is TakeRequeued or TakeBlocked or TakeFailed or TakeUnknown && _running.Remove((take.Scene, take.Take), out var attempt):
                Wasted = (Wasted.Attempts + 1, Wasted.Time + (recorded.At - attempt.BegunAt));
                break;
            case LaneRests rest:
                _rests.Add((rest, recorded.At));
                break;
        }
    }

    /// <summary>The shortest time that the accounts which filmed could have needed, by how quick each of them was; null when that cannot be told.</summary>
    public LedgerFloor? Floor()
    {
        var lanes = _lanes.Where(lane => _done.Exists(take => take.Account == lane.Account)).ToList();
        if (lanes.Count == 0 || _done.Count == 0 || _done.Exists(take => take.Attempt.GeneratedAt is null || take.Attempt.AcceptedAt is null))
            return null;
        var forecast = Forecast.Of(
            [.. lanes.Select(lane => new ForecastLane(
                lane.Slots,
                TimeSpan.FromMilliseconds(lane.PaceMs),
                Median(_done.Where(take => take.Account == lane.Account).Select(take => take.Attempt.GeneratedAt!.Value - take.Attempt.BegunAt))))],
            _done.Count);
        var download = Median(_done.Select(take => take.ReadyAt - take.Attempt.GeneratedAt!.Value));
        return new(
            forecast.Floor + download,
            Median(_done.Select(take => take.Attempt.AcceptedAt!.Value - take.Attempt.BegunAt)),
            Median(_done.Select(take => take.Attempt.GeneratedAt!.Value - take.Attempt.AcceptedAt!.Value)),
            download);
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private double SecondsOf(LaneRests rest, DateTimeOffset at)
    {
        var end = rest.Until is { } until && until < _last ? until : _last;
        return end > at ? (end.Value - at).TotalSeconds : 0;
    }

    private sealed class Attempt(string account, string accountName, DateTimeOffset begunAt)
    {
        public string Account => account;

        public string AccountName => accountName;

        public DateTimeOffset BegunAt => begunAt;

        public DateTimeOffset? AcceptedAt { get; set; }

        public DateTimeOffset? GeneratedAt { get; set; }
    }

    private sealed record Done(string Account, string AccountName, Attempt Attempt, DateTimeOffset ReadyAt);
}
