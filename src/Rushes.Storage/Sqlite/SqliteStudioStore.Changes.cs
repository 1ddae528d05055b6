using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Storage.Sqlite;

public sealed partial class SqliteStudioStore
{
    public Task<Changed> ChangeAsync(TakeChange change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        return WriteAsync(cancellation, session => Change(session, change));
    }

    public Task RestAsync(Lane lane, string? model, Resting resting, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(resting);
        return WriteAsync(cancellation, session =>
        {
            var holds = Holds(session, lane);
            if (holds)
                Rest(session, lane.Account, model ?? "", resting, Now);
            return holds;
        });
    }

    public Task ForgetStrikesAsync(Lane lane, string? model, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lane);
        return WriteAsync(cancellation, session => session.Run(
            """
            DELETE FROM rests
            WHERE holder IN (SELECT 'account:' || id FROM accounts WHERE id = $1 UNION SELECT 'group:' || quota_group FROM accounts WHERE id = $1)
              AND model IN ('', $2) AND until <= $3
            """,
            lane.Account,
            model ?? "",
            Now));
    }

    private Changed Change(SqliteSession session, TakeChange change)
    {
        var now = Now;
        var before = session.One(
            """
            SELECT t.state, t.attempt, t.run, t.account, t.model, a.state FROM takes t JOIN attempts a ON a.id = $2
            WHERE t.id = $1 AND ($3 IS NULL OR EXISTS (SELECT 1 FROM accounts WHERE id = $3 AND epoch = $4))
            """,
            static row => new Before(
                StateWords.Take(row.GetString(0)), row.Text(1), row.GetString(2), row.Text(3), row.GetString(4), StateWords.Attempt(row.GetString(5))),
            change.Take,
            change.Attempt,
            change.Fence?.Account,
            change.Fence?.Epoch);
        if (before is null || before.Attempt != change.Attempt || before.AttemptState is AttemptState.Rejected or AttemptState.WrittenOff)
            return Changed.No;
        var expected = change.From.Contains(before.State);
        var refused = change.AttemptTo is AttemptState.Rejected or AttemptState.WrittenOff or AttemptState.Unknown;
        if (!expected && !(refused && before.State == TakeState.Cancelled))
            return Changed.No;
        if (before.AttemptState != change.AttemptTo || change.Trouble is not null)
            Teach(session, change, now);
        if (change.Took is { } took && before.AttemptState != AttemptState.Done)
            Learn(session, change.Attempt, took, now);
        if (expected)
            Apply(session, change, now);

        // Only then, so that a take which was throttled does not count among those that its group bears.
        if (change.Resting is { } resting && before.Account is { } account)
            Rest(session, account, before.Model, resting, now);
        if (!expected)
            return Changed.AttemptOnly;
        if (change.PassOn && before.Account is { } passing)
            session.Run("INSERT INTO passes (take, account) VALUES ($1, $2) ON CONFLICT DO NOTHING", change.Take, passing);
        if (change.Event is { } happening)
            Append(session, before.Run, now, happening);
        session.QueueChanged |= change.To == TakeState.Queued || (change.To.IsSettled() && IsFollowed(session, change.Take));
        if (change.To.IsSettled())
            FinishIfSettled(session, before.Run, now);
        else if (before.State.IsSettled())
            ReopenIfFinished(session, before.Run);
        return Changed.Yes;
    }

    /// <summary>Whether a chained take waits for this one.</summary>
    private static bool IsFollowed(SqliteSession session, long take) => session.Number(
        """
        SELECT 1 FROM takes b JOIN takes t INDEXED BY takes_following ON t.run = b.run AND t.after_scene = b.scene
          AND t.state = 'queued' AND t.after_scene IS NOT NULL
        WHERE b.id = $1 LIMIT 1
        """,
        take) is not null;

    private static void Teach(SqliteSession session, TakeChange change, long now) => session.Run(
        """
        UPDATE attempts SET state = $2, code = COALESCE($3, code), words = CASE WHEN $3 IS NULL THEN words ELSE $4 END,
          generated_at = CASE WHEN $2 = 'done' THEN COALESCE(generated_at, $5) ELSE generated_at END
        WHERE id = $1
        """,
        change.Attempt,
        change.AttemptTo.Word(),
        change.Trouble?.Code,
        change.Trouble?.Words,
        now);

    private static void Apply(SqliteSession session, TakeChange change, long now) => session.Run(
        """
        UPDATE takes SET state = $2, code = $3, words = $4,
          failures = COALESCE($5, failures), refusals = COALESCE($6, refusals), uploads = COALESCE($7, uploads), seed = COALESCE($8, seed),
          cost = COALESCE($9, cost), currency = COALESCE($10, currency),
          clip = COALESCE($11, clip), bytes = COALESCE($12, bytes), normal = COALESCE($13, normal), ready_at = COALESCE($14, ready_at)
        WHERE id = $1
        """,
        change.Take,
        change.To.Word(),
        change.Trouble?.Code,
        change.Trouble?.Words,
        change.Tries?.Failures,
        change.Tries?.Refusals,
        change.Tries?.Uploads,
        change.Seed,
        change.Cost is { } cost ? Columns.Amount(cost) : null,
        change.Cost?.Currency,
        change.Clip?.Path,
        change.Clip?.Bytes,
        change.Clip?.Normal,
        change.Clip is null ? null : now);

    private static void Rest(SqliteSession session, string account, string model, Resting resting, long now)
    {
        var group = session.One("SELECT quota_group FROM accounts WHERE id = $1", static row => row.GetString(0), account);
        if (group is null)
            return;
        var holder = resting.Group ? "group:" + group : "account:" + account;
        var where = resting.OnlyModel ? model : "";
        var known = session.One(
            "SELECT until, strikes FROM rests WHERE holder = $1 AND model = $2",
            static row => (Known: true, Until: row.IsDBNull(0) ? (long?)null : row.GetInt64(0), Strikes: row.GetInt32(1)),
            holder,
            where);

        // Answers to submissions that overlapped count as one strike, and never shorten a rest.
        var lasts = known.Known && (known.Until is null || known.Until > now);
        var strikes = lasts ? known.Strikes : known.Strikes + 1;
        long? until = resting.For.Count == 0 ? null : now + (long)resting.For[Math.Clamp(strikes - 1, 0, resting.For.Count - 1)].TotalMilliseconds;
        if (lasts && (known.Until is null || until <= known.Until))
            return;
        session.Run(
            """
            INSERT INTO rests (holder, model, until, code, words, strikes) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (holder, model) DO UPDATE SET until = $3, code = $4, words = $5, strikes = $6
            """,
            holder,
            where,
            until,
            resting.Trouble.Code,
            resting.Trouble.Words,
            strikes);
        if (resting.Trouble.Code == Troubles.Throttled && !lasts)
            Narrow(session, group);
        var resters = session.All(
            "SELECT id, name FROM accounts WHERE CASE WHEN $1 THEN quota_group = $2 ELSE id = $3 END ORDER BY position",
            static row => (Id: row.GetString(0), Name: row.GetString(1)),
            resting.Group,
            group,
            account);
        foreach (var rester in resters)
        {
            TellRuns(session, rester.Id, now, new LaneRests(
                rester.Id,
                rester.Name,
                where.Length == 0 ? null : where,
                until is { } end ? DateTimeOffset.FromUnixTimeMilliseconds(end) : null,
                resting.Trouble));
        }
    }

    /// <summary>A take that was thought to be settled goes on: so does its run, for as long as somebody waits for it.</summary>
    private static void ReopenIfFinished(SqliteSession session, string run) => session.Run(
        """
        UPDATE runs SET state = CASE WHEN EXISTS (SELECT 1 FROM attendants WHERE run = $1) THEN 'filming' ELSE 'paused' END
        WHERE id = $1 AND state = 'finished'
        """,
        run);

    private static void FinishIfSettled(SqliteSession session, string run, long now)
    {
        var goesOn = session.Number(
            """
            SELECT EXISTS (SELECT 1 FROM takes WHERE run = $1 AND state = 'queued') OR EXISTS (
              SELECT 1 FROM takes INDEXED BY takes_in_work WHERE run = $1 AND state IN ('submitting', 'generating', 'downloading', 'upscaling'))
            """,
            run);
        if (goesOn == 1
            || session.Run("UPDATE runs SET state = 'finished' WHERE id = $1 AND state IN ('filming', 'paused')", run) == 0)
            return;
        var (ready, missing) = session.One(
            "SELECT SUM(state = 'ready'), SUM(state <> 'ready') FROM takes WHERE run = $1",
            static row => (row.GetInt32(0), row.GetInt32(1)),
            run);
        session.Run("DELETE FROM passes WHERE take IN (SELECT id FROM takes WHERE run = $1)", run);
        Append(session, run, now, new RunFinished(ready, missing));
    }

    /// <summary>A take before a change, with its attempt.</summary>
    private sealed record Before(TakeState State, string? Attempt, string Run, string? Account, string Model, AttemptState AttemptState);
}
