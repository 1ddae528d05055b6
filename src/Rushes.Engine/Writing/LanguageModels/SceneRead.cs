using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>A scene as it was read from an answer.</summary>
/// <param name="Number">What the model numbered it; null when it did not.</param>
/// <param name="Scene">Null when it cannot be used.</param>
/// <param name="Complaint">What is wrong with it then.</param>
internal sealed record SceneRead(int? Number, Scene? Scene, string? Complaint);
