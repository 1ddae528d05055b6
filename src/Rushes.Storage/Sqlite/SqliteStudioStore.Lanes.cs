using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;

namespace Rushes.Storage.Sqlite;

public sealed partial class SqliteStudioStore
{
    private const string ShotColumns =
        """
        SELECT t.id, t.run, t.state, o.body, t.take, t.seed, t.digest, a.id, t.attempts, a.owner, a.begun_at, a.operation, a.accepted_at,
          a.generated_at, t.failures, t.refusals, t.uploads, t.cost, t.currency, t.first_frame
        FROM takes t JOIN attempts a ON a.id = t.attempt JOIN orders o ON o.take = t.id
        """;

    public Task<IReadOnlyList<LaneWork>> LanesWithWorkAsync(IReadOnlyCollection<string> providers, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<LaneWork>>(cancellation, session => session.All(
            $"""
            SELECT c.id, c.owner, c.lease_until FROM accounts c
            WHERE c.provider IN (SELECT value FROM json_each($1)) AND (
              EXISTS (SELECT 1 FROM takes WHERE account = c.id AND state IN ('submitting', 'generating', 'downloading', 'upscaling'))
              OR EXISTS (SELECT 1 FROM attempts WHERE account = c.id AND stop = 1)
              OR (c.enabled = 1
                AND NOT EXISTS (
                  SELECT 1 FROM rests WHERE holder IN ('account:' || c.id, 'group:' || c.quota_group) AND model = ''
                    AND (until IS NULL OR until > $2))
                AND EXISTS (
                  SELECT 1 FROM runs r JOIN takes t ON t.run = r.id AND t.state = 'queued'
                  WHERE r.state = 'filming' AND c.provider IN (SELECT value FROM json_each(r.providers))
                    AND (r.accounts = '[]' OR c.id IN (SELECT value FROM json_each(r.accounts)))
                    AND (t.only_account IS NULL OR t.only_account = c.id) AND {HasWhatItFollows})))
            ORDER BY c.position
            """,
            static row => new LaneWork(row.GetString(0), row.Text(1), row.TimeOrNull(2)),
            Columns.Names([.. providers]),
            Now));

    public Task<LaneClaim> TakeLaneAsync(string account, IPresence me, TimeSpan lease, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(me);
        return WriteAsync<LaneClaim>(cancellation, session =>
        {
            var held = session.One(
                "SELECT owner, lease_until FROM accounts WHERE id = $1",
                static row => (Owner: row.Text(0), Until: row.IsDBNull(1) ? 0 : row.GetInt64(1)),
                account);
            if (held.Owner is { } owner && owner != me.Name && held.Until > Now && !me.IsGone(owner))
                return new LaneClaim.Held(owner);
            var epoch = session.Number(
                "UPDATE accounts SET epoch = epoch + 1, owner = $2, lease_until = $3 WHERE id = $1 RETURNING epoch",
                account,
                me.Name,
                Now + (long)lease.TotalMilliseconds);
            return epoch is null
                ? new LaneClaim.NoAccount()
                : new LaneClaim.Taken(new(account, me.Name, epoch.Value), Sheet(session, account)!);
        });
    }

    public Task<LaneNews?> KeepLaneAsync(Lane lane, TimeSpan lease, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lane);
        return WriteAsync(cancellation, session =>
        {
            var kept = session.Run(
                "UPDATE accounts SET lease_until = $3 WHERE id = $1 AND epoch = $2",
                lane.Account,
                lane.Epoch,
                Now + (long)lease.TotalMilliseconds);
            if (kept == 0)
                return null;
            var cancelled = session.All(
                "SELECT take, id, operation FROM attempts WHERE account = $1 AND stop = 1",
                static row => new CancelledShot(row.GetInt64(0), row.GetString(1), row.GetString(2)),
                lane.Account);
            var inWork = session.All(
                "SELECT id FROM takes WHERE account = $1 AND state IN ('submitting', 'generating', 'downloading', 'upscaling')",
                static row => row.GetInt64(0),
                lane.Account);
            return new LaneNews(Sheet(session, lane.Account)!, inWork, cancelled);
        });
    }

    public Task LeaveLaneAsync(Lane lane, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lane);
        return WriteAsync(cancellation, session =>
            session.Run("UPDATE accounts SET owner = NULL, lease_until = NULL WHERE id = $1 AND epoch = $2", lane.Account, lane.Epoch));
    }

    public Task<IReadOnlyList<Shot>> UnfinishedAsync(Lane lane, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lane);
        return ReadAsync<IReadOnlyList<Shot>>(cancellation, session => session.All(
            ShotColumns + " WHERE t.account = $1 AND t.state IN ('submitting', 'generating', 'downloading', 'upscaling') ORDER BY t.id",
            ReadShot,
            lane.Account));
    }

    public Task<IReadOnlyList<Latency>> LatenciesAsync(string account, int most, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<Latency>>(cancellation, session => session.All(
            """
            SELECT model, took_ms FROM attempts
            WHERE account = $1 AND took_ms IS NOT NULL AND purpose = 'film' ORDER BY generated_at DESC LIMIT $2
            """,
            static row => new Latency(row.Model(0), TimeSpan.FromMilliseconds(row.GetInt64(1))),
            account,
            most));

    private static bool Holds(SqliteSession session, Lane lane) =>
        session.Number("SELECT 1 FROM accounts WHERE id = $1 AND epoch = $2", lane.Account, lane.Epoch) is not null;

    /// <param name="firstFrame">What its attempt was to begin with; null: what the order says.</param>
    private static ShotOrder OrderOf(string body, int take, long seed, string? firstFrame)
    {
        var order = OrderJson.Read(body);
        return order with { Take = take, Seed = seed, FirstFrame = firstFrame ?? order.FirstFrame };
    }

    private static Shot ReadShot(SqliteRow row) => new()
    {
        Id = row.GetInt64(0),
        Run = row.GetString(1),
        State = StateWords.Take(row.GetString(2)),
        Order = OrderOf(row.GetString(3), row.GetInt32(4), row.GetInt64(5), row.Text(19)),
        Digest = row.GetString(6),
        Attempt = row.GetString(7),
        Attempts = row.GetInt32(8),
        Owner = row.GetString(9),
        BegunAt = row.Time(10),
        Operation = row.Text(11),
        AcceptedAt = row.TimeOrNull(12),
        GeneratedAt = row.TimeOrNull(13),
        Tries = new(row.GetInt32(14), row.GetInt32(15), row.GetInt32(16)),
        Cost = row.Cost(17, 18),
    };
}
