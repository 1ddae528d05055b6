namespace Rushes.Engine.Shooting.Runs;

/// <summary>What a run could take at best: takes handed, one after another, to whichever lane would have filmed them first.</summary>
/// <param name="Floor">From the first submission to the last generated clip.</param>
/// <param name="Shares">Takes of each lane, in the order of the lanes.</param>
public sealed record Forecast(TimeSpan Floor, IReadOnlyList<int> Shares)
{
    /// <summary>Most takes that are laid out one by one; longer runs go on in proportion.</summary>
    private const int MostLaidOut = 2000;

    /// <param name="lanes">At least one.</param>
    public static Forecast Of(IReadOnlyList<ForecastLane> lanes, int takes)
    {
        ArgumentNullException.ThrowIfNull(lanes);
        var laidOut = Math.Min(takes, MostLaidOut);
        var shares = new int[lanes.Count];
        var gates = new double[lanes.Count];
        var slots = lanes.Select(lane => new PriorityQueue<double, double>(Enumerable.Repeat((0.0, 0.0), Math.Clamp(lane.Slots, 1, laidOut + 1)))).ToList();
        var floor = 0.0;
        for (var take = 0; take < laidOut; take++)
        {
            var (best, bestEnd) = (0, double.MaxValue);
            for (var lane = 0; lane < lanes.Count; lane++)
            {
                var end = Math.Max(slots[lane].Peek(), gates[lane]) + lanes[lane].Latency.TotalSeconds;
                if (end < bestEnd)
                    (best, bestEnd) = (lane, end);
            }

            slots[best].DequeueEnqueue(bestEnd, bestEnd);
            gates[best] = bestEnd - lanes[best].Latency.TotalSeconds + lanes[best].Pace.TotalSeconds;
            shares[best]++;
            floor = Math.Max(floor, bestEnd);
        }

        return laidOut == takes
            ? new(TimeSpan.FromSeconds(floor), shares)
            : new(TimeSpan.FromSeconds(floor * takes / laidOut), [.. shares.Select(share => (int)Math.Round((double)share * takes / laidOut))]);
    }
}
