using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Rushes.Integration.EndToEnd;

/// <summary>The real program at work, a process of its own. It can be interrupted, and it can be killed without a chance to tidy up.</summary>
public sealed partial class RushesProcess : IDisposable
{
    private const int Interrupt = 2;

    // Far above what any command of these tests takes on a busy machine: only a hang gets there.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly Process _process;
    private readonly string _command;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private RushesProcess(Process process, string command)
    {
        _process = process;
        _command = command;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    public static RushesProcess Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment, string workingFolder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = workingFolder,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "rushes.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new RushesProcess(process, string.Join(' ', arguments));
    }

    public async Task<Answer> EndAsync()
    {
        using var hang = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        hang.CancelAfter(Patience);
        try
        {
            await _process.WaitForExitAsync(hang.Token);
            return new Answer(_command, _process.ExitCode, await _output.WaitAsync(hang.Token), await _errors.WaitAsync(hang.Token));
        }
        catch (OperationCanceledException hung) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Dispose();
            throw new TimeoutException($"rushes {_command} did not end", hung);
        }
    }

    /// <summary>Kills the program alone, as <c>kill -9</c> does: what it started must end by itself.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        await EndAsync();
    }

    /// <summary>What Ctrl+C sends.</summary>
    public void InterruptGently() => Assert.Equal(0, SendSignal(_process.Id, Interrupt));

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
