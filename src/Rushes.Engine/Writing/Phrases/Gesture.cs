namespace Rushes.Engine.Writing.Phrases;

/// <summary>How a sort of being shows a feeling, as a verb phrase: "arches, fur on end", "lông dựng ngược".</summary>
public sealed record Gesture(string Emotion, string? When, IReadOnlyList<string> Say);
