namespace Rushes.Engine.Writing.Phrases;

/// <summary>How a speaker says "I" and "you"; in Vietnamese it depends on who speaks to whom.</summary>
/// <param name="When">Circumstances with <c>s-</c> for the speaker and <c>t-</c> for the one spoken to: "s-child t-old t-f".</param>
public sealed record AddressForm(string When, string I, string You);
