using System.Globalization;
using System.Text.Json.Nodes;
using Rushes.FakeProviders.Operations;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.GeminiOmni;

/// <summary>What the wire keeps of an interaction.</summary>
internal sealed record OmniWork(JsonArray Said, JsonObject Format, bool Inline, bool Background);

/// <summary>Reads <c>POST /interactions</c> as strictly as the service does.</summary>
internal sealed class OmniRequests(OperationBook operations, Func<string, Caller, Enclosure?> file)
{
    /// <summary>Models and their longest clip in seconds.</summary>
    private static readonly Dictionary<string, double> Models = new(StringComparer.Ordinal)
    {
        ["gemini-omni-1.1-flash"] = 10,
        ["gemini-omni-1.2-flash"] = 15,
    };

    public static IEnumerable<string> ModelNames => Models.Keys;

    private const double Shortest = 3;
    private const double LongestExtended = 40;

    private static readonly string[] Fields =
    [
        "model", "input", "background", "store", "stream", "previous_interaction_id", "response_format", "generation_config", "service_tier",
        "webhook_config", "labels",
    ];

    private static readonly string[] FormatFields = ["type", "aspect_ratio", "resolution", "duration", "delivery"];

    private static readonly string[] Tasks = ["text_to_video", "image_to_video", "reference_to_video", "edit", "extend"];

    /// <exception cref="RefusedException">Something is wrong.</exception>
    public Order Read(JsonObject body, Caller caller)
    {
        Reject(body, Fields, "");
        var model = (string?)body["model"] ?? throw Wrong("The 'model' parameter is required.");
        if (!Models.TryGetValue(model, out var longest))
            throw new RefusedException(RefusalKind.NotFound, $"Model '{model}' was not found.");
        var format = body["response_format"] as JsonObject ?? [];
        Reject(format, FormatFields, "response_format.");
        if ((string?)format["type"] is not "video")
            throw Wrong("The value of 'response_format.type' must be 'video' for this model.");
        var task = (string?)body["generation_config"]?["video_config"]?["task"];
        if (task is not null)
            OneOf("generation_config.video_config.task", task, Tasks);
        var said = Content(body["input"] ?? throw Wrong("The 'input' parameter is required."));
        var texts = said.Where(block => (string?)block!["type"] == "text").Select(block => (string?)block!["text"]);
        var prompt = string.Join('\n', texts);
        if (string.IsNullOrWhiteSpace(prompt))
            throw Wrong("The 'input' has no text.");
        var seconds = Seconds(format["duration"], longest);
        var source = Previous(body, task, caller);
        return new Order
        {
            Prompt = prompt,
            Model = model,
            Aspect = OneOf("response_format.aspect_ratio", (string?)format["aspect_ratio"] ?? source?.Aspect ?? "16:9", ["16:9", "9:16"]),
            Resolution = OneOf("response_format.resolution", (string?)format["resolution"] ?? "720p", ["360p", "720p", "1080p", "4k"]),
            Seconds = task == "extend" && source is not null ? Math.Min(LongestExtended, source.Seconds + seconds) : seconds,
            Seed = (long?)body["generation_config"]?["seed"],
            Sound = true,
            Enclosures = [.. Enclosures(said, prompt, task, caller)],
            Tag = (string?)body["labels"]?["scene"],
            Extra = new OmniWork(said, (JsonObject)format.DeepClone(),
                OneOf("response_format.delivery", (string?)format["delivery"] ?? "inline", ["inline", "uri"]) == "inline", (bool?)body["background"] ?? false),
        };
    }

    private static JsonArray Content(JsonNode input)
    {
        var blocks = input switch
        {
            JsonValue => [new JsonObject { ["type"] = "text", ["text"] = input.GetValue<string>() }],
            JsonArray steps when steps.All(step => (string?)step?["type"] == "user_input") =>
                steps.SelectMany(step => step!["content"] as JsonArray ?? throw Wrong("A step has no 'content'.")).ToArray(),
            JsonArray content => content.ToArray(),
            _ => throw Wrong("The 'input' must be a string or a list."),
        };
        foreach (var block in blocks)
        {
            var type = (string?)block?["type"];
            OneOf("input.type", type ?? "", ["text", "image", "video", "document"]);
            if (type != "text" && block!["data"] is null && block["uri"] is null)
                throw Wrong($"A content of type '{type}' must have 'data' or 'uri'.");
            if (type is "image" or "video" && block!["data"] is not null && block["mime_type"] is null)
                throw Wrong("The 'mime_type' parameter is required with 'data'.");
        }
        return new JsonArray([.. blocks.Select(block => block!.DeepClone())]);
    }

    private IEnumerable<Enclosure> Enclosures(JsonArray said, string prompt, string? task, Caller caller)
    {
        var images = 0;
        foreach (var block in said.Where(block => (string?)block!["type"] != "text"))
        {
            var image = (string?)block!["type"] == "image" ? ++images : 0;
            var role = image == 0 ? "source"
                : prompt.Contains($"<LAST_FRAME>@Image{image}", StringComparison.Ordinal) ? "last"
                : prompt.Contains($"<FIRST_FRAME>@Image{image}", StringComparison.Ordinal) || (image == 1 && task == "image_to_video") ? "first"
                : "reference";
            var mime = (string?)block["mime_type"] ?? "";
            if (block["data"] is { } data)
                yield return Enclosure.Of(role, mime, Convert.FromBase64String(data.GetValue<string>()));
            else
            {
                var uri = (string)block["uri"]!;
                yield return file(uri, caller) is { } brought ? brought with { Role = role } : throw Wrong($"The file '{uri}' was not found or is not ACTIVE.");
            }
        }
    }

    private Order? Previous(JsonObject body, string? task, Caller caller)
    {
        var id = (string?)body["previous_interaction_id"];
        if (id is null)
            return null;
        var previous = operations.Find(id);
        if (previous is null || !AccountBook.Owns(caller, previous) || previous.State != OperationState.Ready)
            throw Wrong($"Invalid interaction name: '{id}'.");
        return task is "edit" or "extend" ? previous.Order : null;
    }

    private static double Seconds(JsonNode? duration, double longest)
    {
        if (duration is null)
            return 8;
        if (duration is not JsonValue value || !value.TryGetValue<string>(out var text) || !text.EndsWith('s')
            || !double.TryParse(text.AsSpan(..^1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            throw Wrong("The value of 'response_format.duration' must be a duration string such as '8s'.");
        return seconds >= Shortest && seconds <= longest ? seconds
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"The value '{text}' is not supported for 'response_format.duration'. Supported values: '{Shortest}s' to '{longest}s'."));
    }

    private static string OneOf(string field, string value, string[] supported) => supported.Contains(value, StringComparer.Ordinal) ? value
        : throw Wrong($"The value '{value}' is not supported for '{field}'. Supported values: {string.Join(", ", supported.Select(each => $"'{each}'"))}.");

    private static void Reject(JsonObject json, string[] known, string at)
    {
        foreach (var (name, _) in json)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
                throw Wrong($"Unknown parameter '{at}{name}'.");
        }
    }

    private static RefusedException Wrong(string message) => new(RefusalKind.BadRequest, message);
}
