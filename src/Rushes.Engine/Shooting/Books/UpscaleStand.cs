using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Books;

/// <summary>How the enlargement of a take by its provider stands.</summary>
public abstract record UpscaleStand
{
    private UpscaleStand()
    {
    }

    /// <summary>The intent is committed; the provider may be called, once.</summary>
    public sealed record Begun(string Attempt, DateTimeOffset At) : UpscaleStand;

    /// <summary>The pace of the quota group: ask again after <paramref name="Wait"/>.</summary>
    public sealed record TooSoon(TimeSpan Wait) : UpscaleStand;

    /// <summary>It was begun before, maybe by a process that has ended: never a second time while this may have cost something.</summary>
    /// <param name="Owner">The process that began it.</param>
    public sealed record Known(string Attempt, AttemptState State, string? Operation, string Owner, DateTimeOffset BegunAt) : UpscaleStand;

    /// <summary>Another process has the lane, or the take is not being enlarged (any more).</summary>
    public sealed record NotOurs : UpscaleStand;
}
