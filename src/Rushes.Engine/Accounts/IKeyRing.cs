using Rushes.Film;

namespace Rushes.Engine.Accounts;

/// <summary>The credentials of accounts, encrypted at rest. Asked anew for every call, so that a renewed token works at once in a running run.</summary>
public interface IKeyRing
{
    /// <returns><see cref="Credentials.None"/> when the account has none.</returns>
    /// <exception cref="MistakeException">They cannot be opened; the mistake's field is <c>account</c>. Nothing may be sent then, and nothing is lost.</exception>
    ValueTask<Credentials> OfAsync(string account, CancellationToken cancellation);

    Task KeepAsync(string account, Credentials credentials, CancellationToken cancellation);

    Task ForgetAsync(string account, CancellationToken cancellation);
}
