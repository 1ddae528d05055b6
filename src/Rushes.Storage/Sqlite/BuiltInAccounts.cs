namespace Rushes.Storage.Sqlite;

/// <summary>The account that every home has: this machine, which films animatics for nothing.</summary>
internal static class BuiltInAccounts
{
    public const string ThisMachine = "this-machine";

    public static void Enter(SqliteSession session)
    {
        if (session.Number("SELECT 1 FROM accounts WHERE id = $1", ThisMachine) is not null)
            return;
        session.Run(
            """
            INSERT INTO accounts (id, name, provider, quota_group, max_in_flight, submit_interval_ms)
            VALUES ($1, 'this machine', 'animatic', $1, $2, 0) ON CONFLICT (id) DO NOTHING
            """,
            ThisMachine,
            Math.Max(1, Environment.ProcessorCount / 2));
    }
}
