using System.Globalization;
using System.Text.Json.Nodes;
using Rushes.FakeProviders.Operations;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.VertexVeo;

/// <summary>What the wire keeps of a prediction.</summary>
/// <param name="StorageUri">Where the clips go, or null when they come in the answer.</param>
/// <param name="Samples">How many clips, 1 to 4.</param>
internal sealed record VertexWork(string? StorageUri, int Samples);

/// <summary>Reads <c>:predictLongRunning</c> for Veo.</summary>
internal static class VertexRequests
{
    private static readonly string[] Models = ["veo-3.1-generate-001", "veo-3.1-fast-generate-001", "veo-3.1-lite-generate-001", "veo-3.1-generate-preview", "veo-3.1-fast-generate-preview"];

    private static readonly string[] InstanceFields = ["prompt", "image", "lastFrame", "video", "referenceImages", "mask", "cameraControl"];

    private static readonly string[] ParameterFields =
    [
        "sampleCount", "durationSeconds", "aspectRatio", "resolution", "seed", "fps", "personGeneration", "negativePrompt", "enhancePrompt", "generateAudio",
        "storageUri", "compressionQuality", "resizeMode", "pubsubTopic",
    ];

    /// <exception cref="RefusedException">Something is wrong.</exception>
    public static Order Read(string model, JsonObject body)
    {
        if (!Models.Contains(model, StringComparer.Ordinal))
        {
            throw new RefusedException(RefusalKind.NotFound,
                $"Publisher Model `publishers/google/models/{model}` was not found or your project does not have access to it.");
        }
        Reject(body, ["instances", "parameters", "labels"], "");
        if (body["instances"] is not JsonArray { Count: 1 } instances || instances[0] is not JsonObject instance)
            throw Wrong("Exactly one instance is expected.");
        Reject(instance, InstanceFields, "instances[0]");
        var parameters = body["parameters"] as JsonObject ?? [];
        Reject(parameters, ParameterFields, "parameters");
        var prompt = (string?)instance["prompt"] ?? "";
        if (prompt.Length == 0 && instance["image"] is null)
            throw Wrong("A prompt or an image is required.");
        var seconds = Number(parameters, "durationSeconds", 8);
        if (seconds is not (4 or 6 or 8))
            throw Wrong($"`durationSeconds` does not support `{seconds}` as a valid value. Supported values are 4, 6, 8.");
        var samples = Number(parameters, "sampleCount", 1);
        if (samples is < 1 or > 4)
            throw Wrong("`sampleCount` must be between 1 and 4.");
        var enclosures = Enclosures(instance).ToArray();
        if (enclosures.Count(each => each.Role == "reference") is var references && (references > 3 || (references > 0 && seconds != 8)))
            throw Wrong("At most 3 reference images are supported, with a duration of 8 seconds.");
        if (enclosures.Any(each => each.Role == "last") && enclosures.All(each => each.Role != "first"))
            throw Wrong("`lastFrame` needs `image`.");
        return new Order
        {
            Prompt = prompt,
            Negative = (string?)parameters["negativePrompt"],
            Model = model,
            Aspect = OneOf(parameters, "aspectRatio", ["16:9", "9:16"]),
            Resolution = OneOf(parameters, "resolution", model.Contains("-lite-", StringComparison.Ordinal) ? ["720p", "1080p"] : ["720p", "1080p", "4k"]),
            Seconds = enclosures.Any(each => each.Role == "source") ? 7 + seconds : seconds,
            Seed = (long?)parameters["seed"],
            Sound = (bool?)parameters["generateAudio"] ?? true,
            Enclosures = enclosures,
            Tag = string.Join(',', (body["labels"] as JsonObject ?? []).Select(label => $"{label.Key}={label.Value}")),
            Extra = new VertexWork((string?)parameters["storageUri"] is { Length: > 0 } uri ? Bucket(uri) : null, samples),
        };
    }

    private static IEnumerable<Enclosure> Enclosures(JsonObject instance)
    {
        foreach (var (field, role) in (IEnumerable<(string, string)>)[("image", "first"), ("lastFrame", "last"), ("video", "source")])
        {
            if (instance[field] is { } media)
                yield return Media(media, role, field);
        }
        foreach (var reference in instance["referenceImages"] as JsonArray ?? [])
        {
            if ((string?)reference?["referenceType"] is not ("asset" or "style"))
                throw Wrong("`referenceType` must be `asset` or `style`.");
            yield return Media(reference!["image"] ?? throw Wrong("A reference image has no `image`."), "reference", "referenceImages");
        }
    }

    private static Enclosure Media(JsonNode media, string role, string field)
    {
        var mime = (string?)media["mimeType"] ?? throw Wrong($"`{field}.mimeType` is required.");
        if ((string?)media["bytesBase64Encoded"] is { } base64)
            return Enclosure.Of(role, mime, Convert.FromBase64String(base64));
        return new Enclosure(role, mime, 0, "", Bucket((string?)media["gcsUri"] ?? throw Wrong($"`{field}` has neither `bytesBase64Encoded` nor `gcsUri`.")));
    }

    private static string Bucket(string uri) => uri.StartsWith("gs://", StringComparison.Ordinal) && uri.Length > 5 ? uri
        : throw Wrong($"`{uri}` is not a Cloud Storage address.");

    private static int Number(JsonObject parameters, string field, int otherwise) => parameters[field] switch
    {
        null => otherwise,
        JsonValue value when value.TryGetValue<int>(out var number) => number,
        _ => throw Wrong($"`{field}` must be a number."),
    };

    private static string OneOf(JsonObject parameters, string field, string[] supported)
    {
        var value = (string?)parameters[field] ?? supported[0];
        return supported.Contains(value, StringComparer.Ordinal) ? value
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"`{field}` does not support `{value}` as a valid value. Please refer to the documentation."));
    }

    private static void Reject(JsonObject json, string[] known, string at)
    {
        foreach (var (name, _) in json)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
                throw Wrong($"Invalid JSON payload received. Unknown name \"{name}\" at '{at}': Cannot find field.");
        }
    }

    private static RefusedException Wrong(string message) => new(RefusalKind.BadRequest, message);
}
