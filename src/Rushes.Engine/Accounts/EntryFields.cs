using System.Text.Json;
using Rushes.Film;

namespace Rushes.Engine.Accounts;

/// <summary>The fields of one entry of a file of accounts. What is wrong with one becomes a mistake that names entry and field.</summary>
internal sealed class EntryFields
{
    private readonly JsonElement _element;
    private readonly int _number;
    private readonly string _path;
    private readonly string _within;
    private readonly string _name;

    public EntryFields(JsonElement element, int number, string path)
        : this(element, number, path, "", "?")
    {
    }

    private EntryFields(JsonElement element, int number, string path, string within, string name)
    {
        (_element, _number, _path, _within, _name) = (element, number, path, within, name);
        if (element.ValueKind != JsonValueKind.Object)
            throw within.Length == 0
                ? Mistake.Input("accounts.entry-no-object", path, number).AsException()
                : Wrong("accounts.entry-type", "", "{...}");
        if (within.Length == 0 && element.TryGetProperty("name", out var given) && given.ValueKind == JsonValueKind.String)
            _name = given.GetString()!;
    }

    public IEnumerable<string> Names => _element.EnumerateObject().Select(property => property.Name);

    public string? Text(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw Wrong("accounts.entry-type", field, "\"...\""),
    };

    /// <summary>A text that a null or an empty text takes back.</summary>
    public string? Reset(string field) =>
        _element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Null ? "" : Text(field);

    public bool? Truth(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True or JsonValueKind.False } value => value.GetBoolean(),
        _ => throw Wrong("accounts.entry-type", field, "true, false"),
    };

    public int? Whole(string field, int least, int most)
    {
        if (Find(field) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number) || number < least || number > most)
            throw Wrong("accounts.entry-range", field, least, most);
        return number;
    }

    /// <summary>A list of tokens; the mistake never shows one.</summary>
    public IReadOnlyList<string>? Tokens(string field)
    {
        if (Find(field) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
            throw Wrong("accounts.entry-type", field, "[\"...\"]");
        var tokens = value.EnumerateArray().Select(item => TokenText.Clean(item.GetString()!)).ToList();
        var place = tokens.IndexOf(null);
        return place < 0 ? [.. tokens.OfType<string>().Distinct(StringComparer.Ordinal)] : throw Wrong("accounts.entry-token", $"{field}[{place + 1}]");
    }

    /// <summary>A JSON document, as an object or as its text.</summary>
    public string? Document(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } whole => whole.GetRawText(),
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw Wrong("accounts.entry-type", field, "{...}"),
    };

    public EntryFields? Inner(string field) => Find(field) is { } value ? new(value, _number, _path, field, _name) : null;

    public MistakeException Wrong(string code, string field, params object[] details)
    {
        var whole = string.Join('.', new[] { _within, field }.Where(part => part.Length > 0));
        return Mistake.Input(code, $"{_path}.{whole}", [_number, _name, whole, .. details]).AsException();
    }

    private JsonElement? Find(string field) => _element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
