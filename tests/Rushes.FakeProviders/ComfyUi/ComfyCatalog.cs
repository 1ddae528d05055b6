using System.Text.Json.Nodes;

namespace Rushes.FakeProviders.ComfyUi;

/// <summary>The nodes and model files that a ComfyUI server has.</summary>
internal sealed class ComfyCatalog
{
    private readonly ComfyOptions options;
    private readonly JsonObject nodes;
    private readonly JsonObject models;

    public ComfyCatalog(ComfyOptions options)
    {
        this.options = options;
        nodes = Read("nodes.json");
        models = Read("models.json");
        foreach (var more in options.MoreNodes)
            nodes[more] = new JsonObject();
        foreach (var missing in options.MissingNodes)
            nodes.Remove(missing);
    }

    public IEnumerable<string> Folders => models.Select(folder => folder.Key);

    public bool Has(string type) => nodes.ContainsKey(type);

    /// <summary>The list of <c>outputs</c> under which a node's files are told, or null when it saves none.</summary>
    public string? Saves(string type) => (string?)nodes[type]?["saves"];

    /// <summary>Inputs a node cannot be without.</summary>
    public IEnumerable<string> Required(string type) =>
        (nodes[type]?["in"] as JsonArray ?? []).Select(name => (string)name!).Concat((nodes[type]?["models"] as JsonObject ?? []).Select(each => each.Key));

    /// <summary>Inputs of a node that name a model file, with its folder.</summary>
    public IEnumerable<(string Input, string Folder)> ModelInputs(string type) =>
        (nodes[type]?["models"] as JsonObject ?? []).Select(each => (each.Key, (string)each.Value!));

    public IReadOnlyList<string> Models(string folder) =>
        [.. (models[folder] as JsonArray ?? []).Select(file => (string)file!).Concat(options.MoreModels).Except(options.MissingModels)];

    public bool HasModel(string folder, string file) => options.AnyModel ? !options.MissingModels.Contains(file) : Models(folder).Contains(file);

    /// <summary>One class of <c>/object_info</c>.</summary>
    public JsonObject Describe(string type)
    {
        var required = new JsonObject();
        foreach (var name in Required(type))
            required[name] = new JsonArray("*");
        foreach (var (name, folder) in ModelInputs(type))
            required[name] = new JsonArray(new JsonArray([.. Models(folder).Select(file => JsonValue.Create(file))]));
        var outputs = (nodes[type]?["out"] as JsonArray ?? []).Select(name => (string)name!).ToArray();
        return new JsonObject
        {
            ["input"] = new JsonObject { ["required"] = required, ["optional"] = new JsonObject() },
            ["output"] = new JsonArray([.. outputs.Select(name => JsonValue.Create(name))]),
            ["output_is_list"] = new JsonArray([.. outputs.Select(_ => JsonValue.Create(false))]),
            ["output_name"] = new JsonArray([.. outputs.Select(name => JsonValue.Create(name))]),
            ["name"] = type,
            ["display_name"] = type,
            ["description"] = "",
            ["python_module"] = "nodes",
            ["category"] = "fake",
            ["output_node"] = Saves(type) is not null,
        };
    }

    public JsonObject DescribeAll()
    {
        var all = new JsonObject();
        foreach (var (type, _) in nodes)
            all[type] = Describe(type);
        return all;
    }

    private static JsonObject Read(string name)
    {
        using var stream = typeof(ComfyCatalog).Assembly.GetManifestResourceStream($"Rushes.FakeProviders.ComfyUi.{name}")!;
        return (JsonObject)JsonNode.Parse(stream)!;
    }
}
