using Rushes.Engine.Making.Models;

namespace Rushes.Engine.Making;

/// <summary>What the user is asked before money is spent.</summary>
/// <param name="Number">1, 2, 3... of the work: an answer is to one question, not to the next, which may be dearer.</param>
public sealed record CostQuestion(int Number, CostEstimate Cost);
