using System.Text.Json.Nodes;
using Rushes.FakeProviders.Media;
using Rushes.FakeProviders.Operations;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.GoogleFlow;

/// <summary>Reads a generating call of Flow as strictly as the service does.</summary>
internal sealed class FlowRequests(UploadShelf uploads, OperationBook operations, FlowOptions options)
{
    private const int MostRequests = 4;
    private const int LongestPrompt = 5000;

    private static readonly string[] EnvelopeFields = ["requests", "clientContext", "recaptchaContext", "mediaGenerationContext", "useV2ModelConfig"];

    private static readonly string[] CommonFields = ["aspectRatio", "seed", "videoModelKey", "metadata"];

    /// <summary>Fields of a request beside the common ones, and the kind of model, for each call.</summary>
    private static readonly Dictionary<string, (string Kind, string[] Fields)> Calls = new(StringComparer.Ordinal)
    {
        ["Text"] = ("t2v", ["textInput"]),
        ["StartImage"] = ("i2v_s", ["textInput", "startImage"]),
        ["StartAndEndImage"] = ("i2v_s", ["textInput", "startImage", "endImage"]),
        ["ReferenceImages"] = ("r2v", ["textInput", "referenceImages"]),
        ["ExtendVideo"] = ("extend", ["textInput", "videoInput"]),
        ["UpsampleVideo"] = ("upsampler", ["videoInput", "resolution"]),
    };

    /// <summary>The orders of a <c>batchAsyncGenerateVideo...</c> call.</summary>
    /// <exception cref="RefusedException">Something is wrong.</exception>
    public IReadOnlyList<Order> Read(string call, JsonObject body)
    {
        RejectUnknown(body, EnvelopeFields, "");
        if (body["requests"] is not JsonArray { Count: > 0 } requests)
            throw new RefusedException(RefusalKind.BadRequest, "Request contains an invalid argument.", "requests");
        if (requests.Count > MostRequests)
            throw new RefusedException(RefusalKind.BadRequest, $"At most {MostRequests} requests are allowed in a batch.", "requests");
        return [.. requests.Select((request, index) => Order(call, request as JsonObject
            ?? throw new RefusedException(RefusalKind.BadRequest, $"Invalid value at 'requests[{index}]'."), $"requests[{index}]"))];
    }

    /// <summary>The project a call names, checked against the account's.</summary>
    /// <exception cref="RefusedException">It is another one.</exception>
    public static string? Project(JsonObject body, Caller caller)
    {
        var project = (string?)body["clientContext"]?["projectId"];
        if (caller.Account.Project is { } own && project is not null && project != own)
            throw new RefusedException(RefusalKind.Forbidden, "The caller does not have permission");
        return project ?? caller.Account.Project;
    }

    private Order Order(string call, JsonObject request, string at)
    {
        var (kind, fields) = Calls[call];
        RejectUnknown(request, [.. CommonFields, .. fields], at);
        var scene = (string?)request["metadata"]?["sceneId"];
        if (string.IsNullOrEmpty(scene))
            throw new RefusedException(RefusalKind.BadRequest, "Request contains an invalid argument.", $"{at}.metadata.sceneId");
        var aspect = (string?)request["aspectRatio"] switch
        {
            "VIDEO_ASPECT_RATIO_LANDSCAPE" => "16:9",
            "VIDEO_ASPECT_RATIO_PORTRAIT" => "9:16",
            "VIDEO_ASPECT_RATIO_SQUARE" => "1:1",
            var other => throw new RefusedException(RefusalKind.BadRequest,
                $"Invalid value at '{at}.aspect_ratio' (type.googleapis.com/google.internal.labs.aisandbox.v1.VideoAspectRatio), \"{other}\"", "aspectRatio"),
        };
        var key = (string?)request["videoModelKey"] ?? "";
        var model = FlowModel.Find(key);
        if (model is null || model.Kind != kind || (options.StrictModels && (!model.Films(aspect) || (call == "StartAndEndImage") != model.Ends)))
            throw new RefusedException(RefusalKind.BadRequest, "Request contains an invalid argument.", $"{at}.videoModelKey");
        return call == "UpsampleVideo"
            ? Upscale(request, key, aspect, scene, at)
            : new Order
            {
                Prompt = Prompt(request, at),
                Model = key,
                Aspect = aspect,
                Seconds = 8,
                Seed = (long?)request["seed"],
                Sound = key.StartsWith("veo_3", StringComparison.Ordinal),
                Enclosures = Enclosures(request, fields, at),
                Tag = scene,
            };
    }

    private Order Upscale(JsonObject request, string key, string aspect, string scene, string at)
    {
        var source = MediaName.Find(operations, (string?)request["videoInput"]?["mediaId"] ?? "");
        if (source is null)
            throw new RefusedException(RefusalKind.NotFound, "Requested entity was not found.", $"{at}.videoInput.mediaId");
        if (source.State != OperationState.Ready)
            throw new RefusedException(RefusalKind.BadRequest, "Request contains an invalid argument.", $"{at}.videoInput.mediaId");
        var resolution = (string?)request["resolution"] == "VIDEO_RESOLUTION_4K" || key.EndsWith("_4k", StringComparison.Ordinal) ? "4k" : "1080p";
        return source.Order with { Model = key, Aspect = aspect, Resolution = resolution, Tag = scene, Seed = (long?)request["seed"] ?? source.Order.Seed };
    }

    private static string Prompt(JsonObject request, string at)
    {
        var prompt = (string?)request["textInput"]?["prompt"];
        if (string.IsNullOrWhiteSpace(prompt) || prompt.Length > LongestPrompt)
            throw new RefusedException(RefusalKind.BadRequest, "Request contains an invalid argument.", $"{at}.textInput.prompt");
        return prompt;
    }

    private IReadOnlyList<Enclosure> Enclosures(JsonObject request, string[] fields, string at)
    {
        List<Enclosure> enclosures = [];
        if (fields.Contains("startImage"))
            enclosures.Add(Uploaded("first", request["startImage"], at));
        if (fields.Contains("endImage"))
            enclosures.Add(Uploaded("last", request["endImage"], at));
        if (fields.Contains("referenceImages"))
            enclosures.AddRange((request["referenceImages"] as JsonArray ?? []).Select(image => Uploaded("reference", image, at)));
        if (fields.Contains("videoInput"))
        {
            var media = (string?)request["videoInput"]?["mediaId"] ?? "";
            if (MediaName.Find(operations, media) is null)
                throw new RefusedException(RefusalKind.NotFound, "Requested entity was not found.", $"{at}.videoInput");
            enclosures.Add(new Enclosure("source", Delivery.Mp4, 0, "", media));
        }
        return enclosures;
    }

    private Enclosure Uploaded(string role, JsonNode? image, string at)
    {
        var media = (string?)image?["mediaId"] ?? throw new RefusedException(RefusalKind.BadRequest, "Request contains an invalid argument.", at);
        var upload = uploads.Find(media) ?? throw new RefusedException(RefusalKind.NotFound, "Requested entity was not found.", at);
        return Enclosure.Of(role, upload.MimeType, upload.Bytes, media);
    }

    private static void RejectUnknown(JsonObject json, string[] known, string at)
    {
        foreach (var (name, _) in json)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                throw new RefusedException(RefusalKind.BadRequest, at.Length == 0
                    ? $"Invalid JSON payload received. Unknown name \"{name}\": Cannot find field."
                    : $"Invalid JSON payload received. Unknown name \"{name}\" at '{at}': Cannot find field.", name);
            }
        }
    }
}
