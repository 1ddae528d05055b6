namespace Rushes.Engine.Shooting.Books;

/// <summary>How an attempt to begin the next take ended.</summary>
public abstract record Beginning
{
    private Beginning()
    {
    }

    /// <summary>The intent is committed; the provider may be called, once.</summary>
    public sealed record Begun(Shot Shot) : Beginning;

    /// <summary>The pace of the quota group: ask again after <paramref name="Wait"/>.</summary>
    public sealed record TooSoon(TimeSpan Wait) : Beginning;

    /// <summary>All slots of the quota group are taken.</summary>
    public sealed record SlotsTaken : Beginning;

    /// <summary>The account rests for every take that it could film now.</summary>
    /// <param name="Until">The nearest return; null when only the user can end it.</param>
    public sealed record Rests(DateTimeOffset? Until) : Beginning;

    /// <summary>Few takes are left, and quicker lanes will have filmed all of them before this one could film the first.</summary>
    public sealed record BetterElsewhere : Beginning;

    /// <summary>No take waits for this account.</summary>
    public sealed record NothingQueued : Beginning;

    /// <summary>Another process has the lane.</summary>
    public sealed record LaneLost : Beginning;
}
