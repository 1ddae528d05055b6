using System.Collections.Concurrent;
using System.Diagnostics;

namespace Rushes.Providers.Ffmpeg;

/// <summary>
/// Starts child processes so that none outlives this one, not even after <c>kill -9</c>. On Linux the kernel is asked to kill the child when the
/// thread that started it ends (<c>prctl(2)</c>, PR_SET_PDEATHSIG, by util-linux's <c>setpriv</c>); therefore one thread that lives as long as the process
/// starts them all.
/// </summary>
public sealed class ProcessSpawner : IDisposable
{
    private const string DeathWish = "/usr/bin/setpriv";
    private readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> _orders = [];
    private readonly bool _tied = OperatingSystem.IsLinux() && File.Exists(DeathWish);

    public ProcessSpawner()
    {
        new Thread(Serve) { IsBackground = true, Name = "process spawner" }.Start();
    }

    /// <summary>Starts a program; its streams are redirected as <paramref name="start"/> says.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public Task<Process> StartAsync(ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        if (_tied)
        {
            // setpriv finds a bare name on PATH itself, but says so only by its exit code.
            string[] wrapped = ["--pdeathsig", "KILL", "--", start.FileName, .. start.ArgumentList];
            start.FileName = DeathWish;
            start.ArgumentList.Clear();
            foreach (var argument in wrapped)
                start.ArgumentList.Add(argument);
        }

        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _orders.Add((start, started));
        return started.Task;
    }

    public void Dispose() => _orders.CompleteAdding();

    private void Serve()
    {
        foreach (var (start, started) in _orders.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(start) ?? throw new InvalidOperationException(start.FileName));
            }
            catch (Exception problem)
            {
                started.SetException(problem);
            }
        }
    }
}
