using Rushes.Film.Accounts;

namespace Rushes.Engine.Accounts;

/// <summary>What a user says of an account, in a file or on the command line. Null means that nothing was said; an empty text takes back what was.</summary>
public sealed record AccountEntry
{
    public string? Name { get; init; }
    public string? Provider { get; init; }
    public string? ProjectId { get; init; }
    public bool? Enabled { get; init; }
    public string? BaseUrl { get; init; }
    public string? QuotaGroup { get; init; }
    public int? MaxInFlight { get; init; }
    public int? SubmitIntervalMs { get; init; }

    /// <summary>0 takes the limit back.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>0 goes back to what the provider asks for.</summary>
    public int? PollSpacingMs { get; init; }

    /// <summary>All tokens or keys of the account; null: as before.</summary>
    public IReadOnlyList<string>? Tokens { get; init; }

    /// <summary>A service account's JSON; null: as before.</summary>
    public string? Document { get; init; }

    /// <summary>The account with what was said laid over it.</summary>
    internal Account Over(Account account) => account with
    {
        Name = Name?.Trim() ?? account.Name,
        ProjectId = Said(ProjectId, account.ProjectId),
        Enabled = Enabled ?? account.Enabled,
        BaseUrl = Said(BaseUrl, account.BaseUrl),
        QuotaGroup = Said(QuotaGroup, account.QuotaGroup),
        Limits = new()
        {
            MaxInFlight = MaxInFlight ?? account.Limits.MaxInFlight,
            SubmitIntervalMs = SubmitIntervalMs ?? account.Limits.SubmitIntervalMs,
            RequestsPerMinute = Said(RequestsPerMinute, account.Limits.RequestsPerMinute),
            PollSpacingMs = Said(PollSpacingMs, account.Limits.PollSpacingMs),
        },
    };

    /// <summary>The credentials with what was said laid over them; null when nothing was.</summary>
    internal Credentials? Over(Credentials before) => Tokens is null && Document is null
        ? null
        : new(Tokens ?? before.Tokens, Document is null ? before.Document : Document.Length == 0 ? null : Document);

    private static int? Said(int? said, int? before) => said is null ? before : said == 0 ? null : said;

    private static string? Said(string? said, string? before) => said is null ? before : said.Trim() is { Length: > 0 } text ? text : null;
}
