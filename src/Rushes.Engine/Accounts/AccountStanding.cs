using Rushes.Engine.Shooting.Books;
using Rushes.Film;
using Rushes.Film.Accounts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Accounts;

/// <summary>How an account stands, for people to see.</summary>
/// <param name="Tokens">How many tokens or keys it has; never which.</param>
/// <param name="HasDocument">It has a service account's document.</param>
/// <param name="Locked">Why its credentials cannot be opened; null when they can.</param>
/// <param name="InFlight">Takes of it in work.</param>
/// <param name="Rests">What keeps it from filming now, the one for all models first.</param>
/// <param name="LastError">The newest trouble of a take of it; null when there never was one.</param>
public sealed record AccountStanding(
    Account Account,
    AccountHealthState State,
    int Tokens,
    bool HasDocument,
    Mistake? Locked,
    int InFlight,
    IReadOnlyList<Rest> Rests,
    AccountStanding.Error? LastError)
{
    /// <param name="Remedy">Null when there is nothing to be done.</param>
    public sealed record Error(Trouble Trouble, DateTimeOffset At, string? Remedy);
}
