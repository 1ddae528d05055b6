using Rushes.Engine.Watching;

namespace Rushes.Storage.Sqlite;

public sealed partial class SqliteStudioStore
{
    public Task<IReadOnlyList<RecordedEvent>> EventsAsync(string run, long after, int most, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<RecordedEvent>>(cancellation, session => session.All(
            "SELECT run, seq, at, body FROM events WHERE run = $1 AND seq > $2 ORDER BY seq LIMIT $3",
            static row => new RecordedEvent(row.GetString(0), row.GetInt64(1), row.Time(2), EventJson.Read(row.GetString(3))),
            run,
            after,
            most));

    public Task NoteAsync(string run, StudioEvent happening, CancellationToken cancellation) =>
        WriteAsync(cancellation, session => Append(session, run, Now, happening));

    public Task NoteLaneAsync(string account, StudioEvent happening, CancellationToken cancellation) =>
        WriteAsync(cancellation, session =>
        {
            TellRuns(session, account, Now, happening);
            return true;
        });

    /// <summary>The next event of a run, in the caller's transaction; false when there is no such run.</summary>
    private static bool Append(SqliteSession session, string run, long now, StudioEvent happening)
    {
        var stored = session.Run(
            """
            INSERT INTO events (run, seq, at, body)
            SELECT id, COALESCE((SELECT MAX(seq) FROM events WHERE run = $1), 0) + 1, $2, $3 FROM runs WHERE id = $1
            """,
            run,
            now,
            EventJson.Write(happening));
        session.EventsStored |= stored == 1;
        return stored == 1;
    }

    /// <summary>Tells every run that the account may film for, or has takes of in work.</summary>
    private static void TellRuns(SqliteSession session, string account, long now, StudioEvent happening)
    {
        var runs = session.All(
            """
            SELECT r.id FROM runs r, accounts a
            WHERE a.id = $1 AND r.state = 'filming'
              AND a.provider IN (SELECT value FROM json_each(r.providers))
              AND (r.accounts = '[]' OR a.id IN (SELECT value FROM json_each(r.accounts)))
            UNION
            SELECT run FROM takes WHERE account = $1 AND state IN ('submitting', 'generating', 'downloading', 'upscaling')
            """,
            static row => row.GetString(0),
            account);
        foreach (var run in runs)
            Append(session, run, now, happening);
    }
}
