namespace Rushes.Engine.Cutting;

/// <summary>A place in the film that a player can jump to.</summary>
/// <param name="Start">Frame of the film.</param>
public sealed record Chapter(int Start, string Title);
