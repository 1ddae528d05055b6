using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Lanes;

namespace Rushes.Engine.Shooting.Hosting;

/// <summary>
/// Nothing revives by itself: every few seconds this starts a lane for every account with work and nobody at it, pauses runs that nobody waits for any
/// more, and so takes over from processes that died.
/// </summary>
public sealed class LaneSupervisor(LaneTools tools, LaneFaults faults)
{
    /// <summary>Between two rounds.</summary>
    public static TimeSpan Round { get; } = TimeSpan.FromSeconds(2);

    public async Task SweepAsync(ILaneHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(host);
        await tools.Store.PauseForsakenAsync(tools.Me, cancellation);
        foreach (var work in await tools.Store.LanesWithWorkAsync(tools.Providers.Names, cancellation))
        {
            if (IsFree(work) && faults.MayStart(work.Account))
                await host.EnsureRunningAsync(work.Account, cancellation);
        }
    }

    private bool IsFree(LaneWork work) =>
        work.Owner is null || work.Owner == tools.Me.Name || work.LeaseUntil <= tools.Time.GetUtcNow() || tools.Me.IsGone(work.Owner);
}
