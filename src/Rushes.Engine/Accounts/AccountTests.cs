using System.Collections.Concurrent;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Accounts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Accounts;

/// <summary>Tests accounts with the checks of their kinds. One that can sign in after all is woken.</summary>
public sealed class AccountTests(IAccountBook book, IKeyRing keys, AccountKinds kinds, IEnumerable<IAccountCheck> checks, TimeProvider time)
{
    private readonly Dictionary<string, IAccountCheck> _checks = checks.ToDictionary(check => check.Provider, StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, AccountTest> _last = new(StringComparer.Ordinal);

    /// <summary>What the provider last told of an account, such as its credit.</summary>
    /// <returns>Null when this process has not asked yet.</returns>
    public AccountTest? Last(string account) => _last.GetValueOrDefault(account);

    /// <param name="idOrName">Null: every enabled account.</param>
    /// <exception cref="MistakeException">There is no such account.</exception>
    public async Task<IReadOnlyList<AccountTest>> TestAsync(string? idOrName, CancellationToken cancellation)
    {
        var all = await book.AccountsAsync(cancellation);
        var wanted = idOrName is null ? [.. all.Where(sheet => sheet.Account.Enabled)] : new[] { Casting.Find(all, idOrName) };
        return await Task.WhenAll(wanted.Select(async sheet => _last[sheet.Account.Id] = (await AskAsync(sheet, cancellation)) with { At = time.GetUtcNow() }));
    }

    private async Task<AccountTest> AskAsync(AccountSheet sheet, CancellationToken cancellation)
    {
        var account = sheet.Account;
        try
        {
            var has = !(await keys.OfAsync(account.Id, cancellation)).IsEmpty;
            if (!has && kinds.Find(account.Provider)?.NeedsCredential == true)
                return Bad(account, new(Troubles.NoToken));
            if (!_checks.TryGetValue(account.Provider, out var check))
                return new(account, AccountTest.Untested);
            var health = await check.CheckAsync(account, cancellation);
            if (health.Trouble is { } trouble)
                return Bad(account, trouble) with { Told = health.Told };
            if (sheet.Rests.Any(rest => rest is { Until: null, Trouble.Code: Troubles.SignedOut or Troubles.NoToken }))
                await book.WakeAccountAsync(account.Id, cancellation);
            return new(account, AccountTest.Good, Told: health.Told, ExpiresAt: health.ExpiresAt);
        }
        catch (MistakeException locked)
        {
            return new(account, AccountTest.Bad, Sentence.Of(locked.Mistake));
        }
        catch (HttpRequestException unreachable)
        {
            return new(account, AccountTest.Bad, Sentence.Of("accounts.unreachable", unreachable.Message));
        }
    }

    private AccountTest Bad(Account account, Trouble trouble) =>
        new(account, AccountTest.Bad, TroubleSentence.Of(trouble), kinds.RemedyOf(account, trouble));
}
