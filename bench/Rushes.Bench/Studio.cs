using System.Globalization;
using System.Text.Json;

namespace Rushes.Bench;

/// <summary>Rushes as a stranger runs it: the launcher at the root of the repository, with an empty home that goes when the bench ends.</summary>
internal sealed class Studio : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("rushes-bench-").FullName;

    public static string Root { get; } = FindRoot();

    public static string Launcher { get; } = Path.Combine(Root, "rushes");

    public Task<Measured> FilmAsync(string idea, int seconds) => Measured.RunAsync(
        Launcher, "text2video", idea, "--duration", seconds.ToString(CultureInfo.InvariantCulture), "--seed", "7", "--home", _home, "--json");

    public Task<Measured> CutAsync(string project) => Measured.RunAsync(Launcher, "cut", project, "--home", _home, "--json");

    public static JsonElement Answer(Measured run) =>
        JsonDocument.Parse(run.Output.TrimEnd().Split('\n')[^1]).RootElement;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rushes.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Rushes.slnx");
        return folder;
    }
}
