using System.CommandLine;
using Rushes.Cli.Consoles;
using Rushes.Engine.Accounts;
using Rushes.Film;

namespace Rushes.Cli.Options;

/// <summary>What is said of an account on the command line. Credentials may come through the terminal or a pipe, so that no shell history keeps them.</summary>
internal sealed class AccountOptions
{
    private const string FromInput = "-";
    private readonly Option<string?> _provider = Opt.Text("--provider", "cli.opt-account-provider", "NAME");
    private readonly Option<string?> _name = Opt.Text("--name", "cli.opt-account-name", "NAME");
    private readonly Option<string?> _project = Opt.Text("--project-id", "cli.opt-account-project", "ID");
    private readonly Option<string[]> _token = Opt.Many("--token", "cli.opt-account-token", "TOKEN");
    private readonly Option<string[]> _key = Opt.Many("--key", "cli.opt-account-key", "KEY");
    private readonly Option<string?> _document = Opt.Text("--document", "cli.opt-account-document", "FILE");
    private readonly Option<string?> _address = Opt.Text("--base-url", "cli.opt-account-address", "URL");
    private readonly Option<string?> _group = Opt.Text("--quota-group", "cli.opt-account-group", "NAME");
    private readonly Option<string?> _slots = Opt.Text("--max-in-flight", "cli.opt-account-slots", "N");
    private readonly Option<string?> _interval = Opt.Text("--submit-interval-ms", "cli.opt-account-interval", "MS");
    private readonly Option<string?> _requests = Opt.Text("--requests-per-minute", "cli.opt-account-requests", "N");
    private readonly Option<string?> _spacing = Opt.Text("--poll-spacing-ms", "cli.opt-account-spacing", "MS");
    private readonly Option<bool> _disabled = Opt.Flag("--disabled", "cli.opt-account-disabled");

    /// <summary>For an account that is there.</summary>
    public IEnumerable<Option> OfChange => [_name, _project, _token, _key, _document, _address, _group, _slots, _interval, _requests, _spacing];

    /// <summary>For a new one.</summary>
    public IEnumerable<Option> OfNew => [_provider, .. OfChange, _disabled];

    /// <param name="ask">Asks a person for a key when none was given; null: nobody is asked.</param>
    public AccountEntry Read(ParseResult parsed, AccountKinds? kinds, Func<AccountKind, string?>? ask)
    {
        var provider = parsed.GetValue(_provider);
        var tokens = Tokens([.. parsed.GetValue(_token) ?? [], .. parsed.GetValue(_key) ?? []]);
        var document = parsed.GetValue(_document) is { Length: > 0 } file ? DocumentOf(Reading.ExistingFile(file, _document.Name)) : parsed.GetValue(_document);
        if (tokens is null && document is null && provider is not null && kinds?.Find(provider) is { NeedsCredential: true, Credential: not CredentialForm.Document } kind
            && ask?.Invoke(kind) is { } typed)
            tokens = [Clean(typed)];
        return new AccountEntry
        {
            Provider = provider,
            Name = parsed.GetValue(_name),
            ProjectId = parsed.GetValue(_project),
            Tokens = tokens,
            Document = document,
            BaseUrl = parsed.GetValue(_address),
            QuotaGroup = parsed.GetValue(_group),
            MaxInFlight = (int?)parsed.Whole(_slots, 1, 1000),
            SubmitIntervalMs = (int?)parsed.Whole(_interval, 0, 600_000),
            RequestsPerMinute = (int?)parsed.Whole(_requests, 0, 60_000),
            PollSpacingMs = (int?)parsed.Whole(_spacing, 0, 600_000),
            Enabled = parsed.GetValue(_disabled) ? false : null,
        };
    }

    private static List<string>? Tokens(IReadOnlyList<string> given)
    {
        if (given.Count == 0)
            return null;
        var tokens = given.SelectMany(token => token == FromInput ? Questions.Lines() : [token]).Select(Clean).ToList();
        return tokens.Count > 0 ? tokens : throw Mistake.Input("accounts.token-form", "token").AsException();
    }

    private static string Clean(string token) => TokenText.Clean(token) ?? throw Mistake.Input("accounts.token-form", "token").AsException();

    private static string DocumentOf(string file)
    {
        var text = File.ReadAllText(file);
        try
        {
            using var json = System.Text.Json.JsonDocument.Parse(text);
            return text;
        }
        catch (System.Text.Json.JsonException broken)
        {
            throw Mistake.Input("accounts.file-not-json", "document", file, (broken.LineNumber ?? 0) + 1).AsException();
        }
    }
}
