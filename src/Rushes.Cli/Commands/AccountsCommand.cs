using System.CommandLine;
using System.Text.Json.Nodes;
using Rushes.Cli.Consoles;
using Rushes.Cli.Options;
using Rushes.Cli.Servers;
using Rushes.Engine.Accounts;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;

namespace Rushes.Cli.Commands;

/// <summary>Who films, writes and speaks.</summary>
internal static class AccountsCommand
{
    public static Command Create(CommandRunner run) => new("accounts", Sentence.Of("cli.cmd-accounts"))
    {
        AccountListCommand.Create(run), Add(run), Set(run), Import(run), Enable(run, enabled: true), Enable(run, enabled: false), Remove(run), AccountTestCommand.Create(run),
    };

    private static Command Add(CommandRunner run)
    {
        var options = new AccountOptions();
        var command = With(new Command("add", Sentence.Of("cli.cmd-accounts-add")), options.OfNew);
        run.Serve(command, async session =>
        {
            var kinds = session.Get<AccountKinds>();
            var entry = options.Read(session.Parsed, kinds, session.Console.Asks ? kind => Questions.AskSecret(Sentence.Of("accounts.ask-key", kind.Name)) : null);
            var account = await session.Get<AccountDesk>().AddAsync(entry, session.Cancellation);
            return await SayAsync(session, account, "accounts.added");
        }, async session => SayOfServer(
            session, await session.Line.PostAsync("accounts", RequestOf(options.Read(session.Parsed, kinds: null, ask: null)), session.Cancellation), "accounts.added"));
        return command;
    }

    private static Command Set(CommandRunner run)
    {
        var name = Opt.One("account", "cli.arg-account");
        var options = new AccountOptions();
        var command = With(new Command("set", Sentence.Of("cli.cmd-accounts-set")) { name }, options.OfChange);
        run.Serve(command, async session =>
        {
            var changes = options.Read(session.Parsed, session.Get<AccountKinds>(), ask: null);
            var account = await session.Get<AccountDesk>().SetAsync(ProjectsCommand.Named(session, name, "account"), changes, session.Cancellation);
            return await SayAsync(session, account, "accounts.changed");
        }, session => ChangeOnServerAsync(session, name, options.Read(session.Parsed, kinds: null, ask: null), "accounts.changed"));
        return command;
    }

    private static Command Import(CommandRunner run)
    {
        var file = Opt.One("file", "cli.arg-accounts-file");
        var command = new Command("import", Sentence.Of("cli.cmd-accounts-import")) { file };
        run.Serve(command, async session =>
        {
            var path = Reading.ExistingFile(ProjectsCommand.Named(session, file, "file"), "file");
            var read = AccountFile.Read(await File.ReadAllTextAsync(path, session.Cancellation), path, session.Get<AccountKinds>());
            var imported = await session.Get<AccountDesk>().ImportAsync(read.Entries, session.Cancellation);
            if (read.Ignored.Count > 0)
                session.Console.Warn(Sentence.Of("accounts.ignored", string.Join(", ", read.Ignored)));
            session.Answer(
                new
                {
                    Added = imported.Count(account => account.Added),
                    Updated = imported.Count(account => !account.Added),
                    read.Ignored,
                    Accounts = imported.Select(one => new { one.Account.Id, one.Account.Name, one.Account.Provider, one.Account.ProjectId, one.Account.Enabled, one.Added }),
                },
                [
                    .. imported.Select(one => Sentence.Of(one.Added ? "accounts.added" : "accounts.updated", one.Account.Name, one.Account.Provider, one.Account.Id)),
                    Sentence.Of("accounts.imported", imported.Count(one => one.Added), imported.Count(one => !one.Added)),
                ]);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Enable(CommandRunner run, bool enabled)
    {
        var name = Opt.One("account", "cli.arg-account");
        var word = enabled ? "enable" : "disable";
        var command = new Command(word, Sentence.Of($"cli.cmd-accounts-{word}")) { name };
        run.Serve(command, async session =>
        {
            var account = await session.Get<AccountDesk>()
                .SetAsync(ProjectsCommand.Named(session, name, "account"), new() { Enabled = enabled }, session.Cancellation);
            return await SayAsync(session, account, $"accounts.{word}d");
        }, session => ChangeOnServerAsync(session, name, new() { Enabled = enabled }, $"accounts.{word}d"));
        return command;
    }

    private static Command Remove(CommandRunner run)
    {
        var name = Opt.One("account", "cli.arg-account");
        var command = new Command("remove", Sentence.Of("cli.cmd-accounts-remove")) { name };
        run.Serve(command, async session =>
        {
            var desk = session.Get<AccountDesk>();
            var account = (await desk.FindAsync(ProjectsCommand.Named(session, name, "account"), session.Cancellation)).Account;
            if (!session.Console.Confirm(Sentence.Of("accounts.remove", account.Name, account.Provider)))
                return ExitCode.Cancelled;
            await desk.RemoveAsync(account.Id, session.Cancellation);
            session.Answer(new { removed = account.Id }, Sentence.Of("accounts.removed", account.Name, account.Provider, account.Id));
            return ExitCode.Done;
        }, async session =>
        {
            var account = await session.Line.GetAsync(PathOf(session, name), session.Cancellation);
            var (id, called, provider) = ((string)account["id"]!, (string)account["name"]!, (string)account["provider"]!);
            if (!session.Console.Confirm(Sentence.Of("accounts.remove", called, provider)))
                return ExitCode.Cancelled;
            await session.Line.SendAsync(HttpMethod.Delete, $"accounts/{Uri.EscapeDataString(id)}", null, null, session.Cancellation);
            session.Answer(new { removed = id }, Sentence.Of("accounts.removed", called, provider, id));
            return ExitCode.Done;
        });
        return command;
    }

    private static string PathOf(ServerSession session, Argument<string?> name) => "accounts/" + Uri.EscapeDataString(ProjectsCommand.Named(session, name, "account"));

    private static async Task<int> ChangeOnServerAsync(ServerSession session, Argument<string?> name, AccountEntry changes, string sentence) =>
        SayOfServer(session, await session.Line.SendAsync(HttpMethod.Patch, PathOf(session, name), RequestOf(changes), null, session.Cancellation), sentence);

    private static int SayOfServer(ServerSession session, JsonNode account, string sentence)
    {
        session.Answer(account, Sentence.Of(sentence, (string)account["name"]!, (string)account["provider"]!, (string)account["id"]!));
        return ExitCode.Done;
    }

    private static JsonObject RequestOf(AccountEntry entry) => new()
    {
        ["name"] = entry.Name,
        ["provider"] = entry.Provider,
        ["project_id"] = entry.ProjectId,
        ["tokens"] = entry.Tokens is null ? null : new JsonArray([.. entry.Tokens.Select(token => (JsonNode)token)]),
        ["document"] = entry.Document,
        ["enabled"] = entry.Enabled,
        ["base_url"] = entry.BaseUrl,
        ["quota_group"] = entry.QuotaGroup,
        ["limits"] = new JsonObject { ["max_in_flight"] = entry.MaxInFlight, ["submit_interval_ms"] = entry.SubmitIntervalMs },
    };

    private static async Task<int> SayAsync(CommandSession session, Account account, string sentence)
    {
        var standing = (await session.Get<AccountStandings>().LookAsync(session.Cancellation)).Single(one => one.Account.Id == account.Id);
        session.Answer(
            AccountSheetJson.Of(standing, session),
            [Sentence.Of(sentence, account.Name, account.Provider, account.Id), .. AccountSheetJson.Troubles(standing, session)]);
        return ExitCode.Done;
    }

    private static Command With(Command command, IEnumerable<Option> options)
    {
        foreach (var option in options)
            command.Options.Add(option);
        return command;
    }
}
