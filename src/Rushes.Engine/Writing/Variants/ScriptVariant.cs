using Rushes.Engine.Writing.Checking;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Variants;

/// <summary>A script among others of the same film.</summary>
/// <param name="Number">0 is the film's own.</param>
/// <param name="Score">By rules of thumb.</param>
/// <param name="Earned">What it really earned; null while nobody has entered it.</param>
public sealed record ScriptVariant(int Number, Script Script, ScriptScore Score, Earned? Earned);
