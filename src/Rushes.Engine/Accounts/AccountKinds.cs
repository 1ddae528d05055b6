using System.Globalization;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Film;
using Rushes.Film.Accounts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Accounts;

/// <summary>The kinds of accounts that this program knows, from <c>data/providers</c>.</summary>
public sealed class AccountKinds(DataShelf shelf)
{
    public IReadOnlyList<AccountKind> All => [.. shelf.ReadAll<AccountKind>("providers").Select(kind => kind.Value)];

    public AccountKind? Find(string provider) => All.FirstOrDefault(kind => kind.Id == provider);

    /// <summary>What can be done about an account in trouble; null when there is nothing but to wait.</summary>
    public string? RemedyOf(Account account, Trouble trouble)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(trouble);
        return Find(account.Provider)?.Remedies.TryGetValue(trouble.Code, out var own) == true
            ? string.Format(CultureInfo.CurrentCulture, own.ToString(), account.Name)
            : TroubleSentence.RemedyOf(trouble, account.Name);
    }

    /// <summary>What is wrong with an account by itself, wherever it came from; null when nothing is.</summary>
    public Mistake? Check(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (Find(account.Provider) is not { } kind)
            return Mistake.Input("accounts.provider-unknown", "provider", account.Provider, string.Join(", ", All.Select(known => known.Id)));
        if (string.IsNullOrWhiteSpace(account.Name))
            return Mistake.Input("accounts.name-empty", "name");
        if (account.BaseUrl is { } address && BaseAddress.Check(address) is { } mistake)
            return mistake;
        return kind.NeedsAddress && account.BaseUrl is null ? Mistake.Input("accounts.address-missing", "base_url", kind.Id, kind.Notes.ToString()) : null;
    }
}
