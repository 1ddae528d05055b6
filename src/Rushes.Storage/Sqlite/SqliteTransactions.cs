using Microsoft.Data.Sqlite;

namespace Rushes.Storage.Sqlite;

internal static class SqliteTransactions
{
    /// <summary>Does the work in one transaction; on a failure nothing of it happened, and the failure is returned.</summary>
    public static Exception? Try<TState>(SqliteSession session, TState state, Action<SqliteSession, TState> work)
    {
        session.QueueChanged = session.EventsStored = false;
        try
        {
            session.Run("BEGIN IMMEDIATE");
            work(session, state);
            session.Run("COMMIT");
            return null;
        }
        catch (Exception problem)
        {
            Undo(session);
            return problem;
        }
    }

    private static void Undo(SqliteSession session)
    {
        try
        {
            session.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // It had not begun, or SQLite rolled it back by itself.
        }
    }
}
