namespace Rushes.Engine.Writing.Understanding;

/// <summary>The looks that followed somebody in an idea, and were taken off so that the rest reads plainly.</summary>
/// <param name="At">Where the words about somebody ended before it, among the words that were left.</param>
/// <param name="Resumes">The word that follows it, among the words that were left.</param>
/// <param name="Looks">In the idea's order.</param>
/// <param name="Colour">An animal's, told after a comma: "white" in "a dog, white with brown spots, ...".</param>
/// <param name="Said">As the idea says it, with its commas, to follow the one it tells of.</param>
internal sealed record LookTail(int At, int Resumes, IReadOnlyList<Look> Looks, string? Colour, string Said);
