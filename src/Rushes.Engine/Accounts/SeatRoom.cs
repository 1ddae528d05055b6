using Rushes.Film.Takes;

namespace Rushes.Engine.Accounts;

/// <summary>
/// Who may be asked now: the limits of quota groups and the rests of accounts, for everything that this process asks. Other processes keep their own.
/// </summary>
/// <param name="patience">How long to wait for an account when all rest.</param>
public class SeatRoom<TSeat>(TimeSpan patience, TimeProvider time)
    where TSeat : class, ISeat
{
    private readonly Lock _door = new();
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Who, string? Model), Pause> _pauses = [];

    public TimeProvider Time => time;

    /// <summary>Waits for a turn at one of the seats, those of the lowest tier first.</summary>
    /// <param name="barred">Seats that are not to be asked.</param>
    /// <param name="waits">Hears until when there is nobody to ask.</param>
    /// <returns>The seat, to be given back; null when nobody may be asked within the room's patience.</returns>
    public async Task<Turn?> TakeAsync(
        IReadOnlyList<TSeat> seats, Func<TSeat, bool> barred, Action<DateTimeOffset>? waits, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var (seat, back) = Choose(seats, barred);
            if (seat is null)
            {
                if (back is not { } until || until - time.GetUtcNow() > patience)
                    return null;
                waits?.Invoke(until);
                var wait = until - time.GetUtcNow();
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait, time, cancellation);
                continue;
            }

            var group = GroupOf(seat);
            var turn = new Turn(seat, group);
            try
            {
                await group.Slots.WaitAsync(cancellation);
                turn.HasSlot = true;
                var start = group.NextStart(time.GetUtcNow(), TimeSpan.FromMilliseconds(seat.Account.Limits.SubmitIntervalMs));
                if (start > TimeSpan.Zero)
                    await Task.Delay(start, time, cancellation);
            }
            catch
            {
                turn.Dispose();
                throw;
            }

            // It may have begun to rest while this question waited for its turn.
            if (PauseOf(seat) is null)
                return turn;
            turn.Dispose();
        }
    }

    /// <summary>Lets a seat rest, with all that share its limits.</summary>
    /// <param name="named">The time that the service named; null takes the next of the steps.</param>
    /// <returns>Until when.</returns>
    public DateTimeOffset Rest(TSeat seat, bool wholeGroup, Trouble trouble, TimeSpan? named, IReadOnlyList<TimeSpan> steps)
    {
        lock (_door)
        {
            var key = (wholeGroup ? NameOf(seat) : seat.Account.Id, (string?)seat.ModelId);
            var before = _pauses.GetValueOrDefault(key);
            var times = before?.Times ?? 0;
            var until = time.GetUtcNow() + (named ?? steps[Math.Min(times, steps.Count - 1)]);

            // Answers to questions that were already on their way do not make it worse.
            if (before is not null && before.Until > time.GetUtcNow())
                (until, times) = (named is null || before.Until > until ? before.Until : until, times - 1);
            _pauses[key] = new(until, times + 1, trouble);
            return until;
        }
    }

    /// <summary>It answered: the next rest begins with the shortest step again.</summary>
    public void Answered(TSeat seat)
    {
        lock (_door)
        {
            foreach (var key in KeysOf(seat))
            {
                if (_pauses.TryGetValue(key, out var rest) && rest.Until <= time.GetUtcNow())
                    _pauses.Remove(key);
            }
        }
    }

    private (TSeat? Seat, DateTimeOffset? Back) Choose(IReadOnlyList<TSeat> seats, Func<TSeat, bool> barred)
    {
        lock (_door)
        {
            DateTimeOffset? back = null;
            foreach (var tier in seats.Where(seat => !barred(seat)).GroupBy(seat => seat.Tier).OrderBy(tier => tier.Key))
            {
                TSeat? best = null;
                foreach (var seat in tier)
                {
                    if (PauseOf(seat) is { } pause)
                        back = back is null || pause.Until < back ? pause.Until : back;
                    else if (best is null || GroupOf(seat).Load < GroupOf(best).Load)
                        best = seat;
                }

                if (best is null)
                    continue;
                GroupOf(best).Enter();
                return (best, null);
            }

            return (null, back);
        }
    }

    private Pause? PauseOf(TSeat seat)
    {
        lock (_door)
        {
            var now = time.GetUtcNow();
            return KeysOf(seat).Select(key => _pauses.GetValueOrDefault(key)).Where(rest => rest?.Until > now).MaxBy(rest => rest!.Until);
        }
    }

    private static IEnumerable<(string, string?)> KeysOf(TSeat seat) => [(NameOf(seat), seat.ModelId), (seat.Account.Id, seat.ModelId)];

    /// <summary>Accounts of one group share its limits.</summary>
    private static string NameOf(TSeat seat) =>
        seat.Account.QuotaGroup is { Length: > 0 } group ? $"{seat.Account.Provider}/{group}" : seat.Account.Id;

    private Group GroupOf(TSeat seat)
    {
        lock (_door)
        {
            return _groups.TryGetValue(NameOf(seat), out var known)
                ? known
                : _groups[NameOf(seat)] = new(Math.Max(1, seat.Account.Limits.MaxInFlight));
        }
    }

    private sealed record Pause(DateTimeOffset Until, int Times, Trouble Trouble);

    /// <summary>A seat that was taken. Dispose to give it back.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly Group _group;

        internal Turn(TSeat seat, Group group) => (Seat, _group) = (seat, group);

        public TSeat Seat { get; }

        internal bool HasSlot { get; set; }

        public void Dispose()
        {
            _group.Leave();
            if (HasSlot)
                _group.Slots.Release();
        }
    }

    internal sealed class Group(int slots)
    {
        private readonly Lock _door = new();
        private int _inside;
        private DateTimeOffset _next;

        public SemaphoreSlim Slots { get; } = new(slots);

        /// <summary>How full it is; 1 and more means waiting.</summary>
        public double Load => (double)Volatile.Read(ref _inside) / slots;

        public void Enter() => Interlocked.Increment(ref _inside);

        public void Leave() => Interlocked.Decrement(ref _inside);

        /// <summary>How long the next call has to wait for the pace.</summary>
        public TimeSpan NextStart(DateTimeOffset now, TimeSpan pace)
        {
            lock (_door)
            {
                var start = _next > now ? _next : now;
                _next = start + pace;
                return start - now;
            }
        }
    }
}
