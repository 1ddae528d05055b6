using System.Text.Json;
using Rushes.Engine.Accounts;
using Rushes.Film;

namespace Rushes.Storage.Secrets;

/// <summary>Credentials sealed in the store with a key that lies elsewhere (<see cref="KeyPlaces"/>).</summary>
public sealed class SealedKeyRing(ISecretShelf shelf, KeyPlaces keys) : IKeyRing
{
    /// <exception cref="MistakeException">The account's credentials cannot be opened here; they stay as they are.</exception>
    public async ValueTask<Credentials> OfAsync(string account, CancellationToken cancellation)
    {
        if (await shelf.SecretAsync(account, cancellation) is not var (secret, name))
            return Credentials.None;
        if (SealedSecret.KeyOf(secret) is not { } id)
            throw Damaged(name);
        if (await keys.FindAsync(id, cancellation) is not { } key)
            throw Mistake.Input("accounts.secret-locked", "account", name, KeyPlaces.Passphrase).AsException();
        if (SealedSecret.Open(key, account, secret) is not { } plain)
            throw Damaged(name);
        return JsonSerializer.Deserialize<Credentials>(plain) ?? Credentials.None;
    }

    public async Task KeepAsync(string account, Credentials credentials, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        var key = await keys.ForSealingAsync(cancellation);
        await shelf.KeepSecretAsync(account, SealedSecret.Seal(key, account, JsonSerializer.SerializeToUtf8Bytes(credentials)), cancellation);
    }

    public Task ForgetAsync(string account, CancellationToken cancellation) => shelf.ForgetSecretAsync(account, cancellation);

    private static MistakeException Damaged(string name) => Mistake.Input("accounts.secret-damaged", "account", name).AsException();
}
