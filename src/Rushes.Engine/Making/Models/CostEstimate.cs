using Rushes.Film;

namespace Rushes.Engine.Making.Models;

/// <summary>What filming would cost by the prices that are known.</summary>
/// <param name="Amount">At most, where several models may film; null: some price is unknown.</param>
/// <param name="Takes">Takes that it is for.</param>
/// <param name="Unknown">Models whose price is not known.</param>
public sealed record CostEstimate(decimal? Amount, int Takes, IReadOnlyList<string> Unknown, string Currency = "USD")
{
    /// <summary>Nobody asks for money.</summary>
    public bool IsFree => Amount == 0;

    /// <summary>Why it may not be spent; null when it may.</summary>
    /// <param name="most">What the user named; null: no bound.</param>
    public Mistake? Beyond(decimal? most) => most is null || Amount <= most
        ? null
        : Amount is { } amount
            ? Mistake.Input("models.too-dear", "max-cost", amount, most, Currency)
            : Mistake.Input("models.price-unknown", "max-cost", string.Join(", ", Unknown), most, Currency);
}
