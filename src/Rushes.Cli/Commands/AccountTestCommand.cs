using System.CommandLine;
using System.Text.Json.Nodes;
using Rushes.Cli.Options;
using Rushes.Cli.Servers;
using Rushes.Engine.Accounts;
using Rushes.Engine.Texts;

namespace Rushes.Cli.Commands;

/// <summary>Looks whether accounts can sign in, by requests that cost nothing.</summary>
internal static class AccountTestCommand
{
    public static Command Create(CommandRunner run)
    {
        var name = Opt.One("account", "cli.arg-account");
        var command = new Command("test", Sentence.Of("cli.cmd-accounts-test")) { name };
        run.Serve(command, async session =>
        {
            var tests = await session.Get<AccountTests>().TestAsync(session.Parsed.GetValue(name), session.Cancellation);
            session.Answer(
                new
                {
                    accounts = tests.Select(test => new
                    {
                        test.Account.Id,
                        test.Account.Name,
                        test.Account.Provider,
                        Result = test.Word,
                        test.Reason,
                        test.Remedy,
                        test.Facts,
                        test.ExpiresAt,
                    }),
                },
                tests.SelectMany(Lines));
            return tests.Any(test => test.IsBad) ? ExitCode.Incomplete : ExitCode.Done;
        }, async session =>
        {
            var tests = (await session.Line.PostAsync("accounts/tests", new JsonObject { ["account"] = session.Parsed.GetValue(name) }, session.Cancellation)).AsArray();
            session.Answer(new JsonObject { ["accounts"] = tests }, tests.Select(test => $"{test!["name"]} ({test["provider"]}): {test["result"]} {test["reason"]}".TrimEnd()));
            return tests.Any(test => (string?)test!["result"] == AccountTest.Bad) ? ExitCode.Incomplete : ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<string> Lines(AccountTest test)
    {
        var head = Sentence.Of($"accounts.test-{test.Word}", test.Account.Name, test.Account.Provider, test.Reason, test.ExpiresAt?.LocalDateTime).TrimEnd(' ', ':');
        yield return $"{(test.IsBad ? "✗" : test.Word == AccountTest.Good ? "✓" : "–")} {head}";
        foreach (var fact in test.Facts)
            yield return "    " + fact;
        if (test.Remedy is { } remedy)
            yield return "    " + remedy;
    }
}
