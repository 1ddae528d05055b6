using System.Globalization;
using System.Text.Json;
using Rushes.Film.Takes;

namespace Rushes.Storage.Sqlite;

/// <summary>How values look in the columns of the books.</summary>
internal static class Columns
{
    public static string? Text(this SqliteRow row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset Time(this SqliteRow row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? TimeOrNull(this SqliteRow row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    /// <summary>The model; the empty word stands for none.</summary>
    public static string? Model(this SqliteRow row, int column) => row.GetString(column) is { Length: > 0 } model ? model : null;

    public static Trouble? Trouble(this SqliteRow row, int code, int words) =>
        row.IsDBNull(code) ? null : new(row.GetString(code), row.Text(words));

    public static Cost? Cost(this SqliteRow row, int amount, int currency) =>
        row.IsDBNull(amount) ? null : new(decimal.Parse(row.GetString(amount), CultureInfo.InvariantCulture), row.GetString(currency));

    public static string? Amount(Cost? cost) => cost?.Amount.ToString(CultureInfo.InvariantCulture);

    public static IReadOnlyList<string> Names(this SqliteRow row, int column) =>
        JsonSerializer.Deserialize<List<string>>(row.GetString(column)) ?? [];

    public static string Names(IReadOnlyList<string> names) => JsonSerializer.Serialize(names);
}
