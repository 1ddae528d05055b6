namespace Rushes.Engine.Shooting.Prompts;

/// <summary>A whole sentence of a prompt.</summary>
/// <param name="Rank">The lower, the more it matters: what does not fit is left out from the highest down.</param>
internal sealed record PromptPart(string Text, int Rank);
