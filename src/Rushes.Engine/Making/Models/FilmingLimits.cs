using Rushes.Film.Scripts;

namespace Rushes.Engine.Making.Models;

/// <summary>What a script must keep to so that everyone in a cast can film it.</summary>
/// <param name="Clips">The scene lengths that they film.</param>
/// <param name="Prompt">Characters of the longest prompt that all of them take whole.</param>
public sealed record FilmingLimits(ClipLengths Clips, int Prompt);
