using Rushes.Providers.Animatic.Art;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Somebody cast for a scene.</summary>
/// <param name="Name">The character's name; null is somebody whom only the prompt names.</param>
/// <param name="Figure">The drawn figure's name.</param>
/// <param name="Colours">Fill colours by class; the same in every scene.</param>
/// <param name="Speaks">Has a line in this scene.</param>
internal sealed record Player(string? Name, string Figure, FigureFile File, IReadOnlyDictionary<string, string> Colours, bool Speaks);
