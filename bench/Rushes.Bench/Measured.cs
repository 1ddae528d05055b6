using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Rushes.Bench;

/// <summary>A program run to its end, with what it and all its children cost.</summary>
/// <param name="CpuSeconds">User and system time of the whole tree, as the kernel counted it.</param>
/// <param name="PeakMegabytes">Most resident memory of the whole tree at any one moment, looked at 40 times a second (shared pages count once a process).</param>
internal sealed partial record Measured(int ExitCode, string Output, double WallSeconds, double CpuSeconds, double PeakMegabytes)
{
    private const int Children = -1;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);

    public static async Task<Measured> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var before = CpuOfChildren();
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program);
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        var ended = process.WaitForExitAsync();
        while (await Task.WhenAny(ended, Task.Delay(Look)) != ended)
            peak = Math.Max(peak, ResidentBytes(process.Id));
        await ended;
        return new Measured(
            process.ExitCode, await output, Stopwatch.GetElapsedTime(began).TotalSeconds, CpuOfChildren() - before, peak / 1048576.0);
    }

    /// <summary>Whole-tree proportional memory would be fairer; resident memory is what the bar means, and it is never kinder.</summary>
    private static long ResidentBytes(int root)
    {
        var tree = new HashSet<int> { root };
        var parents = new List<(int Id, int Parent, long Pages)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Read(id) is { } entry)
                parents.Add((id, entry.Parent, entry.Pages));
        }

        // Children have higher numbers than their parents but for a wrap of the counter; two rounds are enough for a tree this flat.
        for (var round = 0; round < 3; round++)
        {
            foreach (var (id, parent, _) in parents)
            {
                if (tree.Contains(parent))
                    tree.Add(id);
            }
        }

        // For the moment between fork and exec a child is its parent's memory, not memory of its own.
        var pages = parents.ToDictionary(entry => entry.Id, entry => entry.Pages);
        return parents
            .Where(entry => tree.Contains(entry.Id) && !(entry.Id != root && pages.GetValueOrDefault(entry.Parent) == entry.Pages))
            .Sum(entry => entry.Pages) * Environment.SystemPageSize;
    }

    private static (int Parent, long Pages)? Read(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[21], CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static double CpuOfChildren()
    {
        // struct rusage begins with two timevals; the rest is not of interest.
        Span<long> usage = stackalloc long[18];
        if (GetResourceUsage(Children, ref MemoryMarshal.GetReference(usage)) != 0)
            throw new InvalidOperationException("getrusage");
        return usage[0] + usage[2] + (usage[1] + usage[3]) / 1e6;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, ref long usage);
}
