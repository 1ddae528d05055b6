using System.Globalization;
using System.Text.Json.Nodes;
using Rushes.FakeProviders.Media;
using Rushes.FakeProviders.Operations;

namespace Rushes.FakeProviders.ComfyUi;

/// <summary>What the wire keeps of a prompt.</summary>
/// <param name="Number">Its place in the order of submission.</param>
/// <param name="Graph">The nodes.</param>
/// <param name="Extra"><c>extra_data</c> with the client's id.</param>
/// <param name="ClientId">Whose websocket is told.</param>
/// <param name="OutputNode">The node that saves the clip.</param>
/// <param name="OutputList">The list in which its file is told.</param>
/// <param name="Subfolder">Where the file lies below <c>output</c>.</param>
/// <param name="FileName">The file's name.</param>
internal sealed record ComfyWork(
    int Number, JsonObject Graph, JsonObject Extra, string? ClientId, string OutputNode, string OutputList, string Subfolder, string FileName);

/// <summary>Reads a workflow in API format as the server does before it queues it.</summary>
internal sealed class ComfyGraph(ComfyCatalog catalog, UploadShelf uploads)
{
    /// <summary>The body of a 400, or null when the workflow can run.</summary>
    public JsonObject? Complaint(JsonObject graph)
    {
        foreach (var (id, node) in graph)
        {
            var type = (string?)node?["class_type"];
            if (type is null || !catalog.Has(type))
            {
                var said = type is null ? $"Cannot execute because node ID '#{id}' has no class_type property." : $"Node '{type}' not found. The custom node may not be installed.";
                return Error("missing_node_type", said, $"Node ID '#{id}'", new JsonObject { ["node_id"] = id, ["class_type"] = type }, []);
            }
        }
        if (graph.All(node => catalog.Saves(TypeOf(node.Value!)) is null))
            return Error("prompt_no_outputs", "Prompt has no outputs", "", [], []);
        var complaints = new JsonObject();
        foreach (var (id, node) in graph)
        {
            if (Errors(graph, node!) is { Count: > 0 } errors)
            {
                complaints[id] = new JsonObject
                {
                    ["errors"] = errors,
                    ["dependent_outputs"] = new JsonArray([.. graph.Where(each => catalog.Saves(TypeOf(each.Value!)) is not null).Select(each => JsonValue.Create(each.Key))]),
                    ["class_type"] = TypeOf(node!),
                };
            }
        }
        return complaints.Count == 0 ? null
            : Error("prompt_outputs_failed_validation", "Prompt outputs failed validation", "", [], complaints);
    }

    /// <summary>The 400 of a workflow whose first loader names a file that is not there.</summary>
    public JsonObject MissingModel(JsonObject graph)
    {
        var (id, node) = graph.First(each => catalog.ModelInputs(TypeOf(each.Value!)).Any() || catalog.Saves(TypeOf(each.Value!)) is not null);
        var errors = new JsonArray(NotInList("model_name", "missing.safetensors", []));
        return Error("prompt_outputs_failed_validation", "Prompt outputs failed validation", "", [],
            new JsonObject { [id] = new JsonObject { ["errors"] = errors, ["dependent_outputs"] = new JsonArray(), ["class_type"] = TypeOf(node!) } });
    }

    /// <summary>The order a workflow stands for: size, frames and speed are looked for in its nodes.</summary>
    public Order Read(JsonObject graph, JsonObject extra, string? clientId, int number)
    {
        var (output, saver) = graph.Last(node => catalog.Saves(TypeOf(node.Value!)) is not null);
        var fps = Number(graph, "fps") ?? Number(graph, "frame_rate") ?? 16;
        var prefix = ((string?)saver!["inputs"]?["filename_prefix"] ?? "ComfyUI").Split('/', '\\');
        return new Order
        {
            Prompt = string.Join('\n', Texts(graph)),
            Model = Models(graph).FirstOrDefault() ?? TypeOf(saver),
            Aspect = string.Create(CultureInfo.InvariantCulture, $"{Number(graph, "width") ?? 832}:{Number(graph, "height") ?? 480}"),
            Seconds = Math.Clamp((Number(graph, "length") ?? 81) / fps, 0.5, 60),
            Fps = (int)Math.Clamp(fps, 1, 60),
            Seed = (long?)(Number(graph, "noise_seed") ?? Number(graph, "seed")),
            Sound = graph.Any(node => node.Value!["inputs"]?["audio"] is JsonArray),
            Enclosures = [.. Images(graph)],
            Extra = new ComfyWork(number, graph, extra, clientId, output, catalog.Saves(TypeOf(saver))!, string.Join('/', prefix[..^1]),
                string.Create(CultureInfo.InvariantCulture, $"{prefix[^1]}_{number:00000}_.mp4")),
        };
    }

    public static string TypeOf(JsonNode node) => (string?)node["class_type"] ?? "";

    private JsonArray Errors(JsonObject graph, JsonNode node)
    {
        var errors = new JsonArray();
        var inputs = node["inputs"] as JsonObject ?? [];
        foreach (var name in catalog.Required(TypeOf(node)).Where(name => inputs[name] is null))
            errors.Add((JsonNode)new JsonObject { ["type"] = "required_input_missing", ["message"] = "Required input is missing", ["details"] = name, ["extra_info"] = new JsonObject { ["input_name"] = name } });
        foreach (var (name, folder) in catalog.ModelInputs(TypeOf(node)))
        {
            if (inputs[name] is JsonValue value && value.TryGetValue<string>(out var file) && !catalog.HasModel(folder, file))
                errors.Add((JsonNode)NotInList(name, file, catalog.Models(folder)));
        }
        foreach (var (name, value) in inputs)
        {
            if (value is JsonArray { Count: 2 } link && link[0] is JsonValue from && from.TryGetValue<string>(out var id) && !graph.ContainsKey(id))
                errors.Add((JsonNode)new JsonObject { ["type"] = "bad_linked_input", ["message"] = "Bad linked input, must be a length-2 list of [node_id, slot_index]", ["details"] = name, ["extra_info"] = new JsonObject { ["input_name"] = name } });
        }
        if (TypeOf(node) == "LoadImage" && (string?)inputs["image"] is { } image && uploads.Find(image) is null)
            errors.Add((JsonNode)new JsonObject { ["type"] = "custom_validation_failed", ["message"] = "Custom validation failed for node", ["details"] = $"image - Invalid image file: {image}", ["extra_info"] = new JsonObject { ["input_name"] = "image" } });
        return errors;
    }

    private static JsonObject NotInList(string name, string file, IReadOnlyList<string> known) => new()
    {
        ["type"] = "value_not_in_list",
        ["message"] = "Value not in list",
        ["details"] = $"{name}: '{file}' not in [{string.Join(", ", known.Select(each => $"'{each}'"))}]",
        ["extra_info"] = new JsonObject { ["input_name"] = name, ["received_value"] = file },
    };

    private static JsonObject Error(string type, string message, string details, JsonObject extra, JsonObject nodes) => new()
    {
        ["error"] = new JsonObject { ["type"] = type, ["message"] = message, ["details"] = details, ["extra_info"] = extra },
        ["node_errors"] = nodes,
    };

    private IEnumerable<string> Models(JsonObject graph) => graph.SelectMany(node =>
        catalog.ModelInputs(TypeOf(node.Value!)).Select(input => node.Value!["inputs"]?[input.Input]?.ToString()).OfType<string>());

    private static IEnumerable<string> Texts(JsonObject graph) => graph
        .Where(node => TypeOf(node.Value!).Contains("TextEncode", StringComparison.Ordinal))
        .SelectMany(node => new[] { node.Value!["inputs"]?["text"], node.Value!["inputs"]?["prompt"] }).OfType<JsonValue>().Select(text => text.ToString());

    private IEnumerable<Enclosure> Images(JsonObject graph)
    {
        foreach (var (id, node) in graph.Where(each => TypeOf(each.Value!) == "LoadImage"))
        {
            var name = node!["inputs"]!["image"]!.ToString();
            var last = graph.Any(each => each.Value!["inputs"]?["end_image"] is JsonArray { Count: 2 } link && link[0]?.ToString() == id);
            if (uploads.Find(name) is { } upload)
                yield return Enclosure.Of(last ? "last" : "first", upload.MimeType, upload.Bytes, name);
        }
    }

    /// <summary>The first number that any node has under <paramref name="name"/>.</summary>
    private static double? Number(JsonObject graph, string name) => graph.Select(node => node.Value!["inputs"]?[name]).OfType<JsonValue>()
        .Select(value => value.TryGetValue<double>(out var number) ? number : (double?)null).FirstOrDefault(number => number is not null);
}
