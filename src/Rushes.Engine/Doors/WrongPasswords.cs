namespace Rushes.Engine.Doors;

/// <summary>
/// Counts wrong passwords. Whoever was wrong a few times waits, longer each time; and whoever asks from many places at once makes everybody wait a little, so
/// that guessing is slow from however many places. Safe to use from any thread.
/// </summary>
public sealed class WrongPasswords(TimeProvider time)
{
    /// <summary>Wrong ones from one place before it has to wait.</summary>
    public const int Free = 5;

    /// <summary>Wrong ones within a minute, from all places together.</summary>
    public const int MostInAMinute = 30;

    private const int MostPlaces = 10_000;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);
    private readonly Lock _door = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Until, DateTimeOffset Last)> _places = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _lately = new();

    /// <returns>How long to wait before the next try; zero or less: none.</returns>
    public TimeSpan WaitOf(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        lock (_door)
        {
            var now = time.GetUtcNow();
            Forget(now);
            var own = _places.TryGetValue(place, out var known) ? known.Until - now : TimeSpan.Zero;
            var everybody = _lately.Count >= MostInAMinute ? _lately.Peek() + TimeSpan.FromMinutes(1) - now : TimeSpan.Zero;
            return own > everybody ? own : everybody;
        }
    }

    public void Wrong(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        lock (_door)
        {
            var now = time.GetUtcNow();
            _lately.Enqueue(now);
            var count = _places.TryGetValue(place, out var known) ? known.Count + 1 : 1;
            var wait = count < Free ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(count - Free, 10)));
            _places[place] = (count, now + wait, now);
        }
    }

    public void Right(string place)
    {
        lock (_door)
            _places.Remove(place);
    }

    private void Forget(DateTimeOffset now)
    {
        while (_lately.TryPeek(out var oldest) && now - oldest > TimeSpan.FromMinutes(1))
            _lately.Dequeue();
        if (_places.Count > MostPlaces)
        {
            foreach (var old in _places.OrderBy(entry => entry.Value.Last).Take(MostPlaces / 2).Select(entry => entry.Key).ToList())
                _places.Remove(old);
        }

        foreach (var old in _places.Where(entry => now - entry.Value.Last > Forgotten).Select(entry => entry.Key).ToList())
            _places.Remove(old);
    }
}
