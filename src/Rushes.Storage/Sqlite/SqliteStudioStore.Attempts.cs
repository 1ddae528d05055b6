using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Storage.Sqlite;

public sealed partial class SqliteStudioStore
{
    // The run served longest ago comes first, so that several runs share a lane fairly.
    private const string RunsToServe =
        """
        SELECT id FROM runs
        WHERE state = 'filming' AND $1 IN (SELECT value FROM json_each(providers))
          AND (accounts = '[]' OR $2 IN (SELECT value FROM json_each(accounts)))
        ORDER BY served, created_at
        """;

    // A chained take waits while a clip of the scene before may still come.
    private const string HasWhatItFollows =
        """
        (t.after_scene IS NULL OR NOT EXISTS (
          SELECT 1 FROM takes b WHERE b.project = t.project AND b.scene = t.after_scene AND b.run = t.run
            AND b.state IN ('queued', 'submitting', 'generating', 'downloading', 'upscaling')))
        """;

    // A take that the account should pass on is left to another one, if there is another one that could.
    private const string NextTake =
        $"""
        SELECT t.id, t.run, o.body, t.take, t.seed, t.digest, t.attempts, t.account, t.failures, t.refusals, t.uploads, t.model,
          t.only_account, t.after_scene
        FROM takes t JOIN runs r ON r.id = t.run JOIN orders o ON o.take = t.id
        WHERE t.run = $1 AND t.state = 'queued' AND (t.only_account IS NULL OR t.only_account = $2) AND {HasWhatItFollows}
          AND t.model NOT IN (
            SELECT model FROM rests WHERE holder IN ('account:' || $2, 'group:' || $3) AND model <> '' AND (until IS NULL OR until > $4))
          AND (NOT EXISTS (SELECT 1 FROM passes p WHERE p.take = t.id AND p.account = $2)
            OR NOT EXISTS (
              SELECT 1 FROM accounts b
              WHERE b.id <> $2 AND b.enabled = 1 AND (t.only_account IS NULL OR t.only_account = b.id)
                AND b.provider IN (SELECT value FROM json_each(r.providers))
                AND (r.accounts = '[]' OR b.id IN (SELECT value FROM json_each(r.accounts)))
                AND NOT EXISTS (SELECT 1 FROM passes p WHERE p.take = t.id AND p.account = b.id)
                AND NOT EXISTS (
                  SELECT 1 FROM rests WHERE holder IN ('account:' || b.id, 'group:' || b.quota_group) AND model IN ('', t.model)
                    AND (until IS NULL OR until > $4))))
        ORDER BY t.position LIMIT 1
        """;

    public Task<Beginning> BeginAttemptAsync(Lane lane, int slots, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lane);
        return WriteAsync(cancellation, session => Begin(session, lane, slots));
    }

    private Beginning Begin(SqliteSession session, Lane lane, int slots)
    {
        var now = Now;
        var account = session.One(
            """
            SELECT a.enabled, a.provider, a.quota_group, a.submit_interval_ms, a.name, g.next_submit_at, g.slots, a.requests_per_minute,
              (SELECT COUNT(*) FROM takes WHERE account IN (SELECT id FROM accounts WHERE quota_group = a.quota_group)
                AND state IN ('submitting', 'generating') AND state IN ('submitting', 'generating', 'downloading', 'upscaling'))
            FROM accounts a LEFT JOIN quota_groups g ON g.id = a.quota_group WHERE a.id = $1 AND a.epoch = $2
            """,
            static row => new Gate(
                row.GetBoolean(0),
                row.GetString(1),
                row.GetString(2),
                row.GetInt64(3),
                row.GetString(4),
                row.IsDBNull(5) ? 0 : row.GetInt64(5),
                row.IsDBNull(6) ? int.MaxValue : row.GetInt32(6),
                row.IsDBNull(7) ? null : row.GetInt32(7),
                row.GetInt32(8)),
            lane.Account,
            lane.Epoch);
        if (account is null)
            return new Beginning.LaneLost();
        if (!account.Enabled)
            return new Beginning.NothingQueued();
        if (account.InFlight >= Math.Min(slots, account.Slots))
            return new Beginning.SlotsTaken();
        var rests = session.All(
            "SELECT model, until FROM rests WHERE holder IN ('account:' || $1, 'group:' || $2) AND (until IS NULL OR until > $3)",
            static row => (Model: row.Model(0), Until: row.TimeOrNull(1)),
            lane.Account,
            account.Group,
            now);
        if (rests.Exists(rest => rest.Model is null))
            return new Beginning.Rests(LatestOf(rests.Where(rest => rest.Model is null).Select(rest => rest.Until)));
        if (WaitFor(session, account, now) is { } wait)
            return new Beginning.TooSoon(wait);
        foreach (var run in session.All(RunsToServe, static row => row.GetString(0), account.Provider, lane.Account))
        {
            if (session.One(NextTake, static row => ReadNext(row), run, lane.Account, account.Group, now) is not { } next)
                continue;
            return IsBetterElsewhere(session, lane, account, next, now)
                ? new Beginning.BetterElsewhere()
                : new Beginning.Begun(Claim(session, lane, account, next, now));
        }

        // With only some models at rest, another look is due when the first of them returns.
        return rests.Count > 0 ? new Beginning.Rests(rests.Min(rest => rest.Until)) : new Beginning.NothingQueued();
    }

    private Shot Claim(SqliteSession session, Lane lane, Gate account, Next next, long now)
    {
        var shot = next.Shot with
        {
            Attempt = Guid.NewGuid().ToString(),
            Attempts = next.Shot.Attempts + 1,
            Owner = lane.Owner,
            BegunAt = DateTimeOffset.FromUnixTimeMilliseconds(now),
            Order = next.After is { } before ? next.Shot.Order with { FirstFrame = FrameOf(session, next.Shot, before) } : next.Shot.Order,
        };
        PassGate(session, account);
        session.Run(
            """
            UPDATE takes SET state = 'submitting', account = $2, attempt = $3, attempts = $4, submitted_at = COALESCE(submitted_at, $5), first_frame = $6
            WHERE id = $1 AND state = 'queued'
            """,
            shot.Id,
            lane.Account,
            shot.Attempt,
            shot.Attempts,
            now,
            next.After is null ? null : shot.Order.FirstFrame);
        session.Run(
            """
            INSERT INTO attempts (id, take, account, model, owner, epoch, state, digest, seed, begun_at)
            VALUES ($1, $2, $3, $4, $5, $6, 'intent', $7, $8, $9)
            """,
            shot.Attempt,
            shot.Id,
            lane.Account,
            next.Model,
            lane.Owner,
            lane.Epoch,
            shot.Digest,
            shot.Order.Seed,
            now);
        var (nth, of) = session.One(
            "UPDATE runs SET served = (SELECT MAX(number) FROM attempts), started = started + $2 WHERE id = $1 RETURNING started, total",
            static row => (row.GetInt32(0), row.GetInt32(1)),
            shot.Run,
            next.Shot.Attempts == 0 ? 1 : 0);
        var movedFrom = next.Account is { } other && other != lane.Account
            ? session.One("SELECT name FROM accounts WHERE id = $1", static row => row.GetString(0), other) ?? other
            : null;
        Append(session, shot.Run, now, new TakeStarted(
            shot.Order.Scene, shot.Order.Take, lane.Account, account.Name, shot.Attempts, nth, of, movedFrom));
        return shot;
    }

    /// <summary>Where the last frame of the newest clip of a scene lies, or will; null when the scene has none.</summary>
    private static string? FrameOf(SqliteSession session, Shot shot, int scene) => session.One(
        "SELECT b.clip FROM takes t JOIN takes b ON b.project = t.project AND b.scene = $2 WHERE t.id = $1 AND b.run = t.run AND b.state = 'ready' ORDER BY b.take DESC LIMIT 1",
        static row => row.Text(0),
        shot.Id,
        scene) is { } clip ? ChainedFrame.Beside(clip) : null;

    private static Next ReadNext(SqliteRow row) => new(
        new Shot
        {
            Id = row.GetInt64(0),
            Run = row.GetString(1),
            State = TakeState.Submitting,
            Order = OrderJson.Read(row.GetString(2)) with { Take = row.GetInt32(3), Seed = row.GetInt64(4) },
            Digest = row.GetString(5),
            Attempt = "",
            Attempts = row.GetInt32(6),
            Owner = "",
            BegunAt = default,
            Tries = new(row.GetInt32(8), row.GetInt32(9), row.GetInt32(10)),
        },
        row.Text(7),
        row.GetString(11),
        row.Text(12),
        row.IsDBNull(13) ? null : row.GetInt32(13));

    private static DateTimeOffset? LatestOf(IEnumerable<DateTimeOffset?> times)
    {
        DateTimeOffset? latest = DateTimeOffset.MinValue;
        foreach (var time in times)
            latest = latest is null || time is null ? null : time > latest ? time : latest;
        return latest;
    }

    /// <summary>The take that comes next, before its attempt.</summary>
    /// <param name="Account">Who had it before.</param>
    private sealed record Next(Shot Shot, string? Account, string Model, string? OnlyAccount, int? After);

    /// <param name="Slots">What the group bears now, at most.</param>
    private sealed record Gate(
        bool Enabled, string Provider, string Group, long Interval, string Name, long NextSubmitAt, int Slots, int? PerMinute, int InFlight);
}
