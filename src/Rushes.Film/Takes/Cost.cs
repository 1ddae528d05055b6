namespace Rushes.Film.Takes;

/// <summary>What something cost, in the provider's own currency.</summary>
/// <param name="Currency">ISO 4217, such as <c>USD</c>.</param>
public sealed record Cost(decimal Amount, string Currency = "USD")
{
    public static Cost Free { get; } = new(0);
}
