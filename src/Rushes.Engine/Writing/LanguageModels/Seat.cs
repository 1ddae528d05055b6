using Microsoft.Extensions.AI;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Film.Accounts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>One account with one of its models, ready to be asked.</summary>
/// <param name="Tier">Seats of the lowest tier are asked in turn; the next tier only while those rest.</param>
public sealed record Seat(Account Account, LanguageModel Model, int Tier, IChatClient Client) : ISeat
{
    public string Name => $"{Account.Name} ({Model.Id})";

    public string ModelId => Model.Id;
}
