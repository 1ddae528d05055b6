using Rushes.Engine.Library;
using Rushes.Film.Accounts;

namespace Rushes.Engine.Accounts;

/// <summary>A kind of account: what it is for, what it needs, and what its provider really allows, as it was when somebody looked (<c>data/providers</c>).</summary>
public sealed record AccountKind
{
    /// <summary>The provider's name in accounts, such as <c>google-flow</c>.</summary>
    public required string Id { get; init; }

    public required Names Name { get; init; }

    public bool Films { get; init; }

    /// <summary>Writes scripts.</summary>
    public bool Writes { get; init; }

    /// <summary>Speaks lines.</summary>
    public bool Speaks { get; init; }

    public required CredentialForm Credential { get; init; }

    /// <summary>It may do without credentials of its own: a server that asks for none, or a sign-in that this machine has.</summary>
    public bool CredentialOptional { get; init; }

    public bool NeedsProject { get; init; }

    /// <summary>There is no usual address: every account names its own.</summary>
    public bool NeedsAddress { get; init; }

    /// <summary>The provider counts by project: accounts of one project share limits unless they name groups of their own.</summary>
    public bool QuotaByProject { get; init; }

    /// <summary>The limits of an account that gives none.</summary>
    public AccountLimits Limits { get; init; } = new();

    /// <summary>Least milliseconds between two questions about the same operation.</summary>
    public int PollSpacingMs { get; init; } = 250;

    /// <summary>Where the provider usually answers.</summary>
    public string? BaseAddress { get; init; }

    /// <summary>What a user should know before relying on it.</summary>
    public required Names Notes { get; init; }

    /// <summary>What to do about a trouble, by its code; <c>{0}</c> is the account's name. The general remedy serves where there is none.</summary>
    public IReadOnlyDictionary<string, Names> Remedies { get; init; } = new Dictionary<string, Names>();

    public required DateOnly CheckedOn { get; init; }

    /// <summary>An account without credentials cannot work.</summary>
    public bool NeedsCredential => Credential != CredentialForm.None && !CredentialOptional;
}
