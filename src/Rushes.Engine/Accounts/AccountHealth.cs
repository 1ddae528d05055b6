using Rushes.Film.Takes;

namespace Rushes.Engine.Accounts;

/// <summary>What a check of an account found.</summary>
/// <param name="Trouble">Why it cannot work; null when it can.</param>
/// <param name="Facts">What the provider told, such as credits left or what the account may not do, as sentences in the user's language.</param>
/// <param name="ExpiresAt">When its sign-in ends, where that is known.</param>
public sealed record AccountHealth(Trouble? Trouble, IReadOnlyList<string> Facts, DateTimeOffset? ExpiresAt = null)
{
    public static AccountHealth Good(params IReadOnlyList<string> facts) => new(null, facts);

    public static AccountHealth Bad(Trouble trouble) => new(trouble, []);
}
