using System.Globalization;
using System.Text.Json.Nodes;
using Rushes.Engine.Shooting;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.GoogleFlow;

/// <summary>The bodies of Flow's requests, as captured from its web page and as the older program sent them.</summary>
internal static class FlowRequests
{
    private const string Pending = "MEDIA_GENERATION_STATUS_PENDING";

    /// <param name="scene">The attempt's own id; it comes back with every status.</param>
    /// <param name="first">Media id of the picture to start from; null films from the words alone.</param>
    /// <param name="last">Media id of the picture to end at.</param>
    public static JsonObject Generate(ShotOrder order, Account account, string scene, string aspect, string key, string? first, string? last)
    {
        var request = new JsonObject
        {
            ["aspectRatio"] = aspect,
            ["seed"] = order.Seed & int.MaxValue,
            ["videoModelKey"] = key,
            ["metadata"] = new JsonObject { ["sceneId"] = scene },
            ["textInput"] = new JsonObject { ["prompt"] = order.Prompt },
        };

        // Beside the text, not within it: the nested forms of 2025 are answered with 400.
        if (first is not null)
            request["startImage"] = new JsonObject { ["mediaId"] = first };
        if (last is not null)
            request["endImage"] = new JsonObject { ["mediaId"] = last };
        return new JsonObject { ["requests"] = new JsonArray(request), ["clientContext"] = ContextOf(account) };
    }

    public static string PathOf(string? first, string? last) => (first, last) switch
    {
        (null, _) => "v1/video:batchAsyncGenerateVideoText",
        (_, null) => "v1/video:batchAsyncGenerateVideoStartImage",
        _ => "v1/video:batchAsyncGenerateVideoStartAndEndImage",
    };

    public static JsonObject Upload(PictureUpload picture, string aspect, DateTimeOffset now) => new()
    {
        ["imageInput"] = new JsonObject
        {
            ["rawImageBytes"] = picture.Base64,
            ["mimeType"] = picture.MimeType,
            ["isUserUploaded"] = true,
            ["aspectRatio"] = aspect,
        },
        ["clientContext"] = new JsonObject
        {
            ["sessionId"] = ";" + now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            ["tool"] = "ASSET_MANAGER",
        },
    };

    /// <summary>The question of 2025.</summary>
    public static JsonObject Status(IEnumerable<FlowOperation> operations, Account account)
    {
        var body = new JsonObject
        {
            ["operations"] = new JsonArray([.. operations.Select(operation => new JsonObject
            {
                ["operation"] = new JsonObject { ["name"] = operation.Name },
                ["sceneId"] = operation.SceneId,
                ["status"] = Pending,
            })]),
        };
        if (account.ProjectId is not null)
            body["clientContext"] = ContextOf(account);
        return body;
    }

    /// <summary>The question of 2026.</summary>
    public static JsonObject MediaStatus(IEnumerable<FlowOperation> operations, Account account) => new()
    {
        ["media"] = new JsonArray([.. operations.Select(operation => account.ProjectId is { } project
            ? new JsonObject { ["name"] = operation.Name, ["projectId"] = project }
            : new JsonObject { ["name"] = operation.Name })]),
    };

    /// <param name="media">Media id of the clip.</param>
    public static JsonObject Upscale(string media, Account account, string scene, string aspect, string key, string resolution, long seed)
    {
        var request = new JsonObject
        {
            ["aspectRatio"] = aspect,
            ["seed"] = seed & int.MaxValue,
            ["videoInput"] = new JsonObject { ["mediaId"] = media },
            ["videoModelKey"] = key,
            ["resolution"] = "VIDEO_RESOLUTION_" + resolution.ToUpperInvariant(),
            ["metadata"] = new JsonObject { ["sceneId"] = scene },
        };
        return new JsonObject { ["requests"] = new JsonArray(request), ["clientContext"] = ContextOf(account) };
    }

    private static JsonObject ContextOf(Account account) => account.ProjectId is { } project ? new JsonObject { ["projectId"] = project } : [];
}
