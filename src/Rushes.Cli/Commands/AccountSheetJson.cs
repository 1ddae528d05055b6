using System.Text.Json;
using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Takes;

namespace Rushes.Cli.Commands;

/// <summary>How an account is shown: as JSON, and its troubles as sentences. Never a token.</summary>
internal static class AccountSheetJson
{
    public static object Of(AccountStanding standing, CommandSession session)
    {
        var account = standing.Account;
        var now = session.Get<TimeProvider>().GetUtcNow();
        return new
        {
            account.Id,
            account.Name,
            account.Provider,
            account.ProjectId,
            account.Enabled,
            account.BaseUrl,
            account.QuotaGroup,
            account.Limits,
            Slots = account.Limits.MaxInFlight,
            State = Word(standing.State),
            Working = standing.InFlight > 0,
            standing.Tokens,
            standing.HasDocument,
            standing.InFlight,
            Rests = standing.Rests.Select(rest => new
            {
                rest.Model,
                rest.Until,
                SecondsLeft = rest.Until is { } until ? Math.Max(0, Math.Ceiling((until - now).TotalSeconds)) : (double?)null,
                Code = rest.Trouble.Code,
                Reason = TroubleSentence.Of(rest.Trouble),
                Remedy = Remedy(standing, rest.Trouble, session),
            }),
            LastError = standing.LastError is { } error
                ? new { error.At, error.Trouble.Code, Reason = TroubleSentence.Of(error.Trouble), error.Remedy }
                : null,
            Locked = standing.Locked is { } locked ? Sentence.Of(locked) : null,
        };
    }

    public static IEnumerable<string> Troubles(AccountStanding standing, CommandSession session)
    {
        if (standing.Locked is { } locked)
            yield return Sentence.Of(locked);
        var now = session.Get<TimeProvider>().GetUtcNow();
        foreach (var rest in standing.Rests)
        {
            var reason = TroubleSentence.Of(rest.Trouble);
            var model = rest.Model is null ? Sentence.Of("accounts.every-model") : rest.Model;
            var line = rest.Until is { } until
                ? Sentence.Of("accounts.rests", model, until.LocalDateTime, Left(until - now), reason)
                : Sentence.Of("accounts.set-aside", model, reason);
            yield return $"{line} {Remedy(standing, rest.Trouble, session)}".TrimEnd();
        }

        if (standing.LastError is { } error && !standing.Rests.Any(rest => rest.Trouble == error.Trouble))
            yield return $"{Sentence.Of("accounts.last-error", error.At.LocalDateTime, TroubleSentence.Of(error.Trouble))} {error.Remedy}".TrimEnd();
    }

    public static string Word(AccountHealthState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    private static string? Remedy(AccountStanding standing, Trouble trouble, CommandSession session) =>
        session.Get<AccountKinds>().RemedyOf(standing.Account, trouble);

    private static string Left(TimeSpan left) => left.TotalSeconds < 0
        ? "0 s"
        : string.Join(' ', new[] { (left.Days * 24) + left.Hours, left.Minutes, left.Seconds }.Zip(["h", "min", "s"], (count, unit) => (count, unit))
            .Where(part => part.count > 0 || part.unit == "s")
            .Select(part => $"{part.count} {part.unit}"));
}
