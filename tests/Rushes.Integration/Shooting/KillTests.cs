using System.Diagnostics;
using System.Globalization;
using Rushes.Film.Takes;
using Rushes.Storage.Sqlite;

namespace Rushes.Integration.Shooting;

/// <summary>Real processes, really killed, on real files.</summary>
public sealed class KillTests : IDisposable
{
    private const int Scenes = 30;
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("rushes-kill-");
    private readonly DirectoryInfo _ground = Directory.CreateTempSubdirectory("rushes-ground-");

    public void Dispose()
    {
        _home.Delete(recursive: true);
        _ground.Delete(recursive: true);
    }

    [Theory]
    [InlineData(true, 11)]
    [InlineData(false, 12)]
    public async Task Killing_at_random_moments_loses_nothing_and_pays_nothing_twice(bool canLookUp, int seed)
    {
        var random = new Random(seed);
        for (var kill = 0; kill < 10; kill++)
            await FilmAsync(canLookUp, random.Next(20, 700));
        await FilmAsync(canLookUp, killAfter: null);

        await using var store = SqliteStudioStore.Open(Path.Combine(_home.FullName, "rushes.db"), TimeProvider.System);
        var run = Assert.Single(await store.RunsAsync(TestContext.Current.CancellationToken));
        var takes = await store.TakesAsync(run.Id, TestContext.Current.CancellationToken);
        Assert.Equal(Scenes, takes.Count);
        Assert.All(takes, take => Assert.True(take.State == TakeState.Ready || (!canLookUp && take.State == TakeState.Unknown), $"{take.State}: {take.Trouble}"));
        var paid = _ground.EnumerateFiles().Select(file => File.ReadAllText(file.FullName)).ToList();
        Assert.Equal(paid.Count, paid.Distinct(StringComparer.Ordinal).Count());
        Assert.All(takes.Where(take => take.State == TakeState.Ready), take => Assert.Contains(take.Scene.ToString(CultureInfo.InvariantCulture), paid));
        Assert.All(Directory.EnumerateFiles(_home.FullName, "*.mp4", SearchOption.AllDirectories), clip => Assert.Equal(40_000, new FileInfo(clip).Length));
    }

    private async Task FilmAsync(bool canLookUp, int? killAfter)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Rushes.StuntDouble.exe" : "Rushes.StuntDouble"))
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])[_home.FullName, _ground.FullName, Scenes.ToString(CultureInfo.InvariantCulture), .. canLookUp ? ["look-up"] : Array.Empty<string>()])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        Assert.Equal("filming", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        if (killAfter is { } milliseconds)
        {
            await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
            process.Kill();
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (killAfter is null)
            Assert.Equal((0, nameof(RunState.Finished)), (process.ExitCode, (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim().Split('\n')[^1]));
    }
}
