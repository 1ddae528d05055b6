using Rushes.Engine.Shooting.Books;

namespace Rushes.Storage.Sqlite;

// The limits of quota groups: pace, requests a minute, and how many slots a group bears.
public sealed partial class SqliteStudioStore
{
    private const long Minute = 60_000;

    /// <summary>Submissions that a narrowed group must accept, for each of its slots, before it is given one more; twice as many after each throttling.</summary>
    private const int AcceptedForOneMore = 4;

    /// <summary>How long the group's pace keeps it from submitting; null when it may.</summary>
    private static TimeSpan? WaitFor(SqliteSession session, Gate group, long now)
    {
        var open = group.NextSubmitAt;
        if (group.PerMinute is { } most)
        {
            // The oldest of the last so many submissions must be a minute ago.
            var oldest = session.Number(
                "SELECT at FROM requests WHERE quota_group = $1 AND at > $2 ORDER BY at DESC LIMIT 1 OFFSET $3", group.Group, now - Minute, most - 1);
            open = Math.Max(open, oldest + Minute ?? 0);
        }

        return open > now ? TimeSpan.FromMilliseconds(open - now) : null;
    }

    /// <summary>A submission of the group is about to be made.</summary>
    private void PassGate(SqliteSession session, Gate group)
    {
        var now = NowOrLater;
        if (group.Interval > 0)
        {
            session.Run(
                "INSERT INTO quota_groups (id, next_submit_at) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET next_submit_at = $2",
                group.Group,
                now + group.Interval);
        }

        if (group.PerMinute is null)
            return;
        session.Run("DELETE FROM requests WHERE quota_group = $1 AND at <= $2", group.Group, now - Minute);
        session.Run("INSERT INTO requests (quota_group, at) VALUES ($1, $2)", group.Group, now);
    }

    /// <summary>The group was throttled: it evidently bears what it is filming now, or else half of what it was thought to.</summary>
    private static void Narrow(SqliteSession session, string group)
    {
        var (slots, filming) = session.One(
            """
            SELECT COALESCE((SELECT slots FROM quota_groups WHERE id = $1), MAX(max_in_flight)),
              (SELECT COUNT(*) FROM takes WHERE account IN (SELECT id FROM accounts WHERE quota_group = $1) AND state = 'generating')
            FROM accounts WHERE quota_group = $1
            """,
            static row => (row.GetInt32(0), row.GetInt32(1)),
            group);
        session.Run(
            """
            INSERT INTO quota_groups (id, next_submit_at, slots, throttles) VALUES ($1, 0, $2, 1)
            ON CONFLICT (id) DO UPDATE SET slots = $2, accepted = 0, throttles = throttles + 1
            """,
            group,
            filming > 0 && filming < slots ? filming : Math.Max(1, slots / 2));
    }

    /// <summary>The account accepted a submission: a group that was narrowed earns its slots back, ever more slowly the oftener it throttled.</summary>
    private static void Widen(SqliteSession session, string account) => session.Run(
        """
        UPDATE quota_groups SET
          accepted = CASE WHEN accepted + 1 >= slots * $2 * (1 << MIN(throttles, 5)) THEN 0 ELSE accepted + 1 END,
          slots = slots + (accepted + 1 >= slots * $2 * (1 << MIN(throttles, 5)))
        WHERE id = (SELECT quota_group FROM accounts WHERE id = $1) AND slots IS NOT NULL
        """,
        account,
        AcceptedForOneMore);

    private static void ForgetNarrowing(SqliteSession session, string group) =>
        session.Run("UPDATE quota_groups SET slots = NULL, accepted = 0, throttles = 0 WHERE id = $1 AND slots IS NOT NULL", group);
}
