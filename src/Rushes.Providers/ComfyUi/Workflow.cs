using System.Text.Json.Nodes;

namespace Rushes.Providers.ComfyUi;

/// <summary>
/// A workflow in ComfyUI's API format whose values may be named placeholders such as <c>{{prompt}}</c>. They are replaced in the parsed JSON, never in its
/// text: a prompt full of quotes stays a prompt. A value that is nothing but a placeholder takes its type too; within a longer text it becomes text.
/// </summary>
internal sealed class Workflow
{
    public const string Prompt = "prompt";
    public const string Negative = "negative";
    public const string Width = "width";
    public const string Height = "height";
    public const string Length = "length";
    public const string Fps = "fps";
    public const string Seconds = "seconds";
    public const string Seed = "seed";
    public const string FirstImage = "first_image";
    public const string LastImage = "last_image";
    public const string FilenamePrefix = "filename_prefix";

    private const string Opening = "{{";
    private const string Closing = "}}";
    private readonly JsonObject _nodes;

    /// <exception cref="FormatException">It is not in the API format.</exception>
    public Workflow(JsonObject nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        _nodes = nodes;
        if (nodes.ContainsKey("nodes") || nodes.Count == 0 || nodes.Any(node => ClassOf(node.Value) is null))
            throw new FormatException("It is not in the API format; in ComfyUI choose Export (API).");
    }

    /// <summary>The classes of its nodes, each once.</summary>
    public IReadOnlyList<string> Classes => [.. _nodes.Select(node => ClassOf(node.Value)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Its own texts: which input of which class says what. Links and placeholders are none.</summary>
    public IEnumerable<(string Class, string Input, string Value)> Texts =>
        from node in _nodes
        from input in InputsOf(node.Value)
        where input.Value is JsonValue
        let text = TextOf(input.Value)
        where text is not null && !text.Contains(Opening, StringComparison.Ordinal)
        select (ClassOf(node.Value)!, input.Key, text);

    /// <summary>The nodes that take the most time and tell their progress: those that denoise.</summary>
    public static IReadOnlyList<string> SamplersOf(JsonObject nodes) =>
        [.. nodes.Where(node => InputsOf(node.Value).Any(input => input.Key == "latent_image")).Select(node => node.Key)];

    /// <param name="values">By placeholder.</param>
    /// <returns>The nodes to be sent; or null with the placeholder that nothing is known for.</returns>
    public (JsonObject? Nodes, string? Unknown) Fill(IReadOnlyDictionary<string, JsonValue> values)
    {
        var nodes = _nodes.DeepClone().AsObject();
        string? unknown = null;
        foreach (var node in nodes)
        {
            if (node.Value?["inputs"] is not JsonObject inputs)
                continue;
            foreach (var (name, value) in inputs.ToList())
            {
                if (TextOf(value) is { } text && text.Contains(Opening, StringComparison.Ordinal))
                    inputs[name] = Replace(text, values, ref unknown);
            }
        }

        return unknown is null ? (nodes, null) : (null, unknown);
    }

    private static JsonNode? Replace(string text, IReadOnlyDictionary<string, JsonValue> values, ref string? unknown)
    {
        var filled = new System.Text.StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var start = text.IndexOf(Opening, at, StringComparison.Ordinal);
            var end = start < 0 ? -1 : text.IndexOf(Closing, start, StringComparison.Ordinal);
            if (end < 0)
            {
                filled.Append(text, at, text.Length - at);
                break;
            }

            var name = text[(start + Opening.Length)..end].Trim();
            if (!values.TryGetValue(name, out var value))
            {
                unknown ??= name;
                return null;
            }

            if (start == 0 && end + Closing.Length == text.Length)
                return value.DeepClone();
            filled.Append(text, at, start - at).Append(value);
            at = end + Closing.Length;
        }

        return JsonValue.Create(filled.ToString());
    }

    private static string? ClassOf(JsonNode? node) => node is JsonObject ? TextOf(node["class_type"]) : null;

    private static JsonObject InputsOf(JsonNode? node) => (node as JsonObject)?["inputs"] as JsonObject ?? [];

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
