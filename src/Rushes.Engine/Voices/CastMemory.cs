using System.Text.Json;
using Rushes.Engine.Projects;

namespace Rushes.Engine.Voices;

/// <summary>
/// Who spoke with which voice when a film was last spoken, kept beside its lines: whoever resumes or cuts it again hears the same voices, whichever
/// accounts have come or gone since.
/// </summary>
/// <param name="Language">What they spoke.</param>
/// <param name="Narrator">A voice's name.</param>
/// <param name="Roles">Voices' names by character.</param>
public sealed record CastMemory(string Language, string? Narrator, IReadOnlyDictionary<string, string> Roles)
{
    private const string FileName = "voices.json";
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <returns>Null when nothing was spoken there, or the file was spoilt.</returns>
    public static CastMemory? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<CastMemory>(File.ReadAllText(Path.Combine(folder, FileName)), Form) is { Roles: not null } memory ? memory : null;
        }
        catch (Exception none) when (none is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string folder)
    {
        var file = Path.Combine(folder, FileName);
        var text = JsonSerializer.Serialize(this, Form) + "\n";
        if (File.Exists(file) && File.ReadAllText(file) == text)
            return;
        HalfFile.Make(file, half => File.WriteAllText(half, text));
    }
}
