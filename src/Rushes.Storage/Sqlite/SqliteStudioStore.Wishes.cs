using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;

namespace Rushes.Storage.Sqlite;

// What the user wants of a run: go on, stop, submit again, forget.
public sealed partial class SqliteStudioStore
{
    public Task<int?> ResumeAsync(string run, string attendant, CancellationToken cancellation) =>
        WriteAsync(cancellation, session =>
        {
            if (session.Number("SELECT 1 FROM runs WHERE id = $1", run) is null)
                return (int?)null;
            TakeUpAgain(session, run);
            var open = (int)session.Number(
                "SELECT COUNT(*) FROM takes WHERE run = $1 AND state IN ('queued', 'submitting', 'generating', 'downloading', 'upscaling')", run)!.Value;
            if (open > 0)
            {
                Reopen(session, run, attendant);
                Append(session, run, Now, new RunResumed(open));
            }

            FinishIfSettled(session, run, Now);
            return open;
        });

    public Task<int?> CancelAsync(string run, CancellationToken cancellation) =>
        WriteAsync(cancellation, session =>
        {
            if (session.Number("SELECT 1 FROM runs WHERE id = $1", run) is null)
                return (int?)null;
            var takes = session.All(
                "SELECT scene, take FROM takes WHERE run = $1 AND state IN ('queued', 'submitting', 'generating') ORDER BY position",
                static row => new TakeCancelled(row.GetInt32(0), row.GetInt32(1)),
                run);
            session.Run(
                """
                UPDATE attempts SET stop = 1
                WHERE state = 'submitted' AND id IN (SELECT attempt FROM takes WHERE run = $1 AND state = 'generating')
                """,
                run);
            session.Run("UPDATE takes SET state = 'cancelled' WHERE run = $1 AND state IN ('queued', 'submitting', 'generating')", run);
            session.Run("UPDATE runs SET state = 'cancelled' WHERE id = $1 AND state IN ('filming', 'paused')", run);
            session.QueueChanged = true;
            foreach (var take in takes)
                Append(session, run, Now, take);
            Append(session, run, Now, new RunCancelled(takes.Count));
            return takes.Count;
        });

    public Task AttendAsync(string run, string attendant, CancellationToken cancellation) =>
        WriteAsync(cancellation, session =>
        {
            Reopen(session, run, attendant);
            return true;
        });

    public Task LeaveAsync(string run, string attendant, CancellationToken cancellation) =>
        WriteAsync(cancellation, session =>
        {
            session.Run("DELETE FROM attendants WHERE run = $1 AND owner = $2", run, attendant);
            PauseUnattended(session, Now);
            return true;
        });

    public async Task PauseForsakenAsync(IPresence me, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(me);
        var owners = await ReadAsync(cancellation, session => session.All("SELECT DISTINCT owner FROM attendants", static row => row.GetString(0)));
        var gone = owners.FindAll(owner => owner != me.Name && me.IsGone(owner));
        if (gone.Count == 0)
            return;
        await WriteAsync(cancellation, session =>
        {
            foreach (var owner in gone)
                session.Run("DELETE FROM attendants WHERE owner = $1", owner);
            PauseUnattended(session, Now);
            return true;
        });
    }

    public Task<bool> SubmitAgainAsync(long take, string attendant, CancellationToken cancellation) =>
        WriteAsync(cancellation, session =>
        {
            var unknown = session.One(
                "SELECT run, attempt FROM takes WHERE id = $1 AND state = 'unknown'",
                static row => (Run: row.GetString(0), Attempt: row.GetString(1)),
                take);
            if (unknown.Run is null)
                return false;
            session.Run("UPDATE attempts SET state = 'written_off' WHERE id = $1", unknown.Attempt);
            session.Run(
                "UPDATE takes SET state = 'queued', code = NULL, words = NULL, failures = 0, refusals = 0, uploads = 0 WHERE id = $1", take);
            Reopen(session, unknown.Run, attendant);
            Append(session, unknown.Run, Now, new RunResumed(1));
            return true;
        });

    public Task MarkCutAsync(string run, string? film, CancellationToken cancellation) =>
        WriteAsync(cancellation, session => session.Run("UPDATE runs SET film = $2 WHERE id = $1", run, film));

    public Task<bool> ForgetProjectAsync(string project, CancellationToken cancellation) =>
        WriteAsync(cancellation, session =>
        {
            var id = session.Number("SELECT id FROM projects WHERE folder = $1", project);
            if (id is null)
                return true;
            if (session.Number(
                """
                SELECT 1 FROM takes t JOIN accounts c ON c.id = t.account
                WHERE t.project = $1 AND t.state IN ('submitting', 'generating', 'downloading', 'upscaling') AND c.owner IS NOT NULL
                """,
                id) is not null)
                return false;
            session.Run("DELETE FROM orphans WHERE attempt IN (SELECT a.id FROM attempts a JOIN takes t ON t.id = a.take WHERE t.project = $1)", id);
            session.Run("DELETE FROM attempts WHERE take IN (SELECT id FROM takes WHERE project = $1)", id);
            session.Run("DELETE FROM passes WHERE take IN (SELECT id FROM takes WHERE project = $1)", id);
            session.Run("DELETE FROM orders WHERE take IN (SELECT id FROM takes WHERE project = $1)", id);
            session.Run("DELETE FROM takes WHERE project = $1", id);
            session.Run("DELETE FROM events WHERE run IN (SELECT id FROM runs WHERE project = $1)", id);
            session.Run("DELETE FROM attendants WHERE run IN (SELECT id FROM runs WHERE project = $1)", id);
            session.Run("DELETE FROM runs WHERE project = $1", id);
            session.Run("DELETE FROM projects WHERE id = $1", id);
            return true;
        });

    private static void TakeUpAgain(SqliteSession session, string run)
    {
        // What was accepted goes on where it stands.
        session.Run(
            "UPDATE attempts SET stop = 0 WHERE stop = 1 AND id IN (SELECT attempt FROM takes WHERE run = $1)", run);
        session.Run(
            """
            UPDATE takes SET state = 'generating', code = NULL, words = NULL
            WHERE run = $1 AND state = 'cancelled' AND attempt IN (SELECT id FROM attempts WHERE state = 'submitted')
            """,
            run);
        session.Run(
            """
            UPDATE takes SET state = 'downloading', code = NULL, words = NULL
            WHERE run = $1 AND state = 'failed' AND attempt IN (SELECT id FROM attempts WHERE state = 'done')
            """,
            run);

        // Cancelled while the answer was out, and it never came: nobody knows.
        session.Run(
            """
            UPDATE takes SET state = 'unknown', code = 'lost', words = NULL
            WHERE run = $1 AND state = 'cancelled' AND attempt IN (SELECT id FROM attempts WHERE state IN ('intent', 'unknown'))
            """,
            run);
        session.Run(
            "UPDATE attempts SET state = 'unknown' WHERE state = 'intent' AND id IN (SELECT attempt FROM takes WHERE run = $1 AND state = 'unknown')", run);

        // The rest is queued anew, and everything open has all its tries again: what went wrong before the user came back is over.
        session.Run(
            """
            UPDATE takes SET state = 'queued', code = NULL, words = NULL
            WHERE run = $1 AND (state = 'cancelled' OR (state = 'failed' AND code IS NOT 'bad-request'))
            """,
            run);
        session.Run(
            "UPDATE takes SET failures = 0, refusals = 0, uploads = 0 WHERE run = $1 AND state IN ('queued', 'submitting', 'generating')", run);

        // Resuming is the user's word that a quota without a reset time is there again.
        session.Run("DELETE FROM rests WHERE until IS NULL AND code = 'quota-gone'");
        session.QueueChanged = true;
    }

    private static void Reopen(SqliteSession session, string run, string attendant)
    {
        session.Run("INSERT INTO attendants (run, owner) VALUES ($1, $2) ON CONFLICT DO NOTHING", run, attendant);
        session.Run("UPDATE runs SET state = 'filming' WHERE id = $1", run);
        session.QueueChanged = true;
    }

    private static void PauseUnattended(SqliteSession session, long now)
    {
        var paused = session.All(
            """
            UPDATE runs SET state = 'paused' WHERE state = 'filming' AND NOT EXISTS (SELECT 1 FROM attendants WHERE run = runs.id) RETURNING id
            """,
            static row => row.GetString(0));
        foreach (var run in paused)
            Append(session, run, now, new RunPaused());
    }
}
