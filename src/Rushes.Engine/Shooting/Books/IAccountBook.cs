using Rushes.Film.Accounts;

namespace Rushes.Engine.Shooting.Books;

/// <summary>The accounts, and how they are.</summary>
public interface IAccountBook
{
    /// <summary>In the order in which they were entered.</summary>
    Task<IReadOnlyList<AccountSheet>> AccountsAsync(CancellationToken cancellation);

    /// <summary>Adds the account or changes it, by id. A running lane takes it over within seconds.</summary>
    Task SaveAccountAsync(Account account, CancellationToken cancellation);

    /// <summary>False when there is no such account.</summary>
    Task<bool> RemoveAccountAsync(string account, CancellationToken cancellation);

    /// <summary>Lets an account work again, whatever it rested for: its token was renewed, or the user says so.</summary>
    Task WakeAccountAsync(string account, CancellationToken cancellation);
}
