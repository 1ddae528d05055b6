using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rushes.Storage.Sqlite;

/// <summary>
/// A statement, prepared once and run many times. ADO.NET's command looks every placeholder up by its name at each run, which is a good part of what a scene
/// costs when thousands are filmed.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _places;

    /// <param name="values">How many placeholders it may have: <c>$1</c>, <c>$2</c>...</param>
    public SqliteStatement(sqlite3 database, string sql, int values)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
        _places = [.. Enumerable.Range(1, values).Select(value => raw.sqlite3_bind_parameter_index(_statement, string.Create(CultureInfo.InvariantCulture, $"${value}")))];
    }

    /// <summary>Binds the values of one run, which lasts until it is disposed of; the next one begins after that.</summary>
    public Execution Begin(ReadOnlySpan<object?> values)
    {
        for (var value = 0; value < values.Length; value++)
        {
            if (_places[value] > 0)
                Check(Bind(_places[value], values[value]));
        }

        return new(this);
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        string text => raw.sqlite3_bind_text(_statement, place, text),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        bool yes => raw.sqlite3_bind_int64(_statement, place, yes ? 1 : 0),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new ArgumentException($"no column holds a {value.GetType()}", nameof(value)),
    };

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);

    internal readonly struct Execution(SqliteStatement owner) : IDisposable
    {
        /// <summary>The row it stands at.</summary>
        public SqliteRow Row => new(owner._statement);

        /// <summary>Rows that it changed.</summary>
        public int Changes => raw.sqlite3_changes(owner._database);

        /// <returns>False after the last row.</returns>
        public bool Step()
        {
            var result = raw.sqlite3_step(owner._statement);
            if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
                owner.Check(result);
            return result == raw.SQLITE_ROW;
        }

        /// <summary>What went wrong was thrown by the step.</summary>
        public void Dispose() => _ = raw.sqlite3_reset(owner._statement);
    }
}
