using System.Text.Json;
using Rushes.Film;

namespace Rushes.Engine.Library;

/// <summary>Reads JSON data files; a broken override is reported and the built-in file used.</summary>
public static class DataFiles
{
    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads one file.</summary>
    /// <param name="complain">Told when an overriding file is broken; the built-in one is used then.</param>
    /// <exception cref="MistakeException">The only file there is is broken.</exception>
    public static T Read<T>(this IDataLibrary library, string name, Action<Mistake>? complain = null)
    {
        ArgumentNullException.ThrowIfNull(library);
        var path = library.PathOf(name);
        try
        {
            return Parse<T>(path);
        }
        catch (JsonException broken)
        {
            var mistake = Mistake.Input("data.broken", path, path, (broken.LineNumber ?? 0) + 1, broken.Message);
            if (library.BuiltInPathOf(name) is not { } builtIn || builtIn == path)
                throw mistake.AsException();
            complain?.Invoke(mistake);
            return Parse<T>(builtIn);
        }
    }

    private static T Parse<T>(string path) =>
        JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Snake) ?? throw new JsonException("null");
}
