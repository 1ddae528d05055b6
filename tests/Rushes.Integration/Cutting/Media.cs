using System.Text;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Integration.Cutting;

/// <summary>The real ffmpeg, with a folder for one test's files.</summary>
public sealed class Media : IDisposable
{
    private readonly ProcessSpawner _spawner = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rushes-test-");

    public Media()
    {
        Programs = new MediaPrograms(_spawner, Finder);
    }

    internal static ProgramFinder Finder { get; } = new(Environment.GetEnvironmentVariable);

    internal MediaPrograms Programs { get; }

    public string Folder => _folder.FullName;

    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Runs ffmpeg; returns everything it said.</summary>
    internal async Task<string> FfmpegAsync(params IReadOnlyList<string> arguments)
    {
        var said = await Programs.RunAsync(Finder.Ffmpeg(), new MediaCall { Arguments = ["-hide_banner", "-nostdin", "-nostats", "-y", .. arguments] }, TestContext.Current.CancellationToken);
        Assert.True(said.Succeeded, said.Complaint);
        return said.Complaint;
    }

    internal async Task<string> FfprobeAsync(params IReadOnlyList<string> arguments)
    {
        var said = await Programs.FfprobeAsync(arguments, TestContext.Current.CancellationToken);
        Assert.True(said.Succeeded, said.Complaint);
        return said.Output;
    }

    public void Dispose()
    {
        _spawner.Dispose();
        _folder.Delete(recursive: true);
    }
}
