using Rushes.Film;

namespace Rushes.Engine.Projects;

/// <summary>A disk without space: nobody's failure, and mended by the user alone. Work stops where it stands and goes on by <c>resume</c>.</summary>
public static class FullDisk
{
    // ENOSPC and EDQUOT as Linux and macOS number them; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    private static readonly HashSet<int> OnUnix = [28, 69, 122];
    private static readonly HashSet<int> OnWindows = [unchecked((int)0x80070070), unchecked((int)0x80070027)];
    private static readonly string[] Words = ["No space left on device", "There is not enough space on the disk", "Disk quota exceeded"];

    public static Mistake Mistake { get; } = Mistake.Machine("machine.disk-full");

    /// <summary>Whether the system said so.</summary>
    public static bool Is(Exception problem) =>
        problem is IOException { HResult: var code } && (OperatingSystem.IsWindows() ? OnWindows : OnUnix).Contains(code);

    /// <summary>Whether a program said so on its standard error.</summary>
    public static bool IsSaidIn(string complaint)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        return Words.Any(words => complaint.Contains(words, StringComparison.OrdinalIgnoreCase));
    }
}
