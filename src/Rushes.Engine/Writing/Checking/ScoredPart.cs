namespace Rushes.Engine.Writing.Checking;

/// <summary>One part of a script's score.</summary>
/// <param name="Kind">hook, arc, visuals, pacing, idea, call or trust.</param>
/// <param name="Value">0 to 1.</param>
/// <param name="Weight">Its share of the score; the weights of a script add up to 1.</param>
/// <param name="Reason">What earned or lost it, in the language of the user.</param>
public sealed record ScoredPart(string Kind, double Value, double Weight, string Reason);
