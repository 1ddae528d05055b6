using Rushes.Engine.Accounts;

namespace Rushes.Studio.Api.Answers;

/// <summary>How the test of an account ended.</summary>
/// <param name="Result">good, bad, or untested where there is nothing to ask.</param>
internal sealed record AccountTestSheet(
    string Id, string Name, string Provider, string Result, string? Reason, string? Remedy, IReadOnlyList<string> Facts, DateTimeOffset? ExpiresAt)
{
    public static AccountTestSheet Of(AccountTest test) =>
        new(test.Account.Id, test.Account.Name, test.Account.Provider, test.Word, test.Reason, test.Remedy, test.Facts, test.ExpiresAt);
}
