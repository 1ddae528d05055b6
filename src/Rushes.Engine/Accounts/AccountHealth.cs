using Rushes.Film.Takes;

namespace Rushes.Engine.Accounts;

/// <summary>What a check of an account found.</summary>
/// <param name="Trouble">Why it cannot work; null when it can.</param>
/// <param name="Told">What the provider told, such as credits left or what the account may not do.</param>
/// <param name="ExpiresAt">When its sign-in ends, where that is known.</param>
public sealed record AccountHealth(Trouble? Trouble, IReadOnlyList<AccountFact> Told, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>In the reader's language.</summary>
    public IReadOnlyList<string> Facts => [.. Told.Select(fact => fact.InWords)];

    public static AccountHealth Good(params IReadOnlyList<AccountFact> facts) => new(null, facts);

    public static AccountHealth Bad(Trouble trouble) => new(trouble, []);
}
