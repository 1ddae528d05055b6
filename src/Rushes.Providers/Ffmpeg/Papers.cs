using Rushes.Engine.Cutting.Captions;

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

    /// <summary>Writes letters in libass's format, with the faces that they name beside them: libass reads every font that it is shown, and some are large.</summary>
    /// <returns>The filter that paints them, to which more options may be added.</returns>
    public string WriteLetters(string text, FontFolder fonts)
    {
        var faces = _folder.CreateSubdirectory("fonts").FullName;
        foreach (var face in fonts.NamedIn(text))
            File.Copy(face.Path, Path.Combine(faces, Path.GetFileName(face.Path)), overwrite: true);
        return $"ass=filename={FilterText.Path(Write("letters.ass", text))}:fontsdir={FilterText.Path(faces)}";
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
