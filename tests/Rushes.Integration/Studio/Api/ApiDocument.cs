using System.Text.Json.Nodes;

namespace Rushes.Integration.Studio.Api;

/// <summary>What <c>/openapi/v1.json</c> says: which operations there are, and what their requests and answers look like.</summary>
public sealed class ApiDocument(JsonNode page)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    public static async Task<ApiDocument> ReadAsync(HttpClient client)
    {
        var page = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
        Assert.StartsWith("3.1", (string?)page["openapi"], StringComparison.Ordinal);
        return new ApiDocument(page);
    }

    public IReadOnlyList<ApiOperation> Operations { get; } =
    [
        .. from path in page["paths"]!.AsObject()
           from method in path.Value!.AsObject().Where(entry => Methods.Contains(entry.Key))
           select new ApiOperation((string)method.Value!["operationId"]!, new HttpMethod(method.Key.ToUpperInvariant()), path.Key, method.Value!),
    ];

    public ApiOperation this[string id] => Operations.Single(operation => operation.Id == id);

    /// <summary>Every way in which a value is not what a schema says.</summary>
    public IEnumerable<string> Faults(JsonNode? schema, JsonNode? value, string place)
    {
        if (schema is not JsonObject rule)
            return [];
        if (rule["$ref"] is { } reference)
            return Faults(Named((string)reference!), value, place);
        if ((rule["oneOf"] ?? rule["anyOf"]) is JsonArray choices)
            return choices.Any(choice => !Faults(choice, value, place).Any()) ? [] : [$"{place}: none of the choices"];
        return [.. KindFaults(rule, value, place), .. ObjectFaults(rule, value as JsonObject, place), .. ItemFaults(rule, value as JsonArray, place)];
    }

    private static IEnumerable<string> KindFaults(JsonObject rule, JsonNode? value, string place)
    {
        var kinds = rule["type"] switch { JsonArray list => list.Select(kind => (string)kind!).ToList(), { } one => [(string)one!], null => [] };
        if (kinds.Count > 0 && !kinds.Contains(KindOf(value)) && !(KindOf(value) == "integer" && kinds.Contains("number")))
            yield return $"{place}: {KindOf(value)} where {string.Join('|', kinds)} is asked for";
        if (rule["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)))
            yield return $"{place}: {value} is none of {words.ToJsonString()}";
    }

    private IEnumerable<string> ObjectFaults(JsonObject rule, JsonObject? value, string place)
    {
        if (value is null)
            yield break;
        foreach (var name in (rule["required"] as JsonArray ?? []).Select(name => (string)name!).Where(name => !value.ContainsKey(name)))
            yield return $"{place}.{name} is missing";
        if (rule["properties"] is not JsonObject properties)
            yield break;
        foreach (var (name, part) in value)
        {
            if (!properties.ContainsKey(name))
                yield return $"{place}.{name} is not described";
            foreach (var fault in Faults(properties[name], part, $"{place}.{name}"))
                yield return fault;
        }
    }

    private IEnumerable<string> ItemFaults(JsonObject rule, JsonArray? value, string place) =>
        (value ?? []).SelectMany((item, index) => Faults(rule["items"], item, $"{place}[{index}]"));

    private JsonNode Named(string reference) => reference.Split('/').Skip(1).Aggregate(page, (node, step) => node[step]!);

    private static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.Object => "object",
        _ => value.ToJsonString().IndexOfAny(['.', 'e', 'E']) < 0 ? "integer" : "number",
    };
}
