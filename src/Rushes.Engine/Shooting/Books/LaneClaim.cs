namespace Rushes.Engine.Shooting.Books;

/// <summary>How an attempt to take a lane ended.</summary>
public abstract record LaneClaim
{
    private LaneClaim()
    {
    }

    public sealed record Taken(Lane Lane, AccountSheet Sheet) : LaneClaim;

    /// <summary>Another process films with it.</summary>
    public sealed record Held(string Owner) : LaneClaim;

    /// <summary>There is no such account (any more).</summary>
    public sealed record NoAccount : LaneClaim;
}
