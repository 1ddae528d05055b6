using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Runs;

/// <summary>Chooses the accounts of a run from what the user named, or from what there is.</summary>
public sealed class Casting(IStudioStore books, VideoProviders providers, TimeProvider time, IKeyRing? keys = null)
{
    /// <summary>The provider that needs no account.</summary>
    public const string Fallback = "animatic";

    /// <summary>Takes that tell how quick an account is.</summary>
    private const int Remembered = 20;

    /// <summary>Whether somebody else than this machine reads the script, and may refuse to film it.</summary>
    public static bool Leaves(IReadOnlyList<string> providers)
    {
        ArgumentNullException.ThrowIfNull(providers);
        return providers.Any(provider => provider != Fallback);
    }

    /// <param name="provider">Null: the providers of the named accounts, else those of the enabled ones, else the animatic.</param>
    /// <param name="named">Ids or unique names; empty: every enabled account.</param>
    /// <exception cref="MistakeException">A provider or account is not known, or no enabled account is left.</exception>
    public async Task<Cast> ChooseAsync(string? provider, IReadOnlyList<string> named, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(named);
        if (provider is not null && providers.Find(provider) is null)
            throw Mistake.Input("shooting.provider-unknown", "provider", provider, string.Join(", ", providers.Names.Order(StringComparer.Ordinal))).AsException();
        var all = await books.AccountsAsync(cancellation);
        var wanted = named.Select(name => Find(all, name)).DistinctBy(sheet => sheet.Account.Id).ToList();
        var pool = (wanted.Count > 0 ? wanted : all)
            .Where(sheet => providers.Find(sheet.Account.Provider) is not null && (provider is null || sheet.Account.Provider == provider))
            .ToList();
        List<string> names = provider is not null ? [provider] : ProvidersOf(pool, wanted.Count > 0);
        var considered = pool.Where(sheet => names.Contains(sheet.Account.Provider)).ToList();
        if (!considered.Exists(sheet => sheet.Account.Enabled))
            throw NobodyLeft(names, considered).AsException();
        var lanes = new List<LaneFacts>();
        foreach (var sheet in considered)
            lanes.Add(await FactsAsync(sheet, cancellation));
        return new(names, [.. wanted.Select(sheet => sheet.Account.Id)], lanes);
    }

    /// <summary>An account by id or unique name.</summary>
    /// <exception cref="MistakeException">There is none, or several.</exception>
    public static AccountSheet Find(IReadOnlyList<AccountSheet> all, string idOrName)
    {
        ArgumentNullException.ThrowIfNull(all);
        if (all.FirstOrDefault(sheet => sheet.Account.Id == idOrName) is { } byId)
            return byId;
        var byName = all.Where(sheet => string.Equals(sheet.Account.Name, idOrName, StringComparison.OrdinalIgnoreCase)).ToList();
        return byName.Count switch
        {
            1 => byName[0],
            0 => throw Mistake.Input("shooting.account-unknown", "account", idOrName, string.Join(", ", all.Select(sheet => sheet.Account.Name))).AsException(),
            _ => throw Mistake.Input("shooting.account-ambiguous", "account", idOrName, string.Join(", ", byName.Select(sheet => sheet.Account.Id)))
                .AsException(),
        };
    }

    private static List<string> ProvidersOf(List<AccountSheet> pool, bool named)
    {
        var enabled = pool.Where(sheet => sheet.Account.Enabled || named).Select(sheet => sheet.Account.Provider).Distinct(StringComparer.Ordinal).ToList();
        return named || enabled.Count <= 1 ? enabled : enabled.FindAll(name => name != Fallback);
    }

    private static Mistake NobodyLeft(List<string> names, List<AccountSheet> considered) => considered.Count == 0
        ? Mistake.Input("shooting.no-account", "provider", string.Join(", ", names))
        : Mistake.Input("shooting.all-disabled", "account", string.Join(", ", considered.Select(sheet => sheet.Account.Name)));

    private async Task<LaneFacts> FactsAsync(AccountSheet sheet, CancellationToken cancellation)
    {
        var account = sheet.Account;
        var tokens = providers.Find(account.Provider)!.Traits.IsLocal ? null : await TokensAsync(account.Id, cancellation);
        var trouble = account.Enabled ? sheet.RestFor(null, time.GetUtcNow())?.Trouble : new Trouble(Troubles.Disabled);
        var took = (await books.LatenciesAsync(account.Id, Remembered, cancellation)).Select(latency => latency.Took.TotalSeconds).Order().ToList();
        return new(
            account.Id,
            account.Name,
            account.Provider,
            account.ProjectId,
            account.Limits.MaxInFlight,
            trouble,
            tokens,
            account.Limits.SubmitIntervalMs,
            took.Count == 0 ? null : took[took.Count / 2]);
    }

    /// <returns>Null when nobody can tell now.</returns>
    private async Task<int?> TokensAsync(string account, CancellationToken cancellation)
    {
        try
        {
            var credentials = keys is null ? null : await keys.OfAsync(account, cancellation);
            return credentials is null ? null : credentials.Tokens.Count + (credentials.Document is null ? 0 : 1);
        }
        catch (MistakeException)
        {
            // Credentials that cannot be opened: the first submission says so in full.
            return null;
        }
    }
}
