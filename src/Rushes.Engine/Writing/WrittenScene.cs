using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing;

/// <summary>A scene that has just been written.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Of">How many the script will have.</param>
public sealed record WrittenScene(int Number, int Of, Scene Scene);
