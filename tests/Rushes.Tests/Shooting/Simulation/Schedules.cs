namespace Rushes.Tests.Shooting.Simulation;

/// <summary>Schedules to compare with: takes that are all alike on accounts of different speed, without any overhead.</summary>
public static class Schedules
{
    /// <returns>When the last take ends if no better order could be found, in seconds.</returns>
    public static double Best(IReadOnlyList<double> latencies, int slots, int takes)
    {
        // All takes are alike: the earliest moment by which the slots together could have ended so many.
        var ends = latencies.SelectMany(latency => Enumerable.Range(1, takes).SelectMany(nth => Enumerable.Repeat(latency * nth, slots)));
        return ends.Order().ElementAt(takes - 1);
    }

    /// <summary>The seeds' rule: scene after scene, account after account, whatever they are like.</summary>
    public static double InTurn(IReadOnlyList<double> latencies, int slots, int takes)
    {
        var each = Enumerable.Range(0, latencies.Count).Select(account => (takes - account + latencies.Count - 1) / latencies.Count);
        return each.Select((count, account) => Math.Ceiling((double)count / slots) * latencies[account]).Max();
    }
}
