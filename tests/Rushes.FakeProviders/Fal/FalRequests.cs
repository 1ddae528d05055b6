using System.Globalization;
using System.Text.Json.Nodes;
using Rushes.FakeProviders.Media;
using Rushes.FakeProviders.Operations;

namespace Rushes.FakeProviders.Fal;

/// <summary>What the wire keeps of a request.</summary>
/// <param name="Endpoint">The whole endpoint id.</param>
/// <param name="App">The part of it under which the request is asked about.</param>
/// <param name="Complaints">What the model finds wrong with the input when it comes to read it; the queue takes anything.</param>
internal sealed record FalWork(string Endpoint, string App, JsonArray? Complaints);

/// <summary>Reads the input of a model of fal. The queue accepts every input; the model refuses it later.</summary>
internal sealed class FalRequests(UploadShelf uploads)
{
    /// <summary>Endpoints by their beginning, the lengths they film (as they are written), and the length without a word about it.</summary>
    private static readonly (string Prefix, string[] Durations, string Default, bool Sound)[] Known =
    [
        ("fal-ai/veo3.1", ["4s", "6s", "8s"], "8s", true),
        ("google/gemini-omni-flash", ["3", "4", "5", "6", "7", "8", "9", "10"], "8", true),
        ("fal-ai/kling-video/v3", ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"], "5", true),
        ("fal-ai/ltx-2.3", ["6", "8", "10", "12", "14", "16", "18", "20"], "6", true),
        ("fal-ai/ltx-2-19b", [], "5", true),
        ("wan/v2.", [], "5", false),
        ("minimax/h3", ["4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"], "6", true),
    ];

    /// <summary>True when fal has such an endpoint.</summary>
    public static bool Has(string endpoint) => Known.Any(known => endpoint.StartsWith(known.Prefix, StringComparison.Ordinal));

    public Order Read(string endpoint, string app, JsonObject input)
    {
        var known = Known.First(each => endpoint.StartsWith(each.Prefix, StringComparison.Ordinal));
        var complaints = new JsonArray();
        if (input["prompt"] is not JsonValue prompt || !prompt.TryGetValue<string>(out var text) || text.Length == 0)
        {
            text = "";
            complaints.Add((JsonNode)Complaint("prompt", "field required", "missing", null));
        }
        var duration = input["duration"]?.ToString() ?? known.Default;
        if (known.Durations.Length > 0 && !known.Durations.Contains(duration, StringComparer.Ordinal))
            complaints.Add((JsonNode)Complaint("duration", $"Input should be {string.Join(", ", known.Durations.Select(each => $"'{each}'"))}", "literal_error", input["duration"]));
        var seconds = double.TryParse(duration.TrimEnd('s'), NumberStyles.Float, CultureInfo.InvariantCulture, out var length) ? Math.Clamp(length, 1, 60) : 5;
        var aspect = input["aspect_ratio"]?.ToString() ?? "16:9";
        if (aspect is not ("16:9" or "9:16" or "1:1" or "auto"))
            complaints.Add((JsonNode)Complaint("aspect_ratio", "Input should be '16:9', '9:16', '1:1' or 'auto'", "literal_error", input["aspect_ratio"]));
        return new Order
        {
            Prompt = text,
            Negative = input["negative_prompt"]?.ToString(),
            Model = endpoint,
            Aspect = aspect == "auto" || complaints.Count > 0 ? "16:9" : aspect,
            Resolution = input["resolution"]?.ToString() ?? "720p",
            Seconds = seconds,
            Seed = input["seed"] is JsonValue seed && seed.TryGetValue<long>(out var number) ? number : null,
            Sound = known.Sound && (input["generate_audio"] is not JsonValue audio || !audio.TryGetValue<bool>(out var wanted) || wanted),
            Enclosures = [.. Enclosures(input)],
            Extra = new FalWork(endpoint, app, complaints.Count > 0 ? complaints : null),
        };
    }

    private IEnumerable<Enclosure> Enclosures(JsonObject input)
    {
        foreach (var (name, value) in input)
        {
            if (!name.EndsWith("_url", StringComparison.Ordinal) && !name.EndsWith("_urls", StringComparison.Ordinal))
                continue;
            var role = name switch
            {
                "image_url" or "first_frame_url" or "start_image_url" => "first",
                "last_frame_url" or "end_image_url" or "tail_image_url" => "last",
                "video_url" or "video_urls" => "source",
                _ => "reference",
            };
            foreach (var address in value is JsonArray list ? list.Select(each => each?.ToString()) : [value?.ToString()])
            {
                if (!string.IsNullOrEmpty(address))
                    yield return Media(role, address);
            }
        }
    }

    /// <summary>A data address, or one of a file brought here, or one elsewhere that is not read.</summary>
    private Enclosure Media(string role, string address)
    {
        if (address.StartsWith("data:", StringComparison.Ordinal) && address.Split(',', 2) is [var head, var data])
            return Enclosure.Of(role, head[5..].Split(';')[0], Convert.FromBase64String(data));
        return uploads.All.LastOrDefault(upload => address.Contains(upload.Id, StringComparison.Ordinal)) is { } brought
            ? Enclosure.Of(role, brought.MimeType, brought.Bytes, address) : new Enclosure(role, "", 0, "", address);
    }

    /// <summary>One element of <c>detail</c>.</summary>
    public static JsonObject Complaint(string field, string message, string type, JsonNode? input) => new()
    {
        ["loc"] = new JsonArray("body", field),
        ["msg"] = message,
        ["type"] = type,
        ["url"] = $"https://docs.fal.ai/errors#{type}",
        ["ctx"] = new JsonObject(),
        ["input"] = input?.DeepClone(),
    };
}
