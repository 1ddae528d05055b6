namespace Rushes.Film.Cuts;

/// <summary>What the plan must know of a normal clip.</summary>
/// <param name="Count">Frames in it.</param>
/// <param name="Keys">Frames that can be decoded without those before, in order; 0 is the first.</param>
public sealed record ClipFrames(int Count, IReadOnlyList<int> Keys);
