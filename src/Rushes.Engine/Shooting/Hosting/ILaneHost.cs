namespace Rushes.Engine.Shooting.Hosting;

/// <summary>Places lanes and wakes them. Correctness never depends on it: the store's fence does that.</summary>
public interface ILaneHost : IAsyncDisposable
{
    /// <summary>Begins to look after lanes; calling it again changes nothing.</summary>
    Task StartAsync(CancellationToken cancellation);

    /// <summary>Runs the account's lane unless this host does already.</summary>
    Task EnsureRunningAsync(string account, CancellationToken cancellation);

    /// <summary>Looks for lanes with work now instead of at the next round.</summary>
    Task SweepAsync(CancellationToken cancellation);
}
