namespace Rushes.Engine.Library;

/// <summary>What is wrong with a text file of the user's.</summary>
/// <param name="Line">Counted from 1.</param>
public sealed record FileFault(int Line, string Reason);
