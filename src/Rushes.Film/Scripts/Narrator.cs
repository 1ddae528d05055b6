namespace Rushes.Film.Scripts;

/// <summary>Who tells the story without being seen.</summary>
public sealed record Narrator
{
    /// <summary>The voice's name as <c>rushes voices</c> lists it; null lets the casting choose.</summary>
    public string? Voice { get; init; }

    public Manner? Manner { get; init; }
}
