using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Watching;
using Rushes.Film.Takes;

namespace Rushes.Storage.Sqlite;

public sealed partial class SqliteStudioStore
{
    public Task<Recorded> RecordOperationAsync(string attempt, string operation, CancellationToken cancellation) =>
        WriteAsync(cancellation, session =>
        {
            var now = Now;
            var known = session.One(
                """
                SELECT a.state, a.operation, t.id, t.state, t.attempt, t.run, t.scene, t.take, a.account, COALESCE(c.name, a.account), a.purpose
                FROM attempts a JOIN takes t ON t.id = a.take LEFT JOIN accounts c ON c.id = a.account WHERE a.id = $1
                """,
                static row => new KnownAttempt(
                    StateWords.Attempt(row.GetString(0)),
                    row.Text(1),
                    row.GetInt64(2),
                    StateWords.Take(row.GetString(3)),
                    row.Text(4),
                    row.GetString(5),
                    row.GetInt32(6),
                    row.GetInt32(7),
                    row.GetString(8),
                    row.GetString(9),
                    row.GetString(10) == "upscale"),
                attempt) ?? throw new InvalidOperationException($"There is no attempt {attempt}.");
            if (known.Operation == operation)
                return known.TakeState == TakeState.Cancelled && !known.Upscale ? Recorded.Kept : Recorded.Generating;
            return known.Operation is null && known.State is AttemptState.Intent or AttemptState.Unknown
                ? Adopt(session, attempt, operation, known, now)
                : KeepOrphan(session, attempt, operation, known, now);
        });

    public Task StoppedAsync(string attempt, bool stopped, CancellationToken cancellation) =>
        WriteAsync(cancellation, session =>
        {
            if (session.Run("UPDATE attempts SET stop = 0 WHERE id = $1 AND stop = 1", attempt) == 0 && !stopped)
                return 0;
            if (!stopped || session.Run("UPDATE attempts SET state = 'written_off', code = 'cancelled' WHERE id = $1 AND state = 'submitted'", attempt) == 0)
                return 0;

            // A take that was resumed meanwhile lost its operation after all: it is queued again.
            session.QueueChanged = true;
            return session.Run("UPDATE takes SET state = 'queued' WHERE attempt = $1 AND state = 'generating'", attempt);
        });

    private static Recorded Adopt(SqliteSession session, string attempt, string operation, KnownAttempt known, long now)
    {
        session.Run(
            "UPDATE attempts SET state = 'submitted', operation = $2, accepted_at = $3, code = NULL, words = NULL WHERE id = $1",
            attempt,
            operation,
            now);
        if (known.Upscale)
            return Recorded.Generating;
        Append(session, known.Run, now, new TakeSubmitted(known.Scene, known.Number, known.Account, known.AccountName, operation));
        Widen(session, known.Account);
        if (known.TakeState == TakeState.Cancelled)
        {
            session.Run("UPDATE attempts SET stop = 1 WHERE id = $1", attempt);
            session.QueueChanged = true;
            return Recorded.Kept;
        }

        session.Run(
            "UPDATE takes SET state = 'generating', code = NULL, words = NULL WHERE id = $1 AND attempt = $2 AND state IN ('submitting', 'unknown')",
            known.Take,
            attempt);
        if (known.TakeState.IsSettled())
            ReopenIfFinished(session, known.Run);
        session.QueueChanged |= known.TakeState == TakeState.Unknown;
        return Recorded.Generating;
    }

    private static Recorded KeepOrphan(SqliteSession session, string attempt, string operation, KnownAttempt known, long now)
    {
        var added = session.Run(
            "INSERT INTO orphans (attempt, operation, recorded_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", attempt, operation, now);
        if (added == 1)
            Append(session, known.Run, now, new OperationOrphaned(known.Scene, known.Number, known.AccountName, operation));
        return Recorded.Orphan;
    }

    private sealed record KnownAttempt(
        AttemptState State,
        string? Operation,
        long Take,
        TakeState TakeState,
        string? TakeAttempt,
        string Run,
        int Scene,
        int Number,
        string Account,
        string AccountName,
        bool Upscale);
}
