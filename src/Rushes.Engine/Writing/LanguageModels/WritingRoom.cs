using Rushes.Engine.Texts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>
/// Who may be asked now: the limits of quota groups and the rests of accounts, for all scripts that this process writes. Other processes keep their own.
/// </summary>
public sealed class WritingRoom(DeskRules rules, TimeProvider time)
{
    private readonly Lock _door = new();
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Who, string? Model), Pause> _pauses = [];
    private DateTimeOffset _toldUntil;

    internal DeskRules Rules => rules;

    internal TimeProvider Time => time;

    /// <summary>Waits for a turn at one of the seats, those of the lowest tier first.</summary>
    /// <param name="barred">Seats that are not to be asked.</param>
    /// <returns>The seat, to be given back; null when nobody may be asked within the patience of the rules.</returns>
    internal async Task<Turn?> TakeAsync(
        IReadOnlyList<Seat> seats, Func<Seat, bool> barred, IProgress<WritingNews>? news, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var (seat, back) = Choose(seats, barred);
            if (seat is null)
            {
                if (back is not { } until || until - time.GetUtcNow() > rules.Patience)
                    return null;
                TellOfWait(until, news);
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
    internal DateTimeOffset Rest(Seat seat, bool wholeGroup, Trouble trouble, TimeSpan? named, IReadOnlyList<TimeSpan> steps)
    {
        lock (_door)
        {
            var key = (wholeGroup ? seat.Group : seat.Account.Id, (string?)seat.Model.Id);
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
    internal void Answered(Seat seat)
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

    private (Seat? Seat, DateTimeOffset? Back) Choose(IReadOnlyList<Seat> seats, Func<Seat, bool> barred)
    {
        lock (_door)
        {
            DateTimeOffset? back = null;
            foreach (var tier in seats.Where(seat => !barred(seat)).GroupBy(seat => seat.Tier).OrderBy(tier => tier.Key))
            {
                Seat? best = null;
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

    private Pause? PauseOf(Seat seat)
    {
        lock (_door)
        {
            var now = time.GetUtcNow();
            return KeysOf(seat).Select(key => _pauses.GetValueOrDefault(key)).Where(rest => rest?.Until > now).MaxBy(rest => rest!.Until);
        }
    }

    private static IEnumerable<(string, string?)> KeysOf(Seat seat) => [(seat.Group, seat.Model.Id), (seat.Account.Id, seat.Model.Id)];

    private Group GroupOf(Seat seat)
    {
        lock (_door)
        {
            return _groups.TryGetValue(seat.Group, out var known)
                ? known
                : _groups[seat.Group] = new(Math.Max(1, seat.Account.Limits.MaxInFlight));
        }
    }

    private void TellOfWait(DateTimeOffset until, IProgress<WritingNews>? news)
    {
        lock (_door)
        {
            if (_toldUntil == until)
                return;
            _toldUntil = until;
        }

        news?.Report(new WritingRemark(Sentence.Of("writing.waits", until.ToLocalTime().DateTime), Matters: false));
    }

    private sealed record Pause(DateTimeOffset Until, int Times, Trouble Trouble);

    /// <summary>A seat that was taken. Dispose to give it back.</summary>
    internal sealed class Turn(Seat seat, Group group) : IDisposable
    {
        public Seat Seat => seat;

        public bool HasSlot { get; set; }

        public void Dispose()
        {
            group.Leave();
            if (HasSlot)
                group.Slots.Release();
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
