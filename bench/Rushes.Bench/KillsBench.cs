using System.Diagnostics;
using System.Globalization;
using Rushes.Film.Takes;
using Rushes.Storage.Sqlite;

namespace Rushes.Bench;

/// <summary>
/// Kills a process that films thirty scenes on three accounts at random moments, over and over, and takes the run up with a new one until it is finished. The
/// provider's operations are files, each there from the moment that money would have been spent.
/// </summary>
internal static class KillsBench
{
    private const int Scenes = 30;
    private static readonly TimeSpan ResumedWithin = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(string[] args)
    {
        var kills = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
        var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        var random = new Random(seed);
        var (killed, runs, ready, unknown, problems) = (0, 0, 0, 0, 0);
        var resumed = new List<TimeSpan>();
        while (killed < kills)
        {
            var canLookUp = runs++ % 2 == 0;
            var folder = Directory.CreateTempSubdirectory("rushes-kills-").FullName;
            try
            {
                var (home, ground) = (Directory.CreateDirectory(Path.Combine(folder, "home")).FullName, Directory.CreateDirectory(Path.Combine(folder, "ground")).FullName);
                var first = true;
                while (killed < kills && await FilmAsync(home, ground, canLookUp, random.Next(20, 900), first ? null : resumed))
                    (killed, first) = (killed + 1, false);
                await FilmAsync(home, ground, canLookUp, null, first ? null : resumed);
                var verdict = await JudgeAsync(home, ground, canLookUp);
                (ready, unknown, problems) = (ready + verdict.Ready, unknown + verdict.Unknown, problems + verdict.Problems);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        var slowest = resumed.Count == 0 ? TimeSpan.Zero : resumed.Max();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{killed} kills (seed {seed}) in {runs} runs of {Scenes} scenes: {ready} ready, {unknown} unknown, {problems} paid twice, lost or half"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"filming again {resumed.Select(time => time.TotalSeconds).DefaultIfEmpty().Average():0.00} s after the start of the next process on average, {slowest.TotalSeconds:0.00} s at most"));
        return problems == 0 && slowest <= ResumedWithin ? 0 : 1;
    }

    /// <returns>Whether it was killed; false when the run had ended before.</returns>
    private static async Task<bool> FilmAsync(string home, string ground, bool canLookUp, int? killAfter, List<TimeSpan>? resumed)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Rushes.StuntDouble")) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[home, ground, Scenes.ToString(CultureInfo.InvariantCulture), .. canLookUp ? ["look-up"] : Array.Empty<string>()])
            start.ArgumentList.Add(argument);
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("Rushes.StuntDouble");
        if (await process.StandardOutput.ReadLineAsync() != "filming")
            throw new InvalidOperationException("Rushes.StuntDouble did not begin.");
        var underWay = UnderWayAsync(process.StandardOutput, began);
        using var bomb = new CancellationTokenSource();
        var fuse = killAfter is { } milliseconds ? Task.Delay(milliseconds, bomb.Token) : Task.Delay(Timeout.Infinite, bomb.Token);
        var ended = process.WaitForExitAsync();
        var killed = await Task.WhenAny(ended, fuse) == fuse;
        if (killed)
            process.Kill();
        await bomb.CancelAsync();
        await ended;
        if (await underWay is { } took)
            resumed?.Add(took);
        return killed;
    }

    /// <returns>From the start of the process until it films; null when it was killed before.</returns>
    private static async Task<TimeSpan?> UnderWayAsync(StreamReader output, long began) =>
        await output.ReadLineAsync() == "under way" ? Stopwatch.GetElapsedTime(began) : null;

    private static async Task<(int Ready, int Unknown, int Problems)> JudgeAsync(string home, string ground, bool canLookUp)
    {
        await using var store = SqliteStudioStore.Open(Path.Combine(home, "rushes.db"), TimeProvider.System);
        var run = (await store.RunsAsync(default)).Single();
        var takes = await store.TakesAsync(run.Id, default);
        var paid = Directory.EnumerateFiles(ground).Select(File.ReadAllText).ToList();
        var problems = paid.Count - paid.Distinct(StringComparer.Ordinal).Count();
        foreach (var take in takes)
        {
            var scene = take.Scene.ToString(CultureInfo.InvariantCulture);
            var clip = take.State == TakeState.Ready && File.Exists(take.Clip!.Path) && new FileInfo(take.Clip.Path).Length == take.Clip.Bytes;
            if (!(clip && paid.Contains(scene)) && !(take.State == TakeState.Unknown && !canLookUp))
                problems++;
        }

        return (takes.Count(take => take.State == TakeState.Ready), takes.Count(take => take.State == TakeState.Unknown), problems + Scenes - takes.Count);
    }
}
