using Rushes.Engine.Making;
using Rushes.Engine.Making.Commissions;

namespace Rushes.Storage.Sqlite;

public sealed partial class SqliteStudioStore : ICommissionBook
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    public Task<Commission?> EnterAsync(Commission commission, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commission);
        return WriteAsync(cancellation, session =>
        {
            session.Run("DELETE FROM commissions WHERE begun_at < $1", Now - (long)Remembered.TotalMilliseconds);
            if (commission.Key is { } key && Read(session, "request_key", key) is { } earlier)
                return earlier;
            session.Run(
                "INSERT INTO commissions (id, request_key, digest, answer, project, begun_at) VALUES ($1, $2, $3, $4, $5, $6)",
                commission.Id,
                commission.Key,
                commission.Digest,
                commission.Answer,
                commission.Project,
                commission.BegunAt.ToUnixTimeMilliseconds());
            return null;
        });
    }

    public Task KnowProjectAsync(string id, string project, CancellationToken cancellation) =>
        WriteAsync(cancellation, session => session.Run("UPDATE commissions SET project = $2 WHERE id = $1", id, project));

    public Task EndAsync(string id, FilmStage outcome, CancellationToken cancellation) =>
        WriteAsync(cancellation, session => session.Run("UPDATE commissions SET outcome = $2 WHERE id = $1", id, outcome.Word()));

    public Task StrikeAsync(string id, CancellationToken cancellation) =>
        WriteAsync(cancellation, session => session.Run("DELETE FROM commissions WHERE id = $1", id));

    public Task<Commission?> CommissionAsync(string id, CancellationToken cancellation) => ReadAsync(cancellation, session => Read(session, "id", id));

    private static Commission? Read(SqliteSession session, string column, string value) => session.One<Commission?>(
        $"SELECT id, request_key, digest, answer, project, begun_at, outcome FROM commissions WHERE {column} = $1",
        static row => new(
            row.GetString(0),
            row.IsDBNull(1) ? null : row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.IsDBNull(4) ? null : row.GetString(4),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)))
        {
            Outcome = row.IsDBNull(6) ? null : StateWords.Stage(row.GetString(6)),
        },
        value);
}
