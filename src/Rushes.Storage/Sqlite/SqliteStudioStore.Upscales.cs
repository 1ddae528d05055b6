using Rushes.Engine.Shooting.Books;
using Rushes.Film.Takes;

namespace Rushes.Storage.Sqlite;

// Attempts to enlarge a clip at its provider.
public sealed partial class SqliteStudioStore
{
    public Task<UpscaleStand> BeginUpscaleAsync(Lane lane, long take, string filmedBy, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lane);
        return WriteAsync(cancellation, session => BeginUpscale(session, lane, take, filmedBy));
    }

    public Task EndUpscaleAsync(string attempt, AttemptState state, Trouble? trouble, CancellationToken cancellation) =>
        WriteAsync(cancellation, session => session.Run(
            """
            UPDATE attempts SET state = $2, code = $3, words = $4, generated_at = CASE WHEN $2 = 'done' THEN $5 ELSE generated_at END
            WHERE id = $1 AND purpose = 'upscale' AND state IN ('intent', 'submitted', 'unknown')
            """,
            attempt,
            state.Word(),
            trouble?.Code,
            trouble?.Words,
            Now));

    private UpscaleStand BeginUpscale(SqliteSession session, Lane lane, long take, string filmedBy)
    {
        var now = Now;
        var gate = session.One(
            """
            SELECT a.enabled, a.provider, a.quota_group, a.submit_interval_ms, a.name, COALESCE(g.next_submit_at, 0), a.requests_per_minute, t.model, t.digest, t.seed
            FROM takes t JOIN accounts a ON a.id = t.account LEFT JOIN quota_groups g ON g.id = a.quota_group
            WHERE t.id = $1 AND t.attempt = $2 AND t.state = 'upscaling' AND a.id = $3 AND a.epoch = $4
            """,
            static row => (
                Gate: new Gate(
                    row.GetBoolean(0),
                    row.GetString(1),
                    row.GetString(2),
                    row.GetInt64(3),
                    row.GetString(4),
                    row.GetInt64(5),
                    0,
                    row.IsDBNull(6) ? null : row.GetInt32(6),
                    0),
                Model: row.GetString(7),
                Digest: row.GetString(8),
                Seed: row.GetInt64(9)),
            take,
            filmedBy,
            lane.Account,
            lane.Epoch);
        if (gate.Gate is null)
            return new UpscaleStand.NotOurs();
        if (session.One(
            """
            SELECT id, state, operation, owner, begun_at FROM attempts
            WHERE take = $1 AND purpose = 'upscale' AND state IN ('intent', 'submitted', 'done', 'unknown')
            """,
            static row => new UpscaleStand.Known(row.GetString(0), StateWords.Attempt(row.GetString(1)), row.Text(2), row.GetString(3), row.Time(4)),
            take) is { } known)
            return known;
        if (WaitFor(session, gate.Gate, now) is { } wait)
            return new UpscaleStand.TooSoon(wait);
        PassGate(session, gate.Gate);
        var attempt = Guid.NewGuid().ToString();
        session.Run(
            """
            INSERT INTO attempts (id, take, account, model, owner, epoch, state, digest, seed, begun_at, purpose)
            VALUES ($1, $2, $3, $4, $5, $6, 'intent', $7, $8, $9, 'upscale')
            """,
            attempt,
            take,
            lane.Account,
            gate.Model,
            lane.Owner,
            lane.Epoch,
            gate.Digest,
            gate.Seed,
            now);
        return new UpscaleStand.Begun(attempt, DateTimeOffset.FromUnixTimeMilliseconds(now));
    }
}
