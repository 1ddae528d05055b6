using System.Globalization;
using System.Text.Json;

namespace Rushes.Film.Scripts;

/// <summary>
/// The fields of one JSON object, taken one by one; what was not taken is kept as it is. Knows where it stands, so that a mistake names the field.
/// </summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _left = new(StringComparer.Ordinal);
    private readonly string _file;
    private readonly string _path;

    public JsonFields(JsonElement element, string file, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Mistake.Input("script.wrong-type", file, file, path.Length == 0 ? "$" : path, "{...}").AsException();
        _file = file;
        _path = path;
        foreach (var property in element.EnumerateObject())
            _left[property.Name] = property.Value;
    }

    public string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    public bool Has(string name) => _left.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public JsonElement? Take(string name)
    {
        if (!_left.Remove(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value;
    }

    /// <summary>An object; anything else of this name stays where it is.</summary>
    public JsonElement? TakeObject(string name) =>
        _left.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Object ? Take(name) : null;

    /// <summary>A text; a number or truth value is read as it is written.</summary>
    public string? Text(string name) => Take(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } plain => plain.GetRawText(),
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            string.Join(", ", list.EnumerateArray().Select(item => item.GetString())),
        _ => throw Wrong(name, "\"...\""),
    };

    /// <summary>A number; <c>"8"</c> and <c>"8 s"</c> are read too.</summary>
    public double? Number(string name)
    {
        var value = Take(name);
        switch (value)
        {
            case null:
                return null;
            case { ValueKind: JsonValueKind.Number } number:
                return number.GetDouble();
            case { ValueKind: JsonValueKind.String } text:
                var digits = text.GetString()!.Trim().TrimEnd('s', 'S', ' ');
                if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var read))
                    return read;
                break;
        }

        throw Wrong(name, "8");
    }

    /// <summary>Texts of a list; one text with commas counts as a list, an object as its <c>name</c>.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        switch (Take(name))
        {
            case null:
                return [];
            case { ValueKind: JsonValueKind.String } one:
                return one.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            case { ValueKind: JsonValueKind.Array } list:
                return [.. list.EnumerateArray().Select(item => TextOf(name, item)).Where(text => text.Length > 0)];
            default:
                throw Wrong(name, "[\"...\"]");
        }
    }

    /// <summary>The objects of a list, each with its place in the file; a single object counts as a list of one.</summary>
    public IReadOnlyList<(JsonElement Element, string Path)> Items(string name)
    {
        return Take(name) switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select((item, index) => (item, PathOf($"{name}[{index + 1}]")))],
            { ValueKind: JsonValueKind.Object } one => [(one, PathOf(name))],
            _ => throw Wrong(name, "[{...}]"),
        };
    }

    public IReadOnlyDictionary<string, string> Map(string name)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Take(name) is not { } value)
            return map;
        if (value.ValueKind != JsonValueKind.Object)
            throw Wrong(name, "{...}");
        foreach (var property in value.EnumerateObject())
            map[property.Name] = TextOf(name, property.Value);
        return map;
    }

    /// <summary>Everything that nobody took.</summary>
    public IReadOnlyDictionary<string, JsonElement> Rest() =>
        _left.Count == 0 ? Script.Nothing : _left.ToDictionary(pair => pair.Key, pair => pair.Value.Clone(), StringComparer.Ordinal);

    private string TextOf(string name, JsonElement item) => item switch
    {
        { ValueKind: JsonValueKind.String } => item.GetString()!,
        { ValueKind: JsonValueKind.Object } when item.TryGetProperty("name", out var inner) && inner.ValueKind == JsonValueKind.String => inner.GetString()!,
        { ValueKind: JsonValueKind.Number } => item.GetRawText(),
        { ValueKind: JsonValueKind.Null } => "",
        _ => throw Wrong(name, "\"...\""),
    };

    private MistakeException Wrong(string name, string expected) =>
        Mistake.Input("script.wrong-type", PathOf(name), _file, PathOf(name), expected).AsException();
}
