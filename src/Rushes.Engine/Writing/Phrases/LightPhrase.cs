namespace Rushes.Engine.Writing.Phrases;

/// <summary>A clause about light, ready to follow a comma.</summary>
/// <param name="Mood">Bright, Dark, Warm, Cold, High-contrast or Soft.</param>
public sealed record LightPhrase(string Mood, string? When, IReadOnlyList<string> Say);
