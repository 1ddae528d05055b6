using Rushes.Engine.Doors;

namespace Rushes.Storage.Sqlite;

public sealed partial class SqliteStudioStore : IDoorBook
{
    private const string PassColumns = "digest, kind, name, created_at, expires_at";

    public Task<string?> OwnerAsync(CancellationToken cancellation) =>
        ReadAsync(cancellation, session => session.One("SELECT password FROM owner", static row => row.GetString(0)));

    public Task SetOwnerAsync(string hash, CancellationToken cancellation) => WriteAsync(cancellation, session =>
    {
        session.Run("INSERT INTO owner (id, password) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET password = $1", hash);
        return session.Run("DELETE FROM door_passes WHERE kind = 'session'");
    });

    public Task AddPassAsync(Pass pass, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return WriteAsync(cancellation, session =>
        {
            session.Run("DELETE FROM door_passes WHERE expires_at < $1", Now);
            return session.Run(
                $"INSERT INTO door_passes ({PassColumns}) VALUES ($1, $2, $3, $4, $5)",
                pass.Digest,
                pass.Kind == PassKind.Token ? "token" : "session",
                pass.Name,
                pass.CreatedAt.ToUnixTimeMilliseconds(),
                pass.ExpiresAt.ToUnixTimeMilliseconds());
        });
    }

    public Task<Pass?> PassAsync(string digest, CancellationToken cancellation) =>
        ReadAsync(cancellation, session => session.One($"SELECT {PassColumns} FROM door_passes WHERE digest = $1 AND expires_at >= $2", ReadPass, digest, Now));

    public Task<IReadOnlyList<Pass>> TokensAsync(CancellationToken cancellation) => ReadAsync<IReadOnlyList<Pass>>(
        cancellation, session => session.All($"SELECT {PassColumns} FROM door_passes WHERE kind = 'token' ORDER BY created_at", ReadPass));

    public Task RemovePassAsync(string digest, CancellationToken cancellation) =>
        WriteAsync(cancellation, session => session.Run("DELETE FROM door_passes WHERE digest = $1", digest));

    private static Pass ReadPass(SqliteRow row) => new(
        row.GetString(0),
        row.GetString(1) == "token" ? PassKind.Token : PassKind.Session,
        row.GetString(2),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)));
}
