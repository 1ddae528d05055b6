using System.Text.Json;
using Rushes.Film;
using Rushes.Film.Accounts;

namespace Rushes.Engine.Accounts;

/// <summary>
/// Reads a file of accounts: a list of entries, or the older program's whole configuration with its <c>labs_accounts</c>. Entries without a provider are
/// <c>google-flow</c>, the only one that the older program had.
/// </summary>
public sealed class AccountFile
{
    private const string OlderProvider = "google-flow";
    private const int MostInFlight = 1000;
    private const int LongestIntervalMs = 600_000;
    private const int MostRequests = 60_000;

    // Keys of other services in the older program's configuration; they were never in its table of accounts.
    private static readonly string[] OtherKeys =
        ["google_api_keys", "google_keys", "elevenlabs_api_keys", "elevenlabs_keys", "openai_api_keys", "tokens", "labs_tokens", "vertex_ai"];

    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal)
    {
        "name", "provider", "project_id", "tokens", "document", "enabled", "base_url", "quota_group", "limits",
    };

    private readonly AccountKinds _kinds;
    private readonly string _prefix;
    private readonly List<AccountEntry> _entries = [];
    private readonly List<string> _ignored = [];

    private AccountFile(AccountKinds kinds, string prefix) => (_kinds, _prefix) = (kinds, prefix);

    public IReadOnlyList<AccountEntry> Entries => _entries;

    /// <summary>Fields of the file that were left aside, such as <c>[2].note</c>.</summary>
    public IReadOnlyList<string> Ignored => _ignored;

    /// <param name="text">The file's content.</param>
    /// <param name="file">Its path, for sentences.</param>
    /// <exception cref="MistakeException">It is malformed; the mistake names entry and field.</exception>
    public static AccountFile Read(string text, string file, AccountKinds kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        using var json = Parse(text, file);
        var root = json.RootElement;
        var older = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("labs_accounts", out _);
        var list = older ? root.GetProperty("labs_accounts") : root;
        if (list.ValueKind != JsonValueKind.Array)
            throw Mistake.Input("accounts.file-no-list", older ? "labs_accounts" : "file", file).AsException();
        var read = new AccountFile(kinds, older ? "labs_accounts" : "");
        var number = 0;
        foreach (var entry in list.EnumerateArray())
            read._entries.Add(read.Entry(entry, ++number));
        if (older)
            read._ignored.AddRange(OtherKeys.Where(key => root.TryGetProperty(key, out var value) && HoldsSomething(value)));
        return read;
    }

    private static bool HoldsSomething(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        _ => false,
    };

    private static JsonDocument Parse(string text, string file)
    {
        try
        {
            return JsonDocument.Parse(text, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException broken)
        {
            throw Mistake.Input("accounts.file-not-json", "file", file, (broken.LineNumber ?? 0) + 1).AsException();
        }
    }

    private AccountEntry Entry(JsonElement element, int number)
    {
        var entry = new EntryFields(element, number, $"{_prefix}[{number}]");
        var provider = entry.Text("provider") ?? OlderProvider;
        if (_kinds.Find(provider) is null)
            throw entry.Wrong("accounts.entry-provider", "provider", provider, string.Join(", ", _kinds.All.Select(kind => kind.Id)));
        if (string.IsNullOrWhiteSpace(entry.Text("name")))
            throw entry.Wrong("accounts.entry-missing", "name");
        var limits = entry.Inner("limits");
        var read = new AccountEntry
        {
            Name = entry.Text("name"),
            Provider = provider,
            ProjectId = entry.Reset("project_id"),
            Enabled = entry.Truth("enabled"),
            BaseUrl = entry.Reset("base_url"),
            QuotaGroup = entry.Reset("quota_group"),
            Tokens = entry.Tokens("tokens"),
            Document = entry.Document("document"),
            MaxInFlight = limits?.Whole("max_in_flight", 1, MostInFlight),
            SubmitIntervalMs = limits?.Whole("submit_interval_ms", 0, LongestIntervalMs),
            RequestsPerMinute = limits?.Whole("requests_per_minute", 0, MostRequests),
            PollSpacingMs = limits?.Whole("poll_spacing_ms", 0, LongestIntervalMs),
        };
        if (read.BaseUrl is { Length: > 0 } address && BaseAddress.Check(address) is { } mistake)
            throw entry.Wrong(mistake.Code.Replace("accounts.", "accounts.entry-", StringComparison.Ordinal), "base_url", address);
        if (_kinds.Find(provider)!.NeedsAddress && string.IsNullOrWhiteSpace(read.BaseUrl))
            throw entry.Wrong("accounts.entry-missing", "base_url");
        _ignored.AddRange(entry.Names.Where(name => !Fields.Contains(name)).Select(name => $"{_prefix}[{number}].{name}"));
        return read;
    }
}
