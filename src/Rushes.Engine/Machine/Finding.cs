namespace Rushes.Engine.Machine;

/// <summary>What was found of one part of the machine.</summary>
/// <param name="Part">Its name, such as <c>ffmpeg</c>.</param>
/// <param name="Note">What is there, or what is missing.</param>
/// <param name="Mend">The one command that mends it; null when nothing is to be mended.</param>
/// <param name="Needed">Without it no film can be made.</param>
public sealed record Finding(string Part, bool Ok, string Note, string? Mend, bool Needed = true);
