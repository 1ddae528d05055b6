using System.Text.Json;
using System.Text.Json.Nodes;
using Rushes.FakeProviders.Faults;

namespace Rushes.FakeProviders.LanguageModels;

/// <summary>Spoils a good answer in the ways of language models.</summary>
internal static class Misbehaviour
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Spoil(string text, LanguageQuestion question, FaultKind fault) => fault switch
    {
        FaultKind.Fences => $"Sure! Here is the script you asked for:\n\n```json\n{text}\n```\n\nLet me know if you want another version.",
        FaultKind.Prose => ScriptWriter.PhrasesFor(question).Prose,
        FaultKind.Empty => "",
        FaultKind.WrongLanguage => ScriptWriter.Write(question, otherLanguage: true),
        FaultKind.WrongTypes => OfJson(text, MistypeAll),
        FaultKind.TooFew => OfJson(text, node => Longest(node)?.RemoveAt(Longest(node)!.Count - 1)),
        FaultKind.TooManyScenes => OfJson(text, node => Longest(node)?.Add(Longest(node)![^1]?.DeepClone())),
        FaultKind.Greeting => OfJson(text, node => Greet(node, ScriptWriter.PhrasesFor(question).Greeting)),
        _ => text,
    };

    private static string OfJson(string text, Action<JsonNode> spoil)
    {
        try
        {
            if (JsonNode.Parse(text) is not { } node)
                return text;
            spoil(node);
            return node.ToJsonString(Plain);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    /// <summary>Numbers become words, lists of texts one text.</summary>
    private static void MistypeAll(JsonNode node)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (name, value) in json.ToArray())
                {
                    if (value is JsonValue number && number.GetValueKind() == JsonValueKind.Number)
                        json[name] = $"{number.ToJsonString()} seconds";
                    else if (value is JsonArray list && list.All(each => each is JsonValue))
                        json[name] = string.Join(", ", list.Select(each => each?.ToString()));
                    else if (value is not null)
                        MistypeAll(value);
                }
                break;
            case JsonArray array:
                foreach (var each in array)
                {
                    if (each is not null)
                        MistypeAll(each);
                }
                break;
            default:
                break;
        }
    }

    /// <summary>The longest list of objects: the scenes.</summary>
    private static JsonArray? Longest(JsonNode node) => Lists(node).Where(list => list.Count > 0 && list.All(each => each is JsonObject)).MaxBy(list => list.Count);

    private static IEnumerable<JsonArray> Lists(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Lists).Prepend(array),
        JsonObject json => json.SelectMany(each => Lists(each.Value)),
        _ => [],
    };

    /// <summary>What is said or promised first becomes a greeting.</summary>
    private static void Greet(JsonNode node, string greeting)
    {
        string[] spoken = ["hook", "narration", "line", "speech", "voiceover", "voice_over", "text", "dialogue"];
        var first = Longest(node) is { } scenes ? scenes[0]!.AsObject() : node as JsonObject;
        foreach (var json in new[] { node as JsonObject, first }.OfType<JsonObject>().Distinct())
        {
            foreach (var (name, value) in json.ToArray())
            {
                if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && spoken.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
                    json[name] = greeting;
                else if (value is JsonArray { Count: > 0 } list && list[0] is JsonObject line && spoken.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
                    Greet(line, greeting);
            }
        }
    }
}
