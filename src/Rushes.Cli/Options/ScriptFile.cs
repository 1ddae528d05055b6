using Rushes.Film.Scripts;
using Rushes.Storage.Files;

namespace Rushes.Cli.Options;

/// <summary>Scripts as files: JSON, or a screenplay where the name ends in <c>.fountain</c>.</summary>
internal static class ScriptFile
{
    private const string Screenplay = ".fountain";

    /// <param name="path">Absolute path of a file that exists.</param>
    /// <exception cref="Film.MistakeException">The file is no script, or too long for a film.</exception>
    public static async Task<Script> ReadAsync(string path, CancellationToken cancellation) => FilmLimits.Checked(await ReadOfAnyLengthAsync(path, cancellation), path);

    /// <summary>Reads a script from which scenes are taken.</summary>
    /// <param name="path">Absolute path of a file that exists.</param>
    /// <exception cref="Film.MistakeException">The file is no script.</exception>
    public static async Task<Script> ReadOfAnyLengthAsync(string path, CancellationToken cancellation)
    {
        var text = await File.ReadAllTextAsync(path, cancellation);
        var script = IsScreenplay(path) ? Fountain.ReadOfAnyLength(text, path) : ScriptJson.ReadOfAnyLength(text, path);

        // A project lies elsewhere; pictures are named from where the script lies.
        var folder = Path.GetDirectoryName(path)!;
        return script with
        {
            Characters = [.. script.Characters.Select(one => one.Picture is { } picture ? one with { Picture = Path.GetFullPath(picture, folder) } : one)],
        };
    }

    public static void Write(Script script, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, IsScreenplay(path) ? Fountain.Write(script) : ScriptJson.Write(script));
    }

    private static bool IsScreenplay(string path) => Path.GetExtension(path).Equals(Screenplay, StringComparison.OrdinalIgnoreCase);
}
