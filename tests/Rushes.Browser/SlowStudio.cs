using System.Globalization;

namespace Rushes.Browser;

/// <summary>A studio whose accounts take the minutes that were asked for to film as many scenes as a film may have.</summary>
public sealed class SlowStudio : StudioAtWork
{
    /// <summary>The minutes, in the environment.</summary>
    public const string Demand = "RUSHES_STUDIO_MINUTES";

    // What the three of them film in a second, when a second is a second.
    private const double ScenesASecond = (3 / 1.2) + (3 / 1.2) + (3 / 0.5);

    public static double Minutes => double.Parse(Environment.GetEnvironmentVariable(Demand)!, CultureInfo.InvariantCulture);

    private protected override TimeSpan Second => TimeSpan.FromMinutes(Minutes * ScenesASecond / CrowdedStudio.Scenes);
}
