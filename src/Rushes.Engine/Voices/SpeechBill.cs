namespace Rushes.Engine.Voices;

/// <summary>What the lines of a film cost that services spoke.</summary>
/// <param name="Spoken">Lines that were asked for now.</param>
/// <param name="Kept">Lines that had been paid for earlier.</param>
/// <param name="Cost">Of the lines asked for now, by the price list; null: a price or a count is unknown.</param>
/// <param name="Total">Of all of them; what is unknown counts nothing.</param>
public sealed record SpeechBill(int Spoken, int Kept, decimal? Cost, decimal Total, string Currency = "USD")
{
    public static SpeechBill Nothing { get; } = new(0, 0, 0, 0);

    public bool IsEmpty => Spoken == 0 && Kept == 0;
}
