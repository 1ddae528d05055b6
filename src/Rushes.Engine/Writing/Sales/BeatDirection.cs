namespace Rushes.Engine.Writing.Sales;

/// <summary>How a beat looks and feels (<c>data/writing/sales-beats.json</c>): first choices first.</summary>
/// <param name="Weight">How long a scene of it is against the others.</param>
/// <param name="Product">Whether the product is seen.</param>
public sealed record BeatDirection(
    IReadOnlyList<string> Shots, IReadOnlyList<string> Moods, IReadOnlyList<string> Emotions, double Weight, bool Product);
