using System.CommandLine;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Texts;

namespace Rushes.Cli.Commands;

/// <summary>Who films.</summary>
internal static class AccountsCommand
{
    public static Command Create(CommandRunner run)
    {
        var list = new Command("list", Sentence.Of("cli.cmd-accounts-list"));
        run.Serve(list, ListAsync);
        return new Command("accounts", Sentence.Of("cli.cmd-accounts")) { list };
    }

    private static async Task<int> ListAsync(CommandSession session)
    {
        var sheets = await session.Get<IAccountBook>().AccountsAsync(session.Cancellation);
        var now = session.Get<TimeProvider>().GetUtcNow();
        var accounts = sheets.Select(sheet => new
        {
            sheet.Account.Id,
            sheet.Account.Name,
            sheet.Account.Provider,
            sheet.Account.ProjectId,
            sheet.Account.Enabled,
            Slots = sheet.Account.Limits.MaxInFlight,
            Working = sheet.Owner is not null,
            RestsUntil = sheet.RestFor(null, now)?.Until,
        }).ToList();
        session.Answer(new { accounts }, accounts.Select(account =>
            $"{(account.Enabled ? "✓" : "–")} {account.Name}  ({account.Provider}, {Sentence.Of("film.slots", account.Slots)})  {account.Id}"));
        return ExitCode.Done;
    }
}
