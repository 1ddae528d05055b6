using Rushes.Film.Accounts;

namespace Rushes.Engine.Accounts;

/// <summary>How the test of an account ended.</summary>
/// <param name="Word"><see cref="Good"/>, <see cref="Bad"/>, or <see cref="Untested"/> where there is nothing to ask.</param>
/// <param name="Reason">Why it cannot work, in the user's language; null when it can.</param>
/// <param name="Told">What the provider told.</param>
public sealed record AccountTest(
    Account Account, string Word, string? Reason = null, string? Remedy = null, IReadOnlyList<AccountFact>? Told = null, DateTimeOffset? ExpiresAt = null)
{
    public const string Good = "good";
    public const string Bad = "bad";
    public const string Untested = "untested";

    /// <summary>When it was asked.</summary>
    public DateTimeOffset At { get; init; }

    public bool IsBad => Word == Bad;

    /// <summary>What the provider told, in the reader's language.</summary>
    public IReadOnlyList<string> Facts => [.. (Told ?? []).Select(fact => fact.InWords)];
}
