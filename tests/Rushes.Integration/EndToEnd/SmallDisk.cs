using System.Diagnostics;

namespace Rushes.Integration.EndToEnd;

/// <summary>A disk in memory that can be full or read-only, which binds root too. Where the test may not mount one, it is skipped and says so.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    public static async Task<SmallDisk> MountAsync(string folder, string options)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs mount(8)");
        Directory.CreateDirectory(folder);
        var complaint = await RunAsync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
        Assert.SkipUnless(complaint is null, $"this machine mounts no disks for tests: {complaint}");
        return new SmallDisk(folder);
    }

    public async Task RemountAsync(string options) => Assert.Null(await RunAsync("mount", ["-o", $"remount,{options}", Folder]));

    public void Dispose() => RunAsync("umount", ["--lazy", Folder]).GetAwaiter().GetResult();

    /// <summary>What the program complained of; null when it succeeded.</summary>
    private static async Task<string?> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
            var complaint = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? null : complaint.Trim();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
