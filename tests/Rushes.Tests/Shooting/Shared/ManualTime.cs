namespace Rushes.Tests.Shooting.Shared;

/// <summary>A clock that a test moves by hand; timers fire, in order, on the thread that moves it.</summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock _door = new();
    private readonly PriorityQueue<Alarm, (long Due, long Order)> _alarms = new();
    private long _now;
    private long _order;

    public static DateTimeOffset Start { get; } = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public TimeSpan Elapsed => new(Interlocked.Read(ref _now));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start + Elapsed;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Moves to a moment, firing what falls due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        var end = Interlocked.Read(ref _now) + by.Ticks;
        while (FireNext(end))
        {
        }

        Interlocked.Exchange(ref _now, end);
    }

    /// <summary>Moves to the next timer and fires it; false when no timer is set.</summary>
    public bool FireNext(long noLaterThan = long.MaxValue)
    {
        Alarm alarm;
        lock (_door)
        {
            while (true)
            {
                if (!_alarms.TryPeek(out var next, out var at) || at.Due > noLaterThan)
                    return false;
                _alarms.Dequeue();
                if (next.Due != at.Due || next.Ticket != at.Order)
                    continue;
                alarm = next;
                alarm.Due = -1;
                Interlocked.Exchange(ref _now, Math.Max(_now, at.Due));
                break;
            }
        }

        alarm.Fire();
        return true;
    }

    private sealed class Alarm(ManualTime time, Action fire) : ITimer
    {
        public long Due { get; set; } = -1;

        public long Ticket { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period > TimeSpan.Zero)
                throw new NotSupportedException("Timers here fire once.");
            lock (time._door)
            {
                Due = dueTime < TimeSpan.Zero ? -1 : Interlocked.Read(ref time._now) + dueTime.Ticks;
                Ticket = ++time._order;
                if (Due >= 0)
                    time._alarms.Enqueue(this, (Due, Ticket));
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
