namespace Rushes.Engine.Writing.Sales;

/// <summary>A scene of a sales film before its words are found.</summary>
/// <param name="Beat">Hook, Problem, Agitation, Solution, Desire, Proof or Action.</param>
/// <param name="Intensity">Height of the emotional curve, -1 to 1.</param>
internal sealed record PlannedBeat(int Index, string Beat, double Intensity, double Seconds);
