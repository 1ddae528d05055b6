namespace Rushes.Engine.Shooting.Lanes;

/// <summary>
/// How many submissions a lane risks before it has heard an answer. An account that turns out to be sick wastes a few requests and no more; one that
/// has shown that it works is only held by its pace and its slots.
/// </summary>
/// <param name="proven">The account has filmed before, and nothing was wrong with it since.</param>
/// <param name="struck">It was set to rest, and was not accepted again yet.</param>
internal sealed class Trust(bool proven, bool struck)
{
    private const int Untried = 3;
    private const int AfterRest = 1;
    private readonly Lock _door = new();
    private bool _proven = proven;
    private bool _struck = struck;
    private int _refusals;

    /// <summary>Submissions that may wait for their answer at once.</summary>
    public int Unanswered
    {
        get
        {
            lock (_door)
                return _struck ? AfterRest : _proven ? int.MaxValue : Untried;
        }
    }

    /// <summary>How often the account was set to rest; who sees it rise should not send what was about to be sent.</summary>
    public int Refusals => Volatile.Read(ref _refusals);

    public void Accepted()
    {
        lock (_door)
            (_proven, _struck) = (true, false);
    }

    public void Refused()
    {
        Interlocked.Increment(ref _refusals);
        lock (_door)
            (_proven, _struck) = (false, true);
    }
}
