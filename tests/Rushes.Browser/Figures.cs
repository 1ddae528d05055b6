using System.Globalization;

namespace Rushes.Browser;

/// <summary>What is measured on demand, a line each.</summary>
internal static class Figures
{
    /// <summary>The file that they are written to, in the environment.</summary>
    public const string Demand = "RUSHES_STUDIO_BENCH";

    public static void Say(FormattableString line) =>
        File.AppendAllText(Environment.GetEnvironmentVariable(Demand)!, line.ToString(CultureInfo.InvariantCulture) + Environment.NewLine);
}
