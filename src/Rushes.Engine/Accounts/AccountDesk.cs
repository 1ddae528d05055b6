using System.Globalization;
using System.Security.Cryptography;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Runs;
using Rushes.Film;
using Rushes.Film.Accounts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Accounts;

/// <summary>
/// Adds, changes and removes accounts. Credentials are kept before the account is, and the account is woken after: a lane at work never meets an account
/// whose new token is not there yet.
/// </summary>
public sealed class AccountDesk(IAccountBook book, IKeyRing keys, AccountKinds kinds, Reach? reach = null)
{
    private const string IdLetters = "23456789abcdefghjkmnpqrstvwxyz";
    private const int IdLength = 6;

    /// <exception cref="MistakeException">The entry breaks a rule; nothing was added then.</exception>
    public async Task<Account> AddAsync(AccountEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var account = NewAccount(entry, await AccountsAsync(cancellation));
        await KeepAsync(account, entry, cancellation);
        return account;
    }

    /// <summary>Updates the accounts that the entries mean and adds the others; nothing happens when one of them breaks a rule.</summary>
    /// <remarks>
    /// An entry means the account of its provider with its project id; among several, and where there is no project id, the one of its name. No account is
    /// meant twice, so that two entries always end as two accounts.
    /// </remarks>
    public async Task<IReadOnlyList<Imported>> ImportAsync(IReadOnlyList<AccountEntry> entries, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var all = (await AccountsAsync(cancellation)).ToList();
        var free = all.ToList();
        var planned = new List<(Account Account, AccountEntry Entry, bool Added)>();
        foreach (var entry in entries)
        {
            var meant = Meant(entry, free);
            var account = meant is null ? NewAccount(entry, all) : Settled(entry.Over(meant));
            if (meant is null)
                all.Add(account);
            else
                free.Remove(meant);
            planned.Add((account, entry, meant is null));
        }

        foreach (var (account, entry, _) in planned)
            await KeepAsync(account, entry, cancellation);
        return [.. planned.Select(plan => new Imported(plan.Account, plan.Added))];
    }

    /// <summary>Changes an account; what it rested for is forgotten, since the user did something about it.</summary>
    /// <param name="idOrName">Id or unique name.</param>
    /// <exception cref="MistakeException">There is no such account, or the change breaks a rule.</exception>
    public async Task<Account> SetAsync(string idOrName, AccountEntry changes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var account = Settled(changes.Over((await FindAsync(idOrName, cancellation)).Account));
        await KeepAsync(account, changes, cancellation);
        return account;
    }

    /// <exception cref="MistakeException">There is no such account, or a take of it is in work.</exception>
    public async Task RemoveAsync(string idOrName, CancellationToken cancellation)
    {
        var account = (await FindAsync(idOrName, cancellation)).Account;
        if (account.Provider == Casting.Fallback)
            throw Mistake.Input("accounts.built-in", "account", account.Name).AsException();
        if (await book.RemoveAccountAsync(account.Id, cancellation) == Removal.InWork)
            throw Mistake.Input("accounts.in-work", "account", account.Name).AsException();
        await keys.ForgetAsync(account.Id, cancellation);
    }

    /// <exception cref="MistakeException">There is no such account, or several have the name.</exception>
    public async Task<AccountSheet> FindAsync(string idOrName, CancellationToken cancellation) =>
        Casting.Find(await book.AccountsAsync(cancellation), idOrName);

    private static Account? Meant(AccountEntry entry, List<Account> free)
    {
        var same = free.Where(account => account.Provider == entry.Provider).ToList();
        var named = same.Find(account => string.Equals(account.Name, entry.Name?.Trim(), StringComparison.OrdinalIgnoreCase));
        if (string.IsNullOrWhiteSpace(entry.ProjectId))
            return named is { ProjectId: null } ? named : null;
        var ofProject = same.FindAll(account => account.ProjectId == entry.ProjectId.Trim());
        return ofProject.Count > 1 && named is not null && ofProject.Contains(named) ? named : ofProject.FirstOrDefault();
    }

    private async Task<List<Account>> AccountsAsync(CancellationToken cancellation) =>
        [.. (await book.AccountsAsync(cancellation)).Select(sheet => sheet.Account)];

    private Account NewAccount(AccountEntry entry, List<Account> all)
    {
        var provider = entry.Provider ?? "";
        var blank = new Account { Id = NewId(provider, all), Name = FreeName(provider, all), Provider = provider };
        return Settled(entry.Over(kinds.Find(provider) is { } kind ? blank with { Limits = kind.Limits } : blank));
    }

    private Account Settled(Account account)
    {
        if ((kinds.Check(account) ?? reach?.Check(account)) is { } mistake)
            throw mistake.AsException();
        return kinds.Find(account.Provider) is { QuotaByProject: true } && account.QuotaGroup is null
            ? account with { QuotaGroup = account.ProjectGroup }
            : account;
    }

    private async Task KeepAsync(Account account, AccountEntry entry, CancellationToken cancellation)
    {
        var credentials = entry.Over(await BeforeAsync(account, entry, cancellation));
        if (credentials is not null)
            await keys.KeepAsync(account.Id, credentials, cancellation);
        var has = credentials is null ? await HasAnyAsync(account, cancellation) : !credentials.IsEmpty;
        if (!has && kinds.Find(account.Provider)!.NeedsCredential)
            await book.SetAsideAsync(account.Id, new Trouble(Troubles.NoToken), cancellation);
        await book.SaveAccountAsync(account, cancellation);
        if (has)
            await book.WakeAccountAsync(account.Id, cancellation);
    }

    /// <summary>Credentials that cannot be opened are replaced, not asked for.</summary>
    private async Task<Credentials> BeforeAsync(Account account, AccountEntry entry, CancellationToken cancellation)
    {
        if (entry.Tokens is null == entry.Document is null)
            return Credentials.None;
        try
        {
            return await keys.OfAsync(account.Id, cancellation);
        }
        catch (MistakeException)
        {
            return Credentials.None;
        }
    }

    private async Task<bool> HasAnyAsync(Account account, CancellationToken cancellation)
    {
        try
        {
            return !(await keys.OfAsync(account.Id, cancellation)).IsEmpty;
        }
        catch (MistakeException)
        {
            // There are some; that they are locked is told where they are needed.
            return true;
        }
    }

    /// <summary>An id stays when the name changes.</summary>
    private static string NewId(string provider, List<Account> all)
    {
        while (true)
        {
            var id = $"{provider}-{RandomNumberGenerator.GetString(IdLetters, IdLength)}";
            if (!all.Exists(account => account.Id == id))
                return id;
        }
    }

    private static string FreeName(string provider, List<Account> all) => Enumerable.Range(1, all.Count + 1)
        .Select(number => number == 1 ? provider : string.Create(CultureInfo.InvariantCulture, $"{provider} {number}"))
        .First(name => !all.Exists(account => account.Name == name));
}
