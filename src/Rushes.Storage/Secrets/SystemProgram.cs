using System.ComponentModel;
using System.Diagnostics;

namespace Rushes.Storage.Secrets;

/// <summary>A small program of the operating system that answers at once, or is given up.</summary>
/// <param name="path">Absolute.</param>
internal sealed class SystemProgram(string path)
{
    // Long enough for a person to unlock a key store that asks.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>Null when the search path has no such program.</returns>
    public static SystemProgram? Find(string name, string? searchPath) => (searchPath ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .Where(File.Exists)
        .Select(file => new SystemProgram(file))
        .FirstOrDefault();

    /// <returns>What it printed; null when it failed or did not answer.</returns>
    public async Task<string?> AskAsync(IReadOnlyList<string> arguments, string input, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var process = new Process
        {
            StartInfo = new(path, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
        };
        try
        {
            process.Start();
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
            process.StandardInput.Close();
            var answer = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            await errors;
            return process.ExitCode == 0 ? answer : null;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
        catch (Exception refused) when (refused is Win32Exception or IOException)
        {
            return null;
        }
    }
}
