using System.Globalization;
using System.Text.RegularExpressions;

namespace Rushes.Browser;

/// <summary>Memory of the studio and of a tab while a film of as many scenes as a film may have is filmed slowly: <c>bench/studio MINUTES</c>.</summary>
public sealed partial class HourBench(Chromium chromium, SlowStudio studio) : IClassFixture<SlowStudio>
{
    private const int Looks = 12;

    [OnDemand(SlowStudio.Demand)]
    public async Task A_run_of_as_many_minutes_as_are_asked_for()
    {
        var project = await studio.FilmAsync(CrowdedStudio.Scenes);
        await using var visit = await chromium.VisitAsync(studio.Address, "en", 1440);
        await visit.OpenAsync("/films/" + project);
        var page = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        for (var look = 0; look <= Looks; look++)
        {
            await page.SendAsync("HeapProfiler.collectGarbage");
            var script = (await page.SendAsync("Runtime.getHeapUsage"))!.Value.GetProperty("usedSize").GetDouble();
            var nodes = (await page.SendAsync("Memory.getDOMCounters"))!.Value.GetProperty("nodes").GetInt32();
            var ready = await visit.Page.Locator(".block.is-ready").CountAsync();
            Figures.Say($"after {look * SlowStudio.Minutes / Looks:0.#} minutes: {ready} scenes ready, studio {Megabytes("VmRSS")} MB, {Megabytes("RssAnon")} of them its own memory, tab {script / (1 << 20):0.0} MB of scripts and {nodes} nodes");
            await Task.Delay(TimeSpan.FromMinutes(SlowStudio.Minutes / Looks), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Megabytes of the studio's process. What is resident (VmRSS) holds the program's own files as far as they were read; what is its own memory (RssAnon) does not.</summary>
    private int Megabytes(string field)
    {
        var status = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{studio.Process}/status"));
        return int.Parse(Kilobytes().Match(status.First(line => line.StartsWith(field + ":", StringComparison.Ordinal))).Groups["kb"].Value, CultureInfo.InvariantCulture) / 1024;
    }

    [GeneratedRegex(@":\s+(?<kb>\d+) kB", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kilobytes();
}
