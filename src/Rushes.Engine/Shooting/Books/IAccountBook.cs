using Rushes.Film.Accounts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Books;

/// <summary>The accounts, and how they are.</summary>
public interface IAccountBook
{
    /// <summary>In the order in which they were entered.</summary>
    Task<IReadOnlyList<AccountSheet>> AccountsAsync(CancellationToken cancellation);

    /// <summary>Adds the account or changes it, by id. A running lane takes it over within seconds.</summary>
    Task SaveAccountAsync(Account account, CancellationToken cancellation);

    /// <summary>Removes an account with its credentials, unless a take of it is in work.</summary>
    Task<Removal> RemoveAccountAsync(string account, CancellationToken cancellation);

    /// <summary>What the accounts do, by id; one that never did anything may be missing.</summary>
    Task<IReadOnlyDictionary<string, AccountActivity>> ActivitiesAsync(CancellationToken cancellation);

    /// <summary>Lets an account film nothing until <see cref="WakeAccountAsync"/>: something that it needs is missing.</summary>
    Task SetAsideAsync(string account, Trouble trouble, CancellationToken cancellation);

    /// <summary>Lets an account work again, whatever it rested for: its token was renewed, or the user says so.</summary>
    Task WakeAccountAsync(string account, CancellationToken cancellation);
}
