using System.Diagnostics;

namespace Rushes.Browser;

/// <summary>What a room of 450 scenes, the most that a film may have, costs a browser and the studio. Run on demand alone, on a machine that does nothing else: <c>bench/studio</c>.</summary>
public sealed class CrowdBench(Chromium chromium, CrowdedStudio studio) : IClassFixture<CrowdedStudio>
{
    /// <summary>Frames of a scroll from top to bottom: their median and their longest, in milliseconds.</summary>
    private const string Scroll = """
        () => new Promise(done => {
          const frames = []; let last = performance.now(); const end = document.documentElement.scrollHeight - innerHeight;
          const step = now => {
            frames.push(now - last); last = now;
            if (scrollY >= end - 2 || frames.length > 2000) { frames.shift(); frames.sort((a, b) => a - b); done([frames[frames.length >> 1], frames[Math.floor(frames.length * .95)], frames.at(-1)]); return; }
            scrollBy(0, 120); requestAnimationFrame(step);
          };
          requestAnimationFrame(step);
        })
        """;

    /// <summary>Resolves to the moment at which so many blocks are ready, as this clock has it.</summary>
    private const string Arrival = """
        ready => new Promise(done => {
          const look = () => document.querySelectorAll('.block.is-ready').length >= ready;
          if (look()) { done(Date.now()); return; }
          const watch = new MutationObserver(() => { if (look()) { watch.disconnect(); requestAnimationFrame(() => done(Date.now())); } });
          watch.observe(document.getElementById('lanes').parentElement, { childList: true, subtree: true, attributes: true });
        })
        """;

    [OnDemand(Figures.Demand)]
    public async Task A_room_of_as_many_scenes_as_a_film_may_have()
    {
        await studio.CrowdAsync();
        for (var step = 0; step < CrowdedStudio.Scenes; step++)
            await studio.StepAsync();
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "en", 1440);
        var room = "/films/" + studio.Project;
        for (var warm = 0; warm < 5; warm++)
            await visit.OpenAsync(room);
        var (cpu, page) = (Environment.CpuUsage.TotalTime, 0);
        for (var read = 0; read < 10; read++)
            page = (await studio.ReadAsync(room)).Length;
        Figures.Say($"the page is {page / 1024} KB and takes the studio {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / 10:0} ms of CPU");
        var paint = await visit.Page.EvaluateAsync<double[]>("[performance.getEntriesByName('first-contentful-paint')[0].startTime, performance.getEntriesByType('navigation')[0].responseEnd, performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd]");
        Figures.Say($"first paint after {paint[0]:0} ms (page sent after {paint[1]:0} ms, ready after {paint[2]:0} ms)");

        await visit.OpenAsync(room + "/script");
        Figures.Say($"the script: first paint after {await visit.Page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime"):0} ms");
        await visit.OpenAsync(room);

        var frames = await visit.Page.EvaluateAsync<double[]>(Scroll);
        Figures.Say($"scrolling: frames of {frames[0]:0} ms (median), {frames[1]:0} ms (95th percentile), {frames[2]:0} ms (longest)");

        var updates = new List<double>();
        for (var update = 0; update < 20; update++)
        {
            var ready = await visit.Page.Locator(".block.is-ready").CountAsync();
            var arriving = visit.Page.EvaluateAsync<double>(Arrival, ready + 1);
            await Task.Delay(400, TestContext.Current.CancellationToken);
            while (!await studio.StepAsync())
            {
            }

            var before = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            updates.Add(await arriving - before);
        }

        updates.Sort();
        Figures.Say($"from the books to the page: {updates[10]:0} ms (median), {updates[^1]:0} ms (longest of 20)");

        var tabs = new List<Visit>();
        try
        {
            for (var tab = 1; tab < 10; tab++)
            {
                tabs.Add(await chromium.VisitAsync(studio.Browser.BaseAddress!, "en", 1440));
                await tabs[^1].OpenAsync(room);
            }

            await Task.Delay(3000, TestContext.Current.CancellationToken);
            Figures.Say($"ten tabs, nothing happens: {await CostAsync(0):0.0%} of a core in the studio");
            Figures.Say($"ten tabs, two changes a second: {await CostAsync(2):0.0%} of a core in the studio");
        }
        finally
        {
            foreach (var tab in tabs)
                await tab.DisposeAsync();
        }
    }

    /// <summary>CPU of this process, in which the studio runs, as a share of a core over 15 seconds.</summary>
    private async Task<double> CostAsync(int changes)
    {
        var (cpu, wall) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        for (var second = 0; second < 15; second++)
        {
            for (var change = 0; change < changes; change++)
                await studio.StepAsync();
            await Task.Delay(1000, TestContext.Current.CancellationToken);
        }

        return (Environment.CpuUsage.TotalTime - cpu) / Stopwatch.GetElapsedTime(wall);
    }
}
