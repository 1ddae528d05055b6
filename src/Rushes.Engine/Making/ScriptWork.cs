namespace Rushes.Engine.Making;

/// <summary>What is written for a script that is there.</summary>
/// <param name="Scene">Number of the scene that is written anew; null: other variants of the whole.</param>
public sealed record ScriptWork(int? Scene);
