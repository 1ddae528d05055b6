using Microsoft.Extensions.Hosting;

namespace Rushes.Studio;

/// <summary>
/// Gives back memory that the studio does not need. It is open for days, and the collector lets garbage lie until its budget is full, which goes by the caches of
/// the processor and not by how little the studio holds.
/// </summary>
internal sealed class Housekeeping(TimeProvider time) : BackgroundService
{
    /// <summary>Bytes that are worth sweeping up.</summary>
    private const long Worth = 16 << 20;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Every, time);
        var swept = GC.GetTotalAllocatedBytes();
        while (await clock.WaitForNextTickAsync(stoppingToken))
        {
            if (GC.GetTotalAllocatedBytes() - swept < Worth)
                continue;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            swept = GC.GetTotalAllocatedBytes();
        }
    }
}
