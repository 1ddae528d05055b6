using System.Text.Json;

namespace Rushes.Film.Scripts;

/// <summary>
/// <c>script.json</c>: UTF-8, snake_case, Vietnamese unescaped. Reads the seeds' names too (<c>prompt_vi</c>, <c>prompt_tgt</c>, <c>text_tgt</c>,
/// <c>character_bible</c>...), keeps every field that it does not know, and forgives types where nothing is lost by it.
/// </summary>
public static class ScriptJson
{
    /// <summary>Most scenes of a script: an hour of the longest usual clips.</summary>
    public const int MostScenes = 450;

    /// <summary>Longest film in seconds, with room for rounding.</summary>
    public const double LongestFilm = 3600;

    /// <param name="text">The content of the file.</param>
    /// <param name="file">How the file is called in a sentence about a mistake.</param>
    /// <exception cref="MistakeException">The text is no script, or too long for a film; the mistake names the file and the line or field.</exception>
    public static Script Read(string text, string file) => FilmLimits.Checked(ReadOfAnyLength(text, file), file);

    /// <summary>Reads a script that may be longer than a film: to take scenes from it.</summary>
    /// <exception cref="MistakeException">The text is no script.</exception>
    public static Script ReadOfAnyLength(string text, string file)
    {
        using var document = Parse(text, file);
        return ScriptJsonReader.Read(document.RootElement, file);
    }

    public static string Write(Script script) => ScriptJsonWriter.Write(script);

    /// <summary>One scene as it stands in a script.</summary>
    public static string Write(Scene scene) => ScriptJsonWriter.Write(scene);

    private static JsonDocument Parse(string text, string file)
    {
        try
        {
            return JsonDocument.Parse(text.TrimStart('\uFEFF'), new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException broken)
        {
            throw Mistake.Input("script.broken-json", file, file, (broken.LineNumber ?? 0) + 1, (broken.BytePositionInLine ?? 0) + 1).AsException();
        }
    }
}
