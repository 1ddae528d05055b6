namespace Rushes.Engine.Writing.Checking;

/// <summary>Something in a script that a person should look at. It stops nothing.</summary>
/// <param name="Scene">Counted from 1; null when it concerns the whole script.</param>
/// <param name="Kind">What is wrong, one of <see cref="WarningKinds"/>.</param>
/// <param name="Text">A sentence in the language of the user.</param>
/// <param name="Words">The words that gave rise to it; may be empty.</param>
public sealed record ScriptWarning(int? Scene, string Kind, string Text, IReadOnlyList<string> Words);
