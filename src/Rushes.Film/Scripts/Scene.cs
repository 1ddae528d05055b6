using System.Text.Json;

namespace Rushes.Film.Scripts;

/// <summary>One shot of the film.</summary>
public sealed record Scene
{
    /// <summary>Two or three concrete, cinematic sentences.</summary>
    public required string Prompt { get; init; }

    /// <summary>Seconds on screen, more than 0.</summary>
    public required double Duration { get; init; }

    public string? Location { get; init; }
    public IReadOnlyList<string> Characters { get; init; } = [];

    /// <summary>Shot and movement as free text; <see cref="Scenes.CameraShot"/> reads what the animatic understands.</summary>
    public string? CameraShot { get; init; }

    public string? LightingMood { get; init; }
    public string? Emotion { get; init; }

    /// <summary>Height of the emotional curve, -1 to 1.</summary>
    public double Intensity { get; init; }

    public string? StoryBeat { get; init; }
    public string? TimeOfDay { get; init; }

    /// <summary>Props, colours, symbols, transition.</summary>
    public string? VisualNotes { get; init; }

    /// <summary>A hint for the bed of sound, such as rain or street.</summary>
    public string? Sound { get; init; }

    public IReadOnlyList<Dialogue> Dialogues { get; init; } = [];
    public string? Narration { get; init; }

    /// <summary>What the provider should avoid; goes into its own field where it has one.</summary>
    public string? Negative { get; init; }

    /// <summary>Other-language texts that came with the file (the seeds' <c>prompt_vi</c> and <c>prompt_tgt</c>), by field and language.</summary>
    public IReadOnlyDictionary<string, string> Translations { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = Script.Nothing;
}
