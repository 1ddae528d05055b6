using Rushes.Engine.Shooting.Books;

namespace Rushes.Storage.Sqlite;

// The tail of a run: a slow lane leaves the last takes to lanes that would have filmed them sooner.
public sealed partial class SqliteStudioStore
{
    /// <summary>A lane is clearly quicker when it takes less than this share of another one's time; lanes as quick as each other never wait for each other.</summary>
    private const double ClearlyQuicker = 0.8;

    /// <summary>Milliseconds: a lane looks again after a second, so what takes less is sooner filmed than left.</summary>
    private const long WorthLeaving = 1000;

    /// <summary>An operation that is overdue is thought to go on for this share of its age.</summary>
    private const double Overtime = 0.25;

    /// <summary>Whether the quicker lanes will have filmed everything that is queued before this one could film one take.</summary>
    private static bool IsBetterElsewhere(SqliteSession session, Lane lane, Gate own, Next next, long now)
    {
        if (next.OnlyAccount is not null
            || session.Number("SELECT expected_ms FROM speeds WHERE account = $1 AND model = $2", lane.Account, next.Model) is not { } expected
            || expected < WorthLeaving
            || !(session.Number("SELECT MIN(expected_ms) FROM speeds WHERE model = $1", next.Model) < expected * ClearlyQuicker))
            return false;
        var end = now + expected;
        var room = Quicker(session, lane, own, next, (long)(expected * ClearlyQuicker), now).Sum(group => RoomUntil(session, group, end, now));
        return room > 0 && session.Number(
            """
            SELECT COUNT(*) FROM (
              SELECT 1 FROM takes WHERE state = 'queued' AND run IN (SELECT id FROM runs WHERE state = 'filming') LIMIT $1)
            """,
            room + 1)!.Value <= room;
    }

    /// <summary>The groups whose lanes are at work, could film the take and are clearly quicker; a group is as quick as its quickest lane.</summary>
    private static IEnumerable<QuickGroup> Quicker(SqliteSession session, Lane lane, Gate own, Next next, long under, long now) => session.All(
        """
        SELECT a.quota_group, MIN(s.expected_ms), MAX(a.submit_interval_ms), MIN(MAX(a.max_in_flight), COALESCE(MAX(g.slots), 1000000)),
          COALESCE(MAX(g.next_submit_at), 0)
        FROM speeds s JOIN accounts a ON a.id = s.account JOIN runs r ON r.id = $1 LEFT JOIN quota_groups g ON g.id = a.quota_group
        WHERE s.model = $2 AND s.expected_ms < $3 AND a.id <> $4 AND a.quota_group <> $5 AND a.enabled = 1 AND a.lease_until > $6
          AND a.provider IN (SELECT value FROM json_each(r.providers))
          AND (r.accounts = '[]' OR a.id IN (SELECT value FROM json_each(r.accounts)))
          AND NOT EXISTS (SELECT 1 FROM passes p WHERE p.take = $7 AND p.account = a.id)
          AND NOT EXISTS (
            SELECT 1 FROM rests WHERE holder IN ('account:' || a.id, 'group:' || a.quota_group) AND model IN ('', $2) AND (until IS NULL OR until > $6))
        GROUP BY a.quota_group
        """,
        static row => new QuickGroup(row.GetString(0), Math.Max(1, row.GetInt64(1)), row.GetInt64(2), row.GetInt32(3), row.GetInt64(4)),
        next.Shot.Run,
        next.Model,
        under,
        lane.Account,
        own.Group,
        now,
        next.Shot.Id);

    /// <summary>Further takes that a group will have filmed before a moment, by its slots and by its pace.</summary>
    private static long RoomUntil(SqliteSession session, QuickGroup group, long end, long now)
    {
        var free = session.All(
            """
            SELECT x.begun_at FROM takes t JOIN attempts x ON x.id = t.attempt
            WHERE t.account IN (SELECT id FROM accounts WHERE quota_group = $1)
              AND t.state IN ('submitting', 'generating') AND t.state IN ('submitting', 'generating', 'downloading', 'upscaling')
            """,
            static row => row.GetInt64(0),
            group.Name)
            .ConvertAll(begun => Math.Max(begun + group.Expected, now + (long)((now - begun) * Overtime)));
        while (free.Count < group.Slots)
            free.Add(now);
        var bySlots = free.Sum(at => Math.Max(0, (end - 1 - at) / group.Expected));
        if (group.Interval == 0)
            return bySlots;
        var last = end - 1 - group.Expected - Math.Max(now, group.NextSubmitAt);
        return last < 0 ? 0 : Math.Min(bySlots, (last / group.Interval) + 1);
    }

    /// <summary>Notes how quick a lane is: what an operation took from its acceptance on, and what the take took from its intent on.</summary>
    private static void Learn(SqliteSession session, string attempt, TimeSpan took, long now)
    {
        session.Run("UPDATE attempts SET took_ms = $2 WHERE id = $1", attempt, (long)took.TotalMilliseconds);
        session.Run(
            """
            INSERT INTO speeds (account, model, expected_ms)
            SELECT account, model, $2 - begun_at FROM attempts WHERE id = $1
            ON CONFLICT (account, model) DO UPDATE SET expected_ms = (expected_ms * 2 + excluded.expected_ms) / 3
            """,
            attempt,
            now);
    }

    /// <param name="Expected">Milliseconds for a take, at least 1.</param>
    private sealed record QuickGroup(string Name, long Expected, long Interval, int Slots, long NextSubmitAt);
}
