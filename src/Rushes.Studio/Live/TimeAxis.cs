using System.Globalization;

namespace Rushes.Studio.Live;

/// <summary>The time that lanes show: from the first take on, in round numbers.</summary>
/// <param name="Horizon">Seconds; the next round number beyond what has happened.</param>
public sealed record TimeAxis(DateTimeOffset Zero, int Horizon)
{
    private static readonly int[] Steps = [10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 28800, 57600, 86400, 172800, 604800];

    /// <param name="busy">Time goes on: something is in work.</param>
    public static TimeAxis Of(Swimlanes lanes, DateTimeOffset now, bool busy)
    {
        ArgumentNullException.ThrowIfNull(lanes);
        var zero = lanes.Begun ?? now;
        var last = busy || lanes.IsOpen ? now : lanes.LastEnd ?? now;
        var needed = (last - zero).TotalSeconds * 1.1;
        return new(zero, Steps.FirstOrDefault(step => step >= needed, Steps[^1]));
    }

    /// <summary>0 to 1 along the axis.</summary>
    public double Share(DateTimeOffset at) => Math.Clamp((at - Zero).TotalSeconds / Horizon, 0, 1);

    /// <summary>As drawings write it.</summary>
    public string Percent(DateTimeOffset at) => Percent(Share(at));

    public static string Percent(double share) => (share * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
