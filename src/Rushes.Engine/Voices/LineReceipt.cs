namespace Rushes.Engine.Voices;

/// <summary>What a line cost that a service spoke.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Cost">By the price list; null: a price or a count is unknown.</param>
/// <param name="Kept">It was paid for earlier.</param>
public sealed record LineReceipt(string Model, string Account, int Characters, decimal? Cost, string Currency = "USD", bool Kept = false);
