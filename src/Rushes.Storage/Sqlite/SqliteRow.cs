using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rushes.Storage.Sqlite;

/// <summary>The row that a statement stands at; to be read before it moves on. Columns count from 0.</summary>
internal readonly struct SqliteRow(sqlite3_stmt statement)
{
    public bool IsDBNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long GetInt64(int column) => IsDBNull(column) ? throw Missing(column) : raw.sqlite3_column_int64(statement, column);

    public int GetInt32(int column) => checked((int)GetInt64(column));

    public bool GetBoolean(int column) => GetInt64(column) != 0;

    public string GetString(int column) => IsDBNull(column) ? throw Missing(column) : raw.sqlite3_column_text(statement, column).utf8_to_string();

    public byte[] GetBytes(int column) => IsDBNull(column) ? throw Missing(column) : raw.sqlite3_column_blob(statement, column).ToArray();

    private SqliteException Missing(int column) =>
        new($"no value in column {raw.sqlite3_column_name(statement, column).utf8_to_string()}", raw.SQLITE_MISMATCH);
}
