namespace Rushes.Providers.Ffmpeg;

/// <summary>A folder for the small texts that ffmpeg must read from files; it goes when they were read.</summary>
internal sealed class Papers : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rushes-");

    /// <returns>The absolute path.</returns>
    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
