using Rushes.Engine.Accounts;
using Rushes.Film.Accounts;

namespace Rushes.Engine.Voices.Services;

/// <summary>One account with one of its models that speak.</summary>
/// <param name="Tier">Seats of the lowest tier are asked in turn; the next tier only while those rest.</param>
public sealed record SpeechSeat(Account Account, SpeechModel Model, int Tier) : ISeat
{
    public string Name => $"{Account.Name} ({Model.Id})";

    public string ModelId => Model.Id;
}
