using Rushes.Film;

namespace Rushes.Providers.Ffmpeg;

/// <summary>
/// Finds the programs that Rushes runs: by setting (<c>RUSHES_FFMPEG</c>, <c>RUSHES_FFPROBE</c>, <c>RUSHES_ESPEAK</c>, <c>RUSHES_PIPER</c>), beside the program
/// (<c>tools/</c>), on PATH.
/// </summary>
/// <param name="environment">Looks up an environment variable.</param>
public sealed class ProgramFinder(Func<string, string?> environment)
{
    public string Ffmpeg() => Find("ffmpeg") ?? throw Mistake.Machine("machine.no-ffmpeg", InstallCommand("ffmpeg")).AsException();

    public string Ffprobe() => Find("ffprobe") ?? throw Mistake.Machine("machine.no-ffmpeg", InstallCommand("ffmpeg")).AsException();

    /// <summary>Null when there is none: the film is silent with captions, and says so.</summary>
    public string? Espeak() => Find("espeak-ng", "RUSHES_ESPEAK");

    /// <summary>Null when there is none: its voices are not offered.</summary>
    public string? Piper() => Find("piper");

    /// <summary>Plays a sound; null when there is none.</summary>
    public string? Player() => Find("ffplay");

    /// <summary>The one command that installs a package on this system.</summary>
    public static string InstallCommand(string package) =>
        OperatingSystem.IsWindows() ? $"winget install {(package == "ffmpeg" ? "Gyan.FFmpeg" : "eSpeak-NG.eSpeak-NG")}"
        : OperatingSystem.IsMacOS() ? $"brew install {package}"
        : $"sudo apt-get install -y {package}";

    private string? Find(string program, string? setting = null)
    {
        setting ??= "RUSHES_" + program.ToUpperInvariant();
        if (environment(setting) is { Length: > 0 } set)
            return File.Exists(set) ? set : null;
        var name = OperatingSystem.IsWindows() ? program + ".exe" : program;
        IEnumerable<string> folders = [Path.Combine(AppContext.BaseDirectory, "tools"), .. (environment("PATH") ?? "").Split(Path.PathSeparator)];
        return folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
