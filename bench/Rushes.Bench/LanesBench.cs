using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Rushes.Bench.Lanes;

namespace Rushes.Bench;

/// <summary>What the engine itself costs: many scenes against a provider that answers at once, and many operations that it only waits for.</summary>
internal static class LanesBench
{
    private const int Accounts = 100;

    /// <summary>Milliseconds of CPU a scene, share of a core, share of the latency.</summary>
    private const double SceneBar = 0.5, WaitingBar = 0.05, LagBar = 0.05;

    public static async Task<int> RunAsync(string[] args)
    {
        var scenes = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        var within = await CostAsync(scenes);
        within &= await WaitingAsync(scenes / 2);
        Console.WriteLine(within ? "within the bars" : "ABOVE A BAR");
        return within ? 0 : 1;
    }

    private static async Task<bool> CostAsync(int scenes)
    {
        await using var ground = new Ground(new PlainProvider { Traits = new() { PollBatch = 100, PollSpacing = TimeSpan.FromMilliseconds(10) } });
        await AddAccountsAsync(ground, slots: 4);
        // Until the code is compiled for good.
        await ground.FilmAsync(scenes / 2);
        var memory = new List<(int Ready, double Megabytes)>();
        var (cpu, wall) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var run = await ground.StartAsync(scenes);
        var storing = Environment.CpuUsage.TotalTime - cpu;
        var finishing = ground.Shoots.FinishAsync(run.Id, TimeSpan.FromMinutes(5), default);
        while (await Task.WhenAny(finishing, Task.Delay(500)) != finishing)
            memory.Add(((await ground.Store.RunAsync(run.Id, default))!.Count(Film.Takes.TakeState.Ready), GC.GetTotalMemory(forceFullCollection: false) / 1048576.0));
        var ended = (await finishing).Run;
        var spent = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / scenes;
        GC.Collect();
        var (early, late) = (memory.Take(memory.Count / 2).Select(at => at.Megabytes).DefaultIfEmpty().Min(), memory.Skip(memory.Count / 2).Select(at => at.Megabytes).DefaultIfEmpty().Min());
        Write($"{scenes} scenes on {Accounts} accounts: {ended.Count(Film.Takes.TakeState.Ready)} ready in {Stopwatch.GetElapsedTime(wall).TotalSeconds:0.0} s");
        Write($"CPU {spent:0.000} ms a scene, of which {storing.TotalMilliseconds / scenes:0.000} to store the run");
        Write($"managed memory: least in the first half {early:0} MB, in the second {late:0} MB, at the end {GC.GetTotalMemory(true) / 1048576.0:0} MB; process {Environment.WorkingSet / 1048576.0:0} MB");
        return spent <= SceneBar && ended.Count(Film.Takes.TakeState.Ready) == scenes && late <= early + 30;
    }

    private static async Task<bool> WaitingAsync(int outstanding)
    {
        var random = new Random(5);
        var times = Enumerable.Range(0, outstanding * 2 + 1).Select(_ => TimeSpan.FromSeconds(60 + (random.NextDouble() * 60))).ToArray();
        var lags = new ConcurrentBag<double>();
        var provider = new PlainProvider
        {
            Traits = new() { PollBatch = 100, PollSpacing = TimeSpan.FromMilliseconds(250) },
            Generates = (_, nth) => times[Math.Min(nth, times.Length - 1)],
        };
        await using var ground = new Ground(provider);
        await AddAccountsAsync(ground, outstanding / Accounts);

        // The first half teaches the lanes how long it takes; the second is what counts.
        await ground.FilmAsync(outstanding);
        provider.Found = (latency, lag) => lags.Add(lag / latency);
        var run = await ground.StartAsync(outstanding);
        var finishing = ground.Shoots.FinishAsync(run.Id, TimeSpan.FromMinutes(5), default);
        while (provider.Outstanding < outstanding)
            await Task.Delay(100);
        var (cpu, wall) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(20));
        var waiting = (Environment.CpuUsage.TotalTime - cpu) / Stopwatch.GetElapsedTime(wall);
        await Task.Delay(TimeSpan.FromSeconds(40) - TimeSpan.FromSeconds(20));
        (cpu, wall) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await finishing;
        var ending = (Environment.CpuUsage.TotalTime - cpu) / Stopwatch.GetElapsedTime(wall);
        var sorted = lags.Order().ToList();
        var lag95 = sorted[(int)(sorted.Count * 0.95)];
        Write($"{outstanding} operations of 60 to 120 s outstanding on {Accounts} accounts: {waiting:0.0%} of a core while nothing ends, {ending:0.0%} while they end and are brought home");
        Write($"noticed within {lag95:0.0%} of their latency (95th percentile; half of them within {sorted[sorted.Count / 2]:0.0%})");
        return waiting <= WaitingBar && lag95 <= LagBar;
    }

    private static async Task AddAccountsAsync(Ground ground, int slots)
    {
        for (var account = 0; account < Accounts; account++)
            await ground.AddAsync($"a{account:000}", slots, 0);
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
