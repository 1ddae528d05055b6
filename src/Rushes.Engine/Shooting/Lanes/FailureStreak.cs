namespace Rushes.Engine.Shooting.Lanes;

/// <summary>
/// Operations of a lane that failed at the provider with none generated in between. One bad scene says nothing about its account; several different ones in a
/// row do, and an account that fails quickly would otherwise pull every scene of a run.
/// </summary>
internal sealed class FailureStreak
{
    /// <summary>Different takes after which the account is to rest.</summary>
    private const int Suspicious = 3;

    private readonly Lock _door = new();
    private readonly HashSet<long> _takes = [];

    /// <returns>Whether the account should rest; the streak begins anew then.</returns>
    public bool Failed(long take)
    {
        lock (_door)
        {
            _takes.Add(take);
            if (_takes.Count < Suspicious)
                return false;
            _takes.Clear();
            return true;
        }
    }

    public void Generated()
    {
        lock (_door)
            _takes.Clear();
    }
}
