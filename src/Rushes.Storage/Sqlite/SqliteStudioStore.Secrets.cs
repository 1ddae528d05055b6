using Rushes.Storage.Secrets;

namespace Rushes.Storage.Sqlite;

public sealed partial class SqliteStudioStore : ISecretShelf
{
    public Task<(byte[] Sealed, string Account)?> SecretAsync(string account, CancellationToken cancellation) =>
        ReadAsync<(byte[], string)?>(cancellation, session => session.One<(byte[], string)?>(
            "SELECT s.sealed, coalesce(a.name, s.account) FROM secrets s LEFT JOIN accounts a ON a.id = s.account WHERE s.account = $1",
            static row => (row.GetBytes(0), row.GetString(1)),
            account));

    public Task KeepSecretAsync(string account, byte[] sealedSecret, CancellationToken cancellation) =>
        WriteAsync(cancellation, session => session.Run(
            "INSERT INTO secrets (account, sealed) VALUES ($1, $2) ON CONFLICT (account) DO UPDATE SET sealed = $2", account, sealedSecret));

    public Task ForgetSecretAsync(string account, CancellationToken cancellation) =>
        WriteAsync(cancellation, session => session.Run("DELETE FROM secrets WHERE account = $1", account));
}
