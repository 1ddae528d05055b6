using Rushes.Engine.Shooting.Books;
using Rushes.Film.Accounts;
using Rushes.Film.Takes;

namespace Rushes.Storage.Sqlite;

public sealed partial class SqliteStudioStore
{
    private const string AccountColumns =
        "SELECT id, name, provider, project_id, enabled, base_url, own_group, quota_group, max_in_flight, submit_interval_ms, owner, requests_per_minute, poll_spacing_ms FROM accounts ";

    public Task<IReadOnlyList<AccountSheet>> AccountsAsync(CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<AccountSheet>>(cancellation, session =>
        {
            var sheets = session.All(AccountColumns + "ORDER BY position", ReadAccount);
            return [.. sheets.Select(sheet => sheet with { Rests = RestsOf(session, sheet.Account.Id, sheet.Group) })];
        });

    public Task SaveAccountAsync(Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        return WriteAsync(cancellation, session =>
        {
            session.QueueChanged = true;
            ForgetNarrowing(session, account.QuotaGroup ?? account.Id);
            return session.Run(
                """
                INSERT INTO accounts (id, name, provider, project_id, enabled, base_url, own_group, quota_group, max_in_flight, submit_interval_ms,
                  requests_per_minute, poll_spacing_ms)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                ON CONFLICT (id) DO UPDATE SET name = $2, provider = $3, project_id = $4, enabled = $5, base_url = $6, own_group = $7,
                  quota_group = $8, max_in_flight = $9, submit_interval_ms = $10, requests_per_minute = $11, poll_spacing_ms = $12
                """,
                account.Id,
                account.Name,
                account.Provider,
                account.ProjectId,
                account.Enabled,
                account.BaseUrl,
                account.QuotaGroup,
                account.QuotaGroup ?? account.Id,
                account.Limits.MaxInFlight,
                account.Limits.SubmitIntervalMs,
                account.Limits.RequestsPerMinute,
                account.Limits.PollSpacingMs);
        });
    }

    public Task<Removal> RemoveAccountAsync(string account, CancellationToken cancellation) =>
        WriteAsync(cancellation, session =>
        {
            if (session.Number("SELECT 1 FROM takes WHERE account = $1 AND state IN ('submitting', 'generating', 'downloading', 'upscaling') LIMIT 1", account) is not null)
                return Removal.InWork;
            session.Run("DELETE FROM rests WHERE holder = 'account:' || $1", account);
            session.Run("DELETE FROM secrets WHERE account = $1", account);
            session.Run("DELETE FROM speeds WHERE account = $1", account);
            return session.Run("DELETE FROM accounts WHERE id = $1", account) == 1 ? Removal.Removed : Removal.NotThere;
        });

    public Task SetAsideAsync(string account, Trouble trouble, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trouble);
        return WriteAsync(cancellation, session => session.Run(
            """
            INSERT INTO rests (holder, model, until, code, words, strikes) VALUES ('account:' || $1, '', NULL, $2, $3, 0)
            ON CONFLICT (holder, model) DO UPDATE SET until = NULL, code = $2, words = $3
            """,
            account,
            trouble.Code,
            trouble.Words));
    }

    public Task<IReadOnlyDictionary<string, AccountActivity>> ActivitiesAsync(CancellationToken cancellation) =>
        ReadAsync<IReadOnlyDictionary<string, AccountActivity>>(cancellation, session => session.All(
            """
            SELECT a.id,
              (SELECT count(*) FROM takes t WHERE t.account = a.id AND t.state IN ('submitting', 'generating', 'downloading', 'upscaling')),
              e.code, e.words, e.begun_at
            FROM accounts a LEFT JOIN attempts e ON e.number =
              (SELECT max(number) FROM attempts WHERE account = a.id AND code IS NOT NULL)
            """,
            static row => (Id: row.GetString(0), Activity: new AccountActivity(row.GetInt32(1), row.Trouble(2, 3), row.TimeOrNull(4))))
            .ToDictionary(pair => pair.Id, pair => pair.Activity, StringComparer.Ordinal));

    public Task WakeAccountAsync(string account, CancellationToken cancellation) =>
        WriteAsync(cancellation, session =>
        {
            session.QueueChanged = true;
            if (session.One("SELECT quota_group FROM accounts WHERE id = $1", static row => row.GetString(0), account) is { } group)
                ForgetNarrowing(session, group);
            return session.Run(
                """
                DELETE FROM rests
                WHERE holder IN (SELECT 'account:' || id FROM accounts WHERE id = $1 UNION SELECT 'group:' || quota_group FROM accounts WHERE id = $1)
                """,
                account);
        });

    private static AccountSheet? Sheet(SqliteSession session, string account)
    {
        var sheet = session.One(AccountColumns + "WHERE id = $1", ReadAccount, account);
        return sheet is null ? null : sheet with { Rests = RestsOf(session, account, sheet.Group) };
    }

    private static AccountSheet ReadAccount(SqliteRow row) => new(
        new Account
        {
            Id = row.GetString(0),
            Name = row.GetString(1),
            Provider = row.GetString(2),
            ProjectId = row.Text(3),
            Enabled = row.GetBoolean(4),
            BaseUrl = row.Text(5),
            QuotaGroup = row.Text(6),
            Limits = new()
            {
                MaxInFlight = row.GetInt32(8),
                SubmitIntervalMs = row.GetInt32(9),
                RequestsPerMinute = row.IsDBNull(11) ? null : row.GetInt32(11),
                PollSpacingMs = row.IsDBNull(12) ? null : row.GetInt32(12),
            },
        },
        row.GetString(7),
        [],
        row.Text(10));

    private static List<Rest> RestsOf(SqliteSession session, string account, string group) => session.All(
        "SELECT model, until, code, words, strikes FROM rests WHERE holder IN ('account:' || $1, 'group:' || $2)",
        static row => new Rest(row.Model(0), row.TimeOrNull(1), row.Trouble(2, 3)!, row.GetInt32(4)),
        account,
        group);
}
