namespace Rushes.Film.Accounts;

/// <summary>Credentials at a provider, known by <see cref="Id"/> and never by name. Secrets are not in here: they stay in the store, encrypted.</summary>
public sealed record Account
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The provider's name, such as <c>animatic</c>.</summary>
    public required string Provider { get; init; }

    public string? ProjectId { get; init; }
    public bool Enabled { get; init; } = true;
    public string? BaseUrl { get; init; }

    /// <summary>Its server runs on the same machine.</summary>
    public bool IsOnThisMachine => Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) && address.IsLoopback;

    /// <summary>Accounts of one group share its limits; by default the account alone.</summary>
    public string? QuotaGroup { get; init; }

    /// <summary>The group that follows from the project, where a provider counts by project; null without a project.</summary>
    public string? ProjectGroup => ProjectId is { } project ? $"{Provider}/{project}" : null;

    public AccountLimits Limits { get; init; } = new();
}
