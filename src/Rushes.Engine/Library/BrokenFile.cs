namespace Rushes.Engine.Library;

/// <summary>A data file of the user's that could not be read; the built-in one is used instead.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Line">Counted from 1; null when the reason has no place.</param>
public sealed record BrokenFile(string Path, long? Line, string Reason);
