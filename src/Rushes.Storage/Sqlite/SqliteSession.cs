using Microsoft.Data.Sqlite;

namespace Rushes.Storage.Sqlite;

/// <summary>
/// One connection with its statements prepared once and kept. Placeholders are <c>$1</c>, <c>$2</c>... in the order of the values. Not for two
/// threads at once.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private static readonly string[] Places = [.. Enumerable.Range(1, 24).Select(place => FormattableString.Invariant($"${place}"))];
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

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
        Script("PRAGMA busy_timeout = 15000; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;");
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
        using var reader = Bound(sql, values).ExecuteReader();
        return reader.RecordsAffected;
    }

    public T? One<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    public List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Bound(sql, values).ExecuteReader();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>The first column of the first row; null when there is no row, or nothing in it.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(sql, values).ExecuteReader();
        return reader.Read() && !reader.IsDBNull(0) ? reader.GetInt64(0) : null;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = Places[i] });
            command.Prepare();
            _prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
