namespace Rushes.Engine.Shooting.Lanes;

/// <summary>The operations that a lane waits for.</summary>
internal sealed class WatchList
{
    /// <summary>From half of its wait on, an operation joins a request that goes out anyway: soon all of a lane are asked about together.</summary>
    private const double EarlyShare = 0.5;

    private readonly Lock _door = new();
    private readonly Dictionary<long, Watched> _watched = [];

    public int Count
    {
        get
        {
            lock (_door)
                return _watched.Count;
        }
    }

    public bool Has(long take)
    {
        lock (_door)
            return _watched.ContainsKey(take);
    }

    public void Add(Watched watched)
    {
        lock (_door)
            _watched[watched.Shot.Id] = watched;
    }

    public bool Remove(long take)
    {
        lock (_door)
            return _watched.Remove(take);
    }

    /// <summary>Drops what is not in work any more, among those that were watched before <paramref name="asOf"/>.</summary>
    public void KeepOnly(HashSet<long> inWork, long asOf)
    {
        lock (_door)
        {
            foreach (var (take, watched) in _watched)
            {
                if (watched.Since < asOf && !inWork.Contains(take))
                    _watched.Remove(take);
            }
        }
    }

    /// <summary>
    /// Those that are due, with those that will be before long, so that one request serves them; they count as being asked about from here on.
    /// </summary>
    public List<Watched> TakeDue(DateTimeOffset now)
    {
        lock (_door)
        {
            var due = new List<Watched>();
            if (!_watched.Values.Any(watched => !watched.Asking && watched.NextAt <= now))
                return due;
            foreach (var watched in _watched.Values)
            {
                if (watched.Asking || watched.NextAt - watched.Slack > now)
                    continue;
                watched.Asking = true;
                due.Add(watched);
            }

            return due;
        }
    }

    public DateTimeOffset? NextAt()
    {
        lock (_door)
        {
            DateTimeOffset? next = null;
            foreach (var watched in _watched.Values)
            {
                if (!watched.Asking && (next is null || watched.NextAt < next))
                    next = watched.NextAt;
            }

            return next;
        }
    }

    /// <summary>The account may ask again: what was set aside is due.</summary>
    public void TakeBack(DateTimeOffset now)
    {
        lock (_door)
        {
            foreach (var watched in _watched.Values.Where(watched => watched.SetAside && !watched.Asking))
                watched.NextAt = now;
        }
    }

    /// <summary>The request about it has ended; it is asked about again after <paramref name="wait"/>.</summary>
    public void Again(Watched watched, DateTimeOffset now, TimeSpan wait)
    {
        lock (_door)
        {
            watched.Asking = false;
            watched.NextAt = now + wait;
            watched.Slack = wait * EarlyShare;
        }
    }
}
