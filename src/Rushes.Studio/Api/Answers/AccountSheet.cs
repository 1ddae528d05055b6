using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Takes;

namespace Rushes.Studio.Api.Answers;

/// <summary>An account and how it is. Never a token.</summary>
/// <param name="Tokens">How many tokens or keys it has.</param>
/// <param name="HasDocument">It has a service account's document.</param>
/// <param name="InFlight">Takes of it in work.</param>
/// <param name="Rests">What keeps it from filming now.</param>
/// <param name="LastError">The newest trouble of a take of it.</param>
/// <param name="Locked">Why its credentials cannot be opened.</param>
internal sealed record AccountSheet(
    string Id,
    string Name,
    string Provider,
    string? ProjectId,
    bool Enabled,
    string? BaseUrl,
    string? QuotaGroup,
    AccountSheet.LimitsLine Limits,
    AccountHealthState State,
    int Tokens,
    bool HasDocument,
    int InFlight,
    IReadOnlyList<AccountSheet.RestLine> Rests,
    AccountSheet.ErrorLine? LastError,
    string? Locked)
{
    public static AccountSheet Of(AccountStanding standing, AccountKinds kinds)
    {
        var account = standing.Account;
        return new(
            account.Id,
            account.Name,
            account.Provider,
            account.ProjectId,
            account.Enabled,
            account.BaseUrl,
            account.QuotaGroup,
            new(account.Limits.MaxInFlight, account.Limits.SubmitIntervalMs),
            standing.State,
            standing.Tokens,
            standing.HasDocument,
            standing.InFlight,
            [.. standing.Rests.Select(rest => new RestLine(rest.Model, rest.Until, rest.Trouble.Code, TroubleSentence.Of(rest.Trouble), kinds.RemedyOf(account, rest.Trouble)))],
            standing.LastError is { } error ? new(error.At, error.Trouble.Code, TroubleSentence.Of(error.Trouble), error.Remedy) : null,
            standing.Locked is { } locked ? Sentence.Of(locked) : null);
    }

    internal sealed record LimitsLine(int MaxInFlight, int SubmitIntervalMs);

    /// <param name="Model">Only with this model; null: with every one.</param>
    /// <param name="Until">Null: until the user does something about it.</param>
    internal sealed record RestLine(string? Model, DateTimeOffset? Until, string Code, string Reason, string? Remedy);

    internal sealed record ErrorLine(DateTimeOffset At, string Code, string Reason, string? Remedy);
}
