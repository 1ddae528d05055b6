using Microsoft.Data.Sqlite;

namespace Rushes.Storage.Sqlite;

/// <summary>
/// One connection with its statements prepared once and kept. Placeholders are <c>$1</c>, <c>$2</c>... in the order of the values. Not for two
/// threads at once.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteStatement> _prepared = new(new StatementText());

    public SqliteSession(string file, bool readOnly)
    {
        NativeSqlite.Load();
        _connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = file == ":memory:" ? SqliteOpenMode.Memory : readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ConnectionString);
        _connection.Open();

        // Milliseconds: as long as ADO.NET's commands wait.
        Script("PRAGMA busy_timeout = 30000; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;");
    }

    /// <summary>A change in this transaction made takes available, or cancelled them under a lane.</summary>
    public bool QueueChanged { get; set; }

    /// <summary>This transaction stored events.</summary>
    public bool EventsStored { get; set; }

    /// <summary>Runs several statements without values.</summary>
    public void Script(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <returns>The rows that were changed.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        using var run = Begin(sql, values);
        while (run.Step())
        {
            // Rows that nobody asked for.
        }

        return run.Changes;
    }

    public T? One<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<object?> values)
    {
        using var run = Begin(sql, values);
        return run.Step() ? read(run.Row) : default;
    }

    public List<T> All<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var run = Begin(sql, values);
        while (run.Step())
            rows.Add(read(run.Row));
        return rows;
    }

    /// <summary>The first column of the first row; null when there is no row, or nothing in it.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) =>
        One(sql, static row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0), values);

    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
            statement.Dispose();
        _connection.Dispose();
    }

    private SqliteStatement.Execution Begin(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var statement))
            _prepared.Add(sql, statement = new SqliteStatement(_connection.Handle!, sql, values.Length));
        return statement.Begin(values);
    }

    /// <summary>By length and end: hashing the whole of a statement that is looked up millions of times costs more than what it is looked up for.</summary>
    private sealed class StatementText : IEqualityComparer<string>
    {
        private const int End = 16;

        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string sql) => HashCode.Combine(sql.Length, string.GetHashCode(sql.AsSpan(Math.Max(0, sql.Length - End)), StringComparison.Ordinal));
    }
}
