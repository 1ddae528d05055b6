namespace Rushes.Tests.Writing.LanguageModels;

/// <summary>
/// A clock that stands still until the work under test waits for it, and then jumps to the next alarm, so that long waits take no time. Bounds of somebody's
/// patience alone never move it.
/// </summary>
internal sealed class SteppedTime : TimeProvider
{
    // Looks at an idle pool between which nothing moved.
    private const int Quiet = 40;

    private readonly Lock _door = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_door)
            return _now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Lets the work go on, alarm by alarm, until it is done.</summary>
    /// <param name="settled">What the work does between two alarms needs no time of this clock; so long it is given.</param>
    public async Task<T> RunAsync<T>(Task<T> work, Func<bool> settled)
    {
        while (!work.IsCompleted)
        {
            // Only when everybody waits for the clock may it go on. A busy pool does not count, and does not start the count anew: other tests keep it busy too.
            for (var quiet = 0; quiet < Quiet && !work.IsCompleted;)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
                if (!settled())
                    quiet = 0;
                else if (SomebodyWaits())
                    quiet++;
            }

            if (!work.IsCompleted)
                Step();
        }

        return await work;
    }

    private bool SomebodyWaits()
    {
        lock (_door)
            return ThreadPool.PendingWorkItemCount == 0 && _alarms.Exists(alarm => !alarm.IsPatience);
    }

    private void Step()
    {
        Alarm? next;
        lock (_door)
        {
            next = _alarms.MinBy(alarm => alarm.Due);
            if (next is null)
                return;
            _alarms.Remove(next);
            if (next.Due > _now)
                _now = next.Due;
        }

        next.Ring();
    }

    private sealed class Alarm(SteppedTime time, TimerCallback callback, object? state) : ITimer
    {
        public bool IsPatience => state is CancellationTokenSource;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._door)
            {
                time._alarms.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time._now + dueTime;
                    time._alarms.Add(this);
                }
            }

            return true;
        }

        public void Ring() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
