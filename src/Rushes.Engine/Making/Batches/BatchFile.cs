using System.Text;
using System.Text.Json;
using Rushes.Film;

namespace Rushes.Engine.Making.Batches;

/// <summary>Reads a batch: a CSV file with a header (comma, semicolon or tab), or JSON Lines with an object a line.</summary>
public static class BatchFile
{
    public const int MostRows = 10_000;

    private static readonly char[] Separators = [',', ';', '\t'];

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Nothing = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <param name="file">Its ending tells the form: <c>.jsonl</c> (or <c>.ndjson</c>), anything else is CSV.</param>
    /// <param name="columns">The columns that a film may have.</param>
    /// <exception cref="MistakeException">The file has no rows, too many, or a header that nobody understands; a single bad row is kept as one.</exception>
    public static IReadOnlyList<BatchRow> Read(string text, string file, IReadOnlyCollection<string> columns)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(columns);
        var plain = text.TrimStart('\uFEFF');
        var rows = Path.GetExtension(file).ToLowerInvariant() is ".jsonl" or ".ndjson" ? Lines(plain, file, columns) : Table(plain, file, columns);
        return rows.Count switch
        {
            0 => throw Mistake.Input("cli.batch-empty", "batch", file).AsException(),
            > MostRows => throw Mistake.Input("cli.batch-long", "batch", file, rows.Count, MostRows).AsException(),
            _ => rows,
        };
    }

    private static List<BatchRow> Table(string text, string file, IReadOnlyCollection<string> columns)
    {
        var records = Records(text);
        if (records.Count == 0)
            return [];
        var header = records[0].Select(Column).ToList();
        foreach (var column in header.Where(column => column.Length > 0))
        {
            if (!columns.Contains(column))
                throw Unknown(column, file, columns).AsException();
            if (header.Count(other => other == column) > 1)
                throw Mistake.Input("cli.batch-column-twice", column, file, column).AsException();
        }

        var rows = new List<BatchRow>();
        for (var i = 1; i < records.Count; i++)
        {
            var cells = records[i];
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (cells.Count > header.Count && cells.Skip(header.Count).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                rows.Add(new(i + 1, Nothing, Mistake.Input("cli.batch-cells", "batch", cells.Count, header.Count)));
                continue;
            }

            var fields = header.Zip(cells).Where(pair => pair.First.Length > 0 && !string.IsNullOrWhiteSpace(pair.Second));
            rows.Add(new(i + 1, fields.ToDictionary(pair => pair.First, pair => (IReadOnlyList<string>)[pair.Second.Trim()], StringComparer.Ordinal)));
        }

        return rows;
    }

    private static List<BatchRow> Lines(string text, string file, IReadOnlyCollection<string> columns)
    {
        var rows = new List<BatchRow>();
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (!string.IsNullOrWhiteSpace(line))
                rows.Add(Line(line, index + 1, file, columns));
        }

        return rows;
    }

    private static BatchRow Line(string line, int number, string file, IReadOnlyCollection<string> columns)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new(number, Nothing, Mistake.Input("cli.batch-line", "batch", file));
            var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                var column = Column(property.Name);
                if (!columns.Contains(column))
                    return new(number, Nothing, Unknown(column, file, columns));
                if (Values(property.Value) is not { } values)
                    return new(number, Nothing, Mistake.Input("cli.batch-value", column, column));
                if (values.Count > 0)
                    fields[column] = values;
            }

            return new(number, fields);
        }
        catch (JsonException)
        {
            return new(number, Nothing, Mistake.Input("cli.batch-line", "batch", file));
        }
    }

    /// <summary>Null for what no option can hold.</summary>
    private static List<string>? Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? [text] : [],
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => [value.GetRawText()],
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => [.. value.EnumerateArray().Select(item => item.GetString()!)],
        _ => null,
    };

    private static string Column(string name) => name.Trim().TrimStart('-').Replace('_', '-').ToLowerInvariant();

    private static Mistake Unknown(string column, string file, IReadOnlyCollection<string> columns) =>
        Mistake.Input("cli.batch-column", column, file, column, string.Join(", ", columns.Order(StringComparer.Ordinal)));

    /// <summary>Cells as RFC 4180 writes them, also with the semicolon or tab that some spreadsheets use.</summary>
    private static List<List<string>> Records(string text)
    {
        var separator = Separator(text);
        var records = new List<List<string>>();
        var record = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (quoted)
            {
                if (letter != '"')
                    cell.Append(letter);
                else if (at + 1 < text.Length && text[at + 1] == '"')
                    cell.Append(text[++at]);
                else
                    quoted = false;
            }
            else if (letter == '"' && cell.ToString().Trim().Length == 0)
            {
                cell.Clear();
                quoted = true;
            }
            else if (letter == separator)
            {
                EndCell();
            }
            else if (letter is '\n' or '\r')
            {
                if (letter == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
                    at++;
                EndCell();
                records.Add(record);
                record = [];
            }
            else
            {
                cell.Append(letter);
            }
        }

        if (cell.Length > 0 || record.Count > 0)
        {
            EndCell();
            records.Add(record);
        }

        return records;

        void EndCell()
        {
            record.Add(cell.ToString());
            cell.Clear();
        }
    }

    /// <summary>The mark that parts the header most often.</summary>
    private static char Separator(string text)
    {
        var end = text.IndexOfAny(['\n', '\r']);
        var header = end < 0 ? text : text[..end];
        return Separators.MaxBy(mark => header.Count(letter => letter == mark));
    }
}
