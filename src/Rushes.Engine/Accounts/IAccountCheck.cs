using Rushes.Film.Accounts;

namespace Rushes.Engine.Accounts;

/// <summary>Looks whether an account of one provider can sign in, by a request that costs nothing. One for each kind of account.</summary>
public interface IAccountCheck
{
    /// <summary>The provider's name, as accounts give it.</summary>
    string Provider { get; }

    Task<AccountHealth> CheckAsync(Account account, CancellationToken cancellation);
}
