using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rushes.Film;

namespace Rushes.Providers.Ffmpeg;

/// <summary>
/// Runs ffmpeg, ffprobe and their kind: both output streams drained, the last error lines kept, the whole tree killed on cancel.
/// </summary>
public sealed class MediaPrograms(ProcessSpawner spawner, ProgramFinder finder)
{
    private const int KeptLines = 40;

    /// <summary>
    /// Lets a program's big pieces of memory come in huge pages: on a virtual machine first touching a picture page by page costs as much as drawing it
    /// (GNU C Library Manual, <em>Memory Allocation Tunables</em>; other libraries pass over it).
    /// </summary>
    private const string HugePages = "glibc.malloc.hugetlb=1";

    /// <summary>At most one encode per two cores.</summary>
    public SemaphoreSlim Encodes { get; } = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <exception cref="MistakeException">ffmpeg is not on this machine.</exception>
    public Task<MediaResult> FfmpegAsync(MediaCall call, CancellationToken cancellation)
    {
        string[] quiet = ["-hide_banner", "-nostats", "-loglevel", "warning", "-y"];
        string[] still = call.Feed is null ? ["-nostdin"] : [];
        string[] progress = call.Progress is null ? [] : ["-progress", "pipe:2", "-stats_period", "0.25"];
        return RunAsync(finder.Ffmpeg(), call with { Arguments = [.. quiet, .. still, .. progress, .. call.Arguments] }, cancellation);
    }

    public Task<MediaResult> FfprobeAsync(IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        RunAsync(finder.Ffprobe(), new MediaCall { Arguments = ["-v", "error", .. arguments] }, cancellation);

    /// <summary>Runs any program; a non-zero exit is a result, not an exception.</summary>
    public async Task<MediaResult> RunAsync(string program, MediaCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        cancellation.ThrowIfCancellationRequested();
        using var process = await spawner.StartAsync(Describe(program, call));
        await using var kill = cancellation.Register(() => Kill(process));
        if (call.Feed is not null)
            PipeRoom.Widen(process.StandardInput.BaseStream);
        if (call.Read is not null)
            PipeRoom.Widen(process.StandardOutput.BaseStream);
        var complaint = new Queue<string>();
        var output = new StringBuilder();
        var listening = ListenAsync(process.StandardError, complaint, call.Progress);
        var reading = call.Read is null ? CollectAsync(process.StandardOutput, output) : ReadAsync(process, call.Read, cancellation);
        var feedProblem = await FeedAsync(process, call.Feed, cancellation);
        var readProblem = await Quietly(reading);
        await listening;
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();

        // A pipe that breaks while feeding or reading a program that failed is a symptom; what the program said is the cause. Any other problem is ours.
        var failed = process.ExitCode != 0;
        if ((feedProblem is not null and not IOException ? feedProblem : readProblem is IOException && failed ? null : readProblem) is { } ours)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(ours);
        return new MediaResult(process.ExitCode, output.ToString(), string.Join('\n', complaint));
    }

    private static ProcessStartInfo Describe(string program, MediaCall call)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = call.WorkingFolder ?? "",
        };
        if (call.Read is null)
            start.StandardOutputEncoding = Encoding.UTF8;
        foreach (var argument in call.Arguments)
            start.ArgumentList.Add(argument);
        if (!call.KeepsMemorySmall)
            start.Environment.TryAdd("GLIBC_TUNABLES", HugePages);
        foreach (var (name, value) in call.Environment)
            start.Environment[name] = value;
        return start;
    }

    private static async Task<Exception?> FeedAsync(Process process, Func<Stream, CancellationToken, Task>? feed, CancellationToken cancellation)
    {
        try
        {
            await using var input = process.StandardInput.BaseStream;
            if (feed is not null)
                await feed(input, cancellation);
            return null;
        }
        catch (IOException broken)
        {
            return broken;
        }
        catch (Exception problem)
        {
            Kill(process);
            return problem;
        }
    }

    private static async Task ReadAsync(Process process, Func<Stream, CancellationToken, Task> read, CancellationToken cancellation)
    {
        try
        {
            await read(process.StandardOutput.BaseStream, cancellation);
        }
        catch
        {
            Kill(process);
            throw;
        }
    }

    private static async Task<Exception?> Quietly(Task task)
    {
        try
        {
            await task;
            return null;
        }
        catch (Exception problem)
        {
            return problem;
        }
    }

    private static async Task CollectAsync(StreamReader reader, StringBuilder into) => into.Append(await reader.ReadToEndAsync());

    private static async Task ListenAsync(StreamReader reader, Queue<string> kept, Action<TimeSpan>? progress)
    {
        const string position = "out_time_us=";
        while (await reader.ReadLineAsync() is { } line)
        {
            if (progress is not null && IsProgress(line))
            {
                if (line.StartsWith(position, StringComparison.Ordinal)
                    && long.TryParse(line.AsSpan(position.Length), CultureInfo.InvariantCulture, out var microseconds))
                    progress(TimeSpan.FromMicroseconds(microseconds));
                continue;
            }

            kept.Enqueue(line);
            if (kept.Count > KeptLines)
                kept.Dequeue();
        }
    }

    private static bool IsProgress(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && !line.AsSpan(0, equals).Contains(' ') && !line.StartsWith('[');
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
