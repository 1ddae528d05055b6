using System.Text.Json;

namespace Rushes.Film.Scripts;

/// <summary>The film on paper: hook, emotional arc, characters and scenes. Written to <c>script.json</c> by <see cref="ScriptJson"/>.</summary>
public sealed record Script
{
    public const string Format = "rushes-script/1";

    public required string Title { get; init; }

    /// <summary>BCP 47 primary subtag of the spoken language, such as <c>vi</c>.</summary>
    public required string Language { get; init; }

    public ScriptKind Kind { get; init; }
    public string? Style { get; init; }
    public string? Domain { get; init; }
    public string? Topic { get; init; }
    public string? Template { get; init; }

    /// <summary>What grips in the first three seconds.</summary>
    public string HookSummary { get; init; } = "";

    /// <summary>The way of the feelings: start, peaks and valleys, end.</summary>
    public string EmotionalArc { get; init; } = "";

    /// <summary>Null leaves voice and manner of the narration to the casting.</summary>
    public Narrator? Narrator { get; init; }

    public IReadOnlyList<Character> Characters { get; init; } = [];
    public IReadOnlyList<Scene> Scenes { get; init; } = [];
    public IReadOnlyList<SocialPost> Social { get; init; } = [];

    /// <summary>Null when a person or the built-in writer wrote it.</summary>
    public Authorship? WrittenBy { get; init; }

    /// <summary>Other-language texts that came with the file, by the field they came in, such as <c>title_vi</c>.</summary>
    public IReadOnlyDictionary<string, string> Translations { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Fields of the file that Rushes does not know; kept and written back.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = Nothing;

    /// <summary>Seconds on screen of all scenes.</summary>
    public double Duration => Scenes.Sum(scene => scene.Duration);

    /// <summary>Who of the characters is in a scene.</summary>
    public IEnumerable<Character> CastOf(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        return Characters.Where(character => scene.Characters.Contains(character.Name, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The script with a manner of speaking for everybody to whom it gives none.</summary>
    /// <param name="usual">Null changes nothing.</param>
    public Script SpokenIn(Manner? usual) => usual is null ? this : this with
    {
        Narrator = (Narrator ?? new()) with { Manner = Narrator?.Manner ?? usual },
        Characters = [.. Characters.Select(character => character with { Manner = character.Manner ?? usual })],
    };

    internal static IReadOnlyDictionary<string, JsonElement> Nothing { get; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
