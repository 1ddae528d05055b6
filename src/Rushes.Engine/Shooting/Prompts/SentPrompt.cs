namespace Rushes.Engine.Shooting.Prompts;

/// <summary>What one provider is told of a scene, word for word.</summary>
/// <param name="Text">Within the limit of the provider's model; whole sentences only.</param>
/// <param name="Negative">For the provider's own field; null where it has none, then the text ends with it.</param>
/// <param name="References">The pictures that go along, as many as the model takes.</param>
public sealed record SentPrompt(string Text, string? Negative, IReadOnlyList<ReferencePicture> References);
