using System.CommandLine;
using Rushes.Cli.Servers;
using Rushes.Engine.Accounts;
using Rushes.Engine.Texts;

namespace Rushes.Cli.Commands;

/// <summary>Lists the accounts and how they are.</summary>
internal static class AccountListCommand
{
    public static Command Create(CommandRunner run)
    {
        var command = new Command("list", Sentence.Of("cli.cmd-accounts-list"));
        run.Serve(command, async session =>
        {
            var standings = await session.Get<AccountStandings>().LookAsync(session.Cancellation);
            session.Answer(
                new { accounts = standings.Select(standing => AccountSheetJson.Of(standing, session)).ToList() },
                standings.SelectMany(standing => AccountSheetJson.Troubles(standing, session).Select(line => "    " + line).Prepend(Head(standing))));
            return ExitCode.Done;
        }, ServerList.Of("accounts", static account => $"{account["name"]}  {account["provider"]} · {account["id"]} · {account["state"]}"));
        return command;
    }

    private static string Head(AccountStanding standing)
    {
        var account = standing.Account;
        List<string> facts = [account.Provider, account.Id];
        if (account.ProjectId is { } project)
            facts.Add(Sentence.Of("accounts.project", project));
        if (account.BaseUrl is { } address)
            facts.Add(address);
        if (standing.HasDocument)
            facts.Add(Sentence.Of("accounts.document"));
        if (standing.Tokens > 0)
            facts.Add(Sentence.Of("accounts.tokens", standing.Tokens));
        facts.Add(Sentence.Of("accounts.in-flight", standing.InFlight, account.Limits.MaxInFlight));
        return $"{Sign(standing.State)} {account.Name}  {Sentence.Of("accounts.state-" + AccountSheetJson.Word(standing.State))} · {string.Join(" · ", facts)}";
    }

    private static string Sign(AccountHealthState state) => state switch
    {
        AccountHealthState.Ready => "✓",
        AccountHealthState.Working => "▶",
        AccountHealthState.Resting => "…",
        AccountHealthState.SetAside => "✗",
        _ => "–",
    };
}
