using System.Text.Json;

namespace Rushes.Film.Scripts;

/// <summary>Somebody in the film, with one canonical identity that every prompt repeats.</summary>
public sealed record Character
{
    public required string Name { get; init; }
    public string Role { get; init; } = "";

    /// <summary>One canonical sentence that describes how the character looks.</summary>
    public string VisualIdentity { get; init; } = "";

    /// <summary>The voice's name as <c>rushes voices</c> lists it; null lets the casting choose.</summary>
    public string? Voice { get; init; }

    public Manner? Manner { get; init; }

    /// <summary>Which drawn figure plays the character in the animatic (<c>data/figures</c>); null lets the words of the identity choose.</summary>
    public string? Figure { get; init; }

    /// <summary>A picture of the character that providers may be shown; relative to the script's folder. Null when there is none.</summary>
    public string? Picture { get; init; }

    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = Script.Nothing;
}
