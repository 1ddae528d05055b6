using System.Text.Json;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Providers.Http;

namespace Rushes.Providers.GoogleFlow;

/// <summary>
/// Reads status answers in every form that has been seen: <c>operations[]</c> of 2025 with its link, the documentation's <c>done</c> and
/// <c>response.videoUrl</c>, and <c>media[]</c> of 2026 without one.
/// </summary>
internal static class FlowStatusReader
{
    private const string Prefix = "MEDIA_GENERATION_STATUS_";

    /// <returns>The operations that the answer speaks of, by their stored id.</returns>
    public static Dictionary<string, FlowStatus> Read(JsonElement answer, IReadOnlyList<FlowOperation> asked)
    {
        var items = answer.Items("operations").Concat(answer.Items("media")).ToList();
        var statuses = new Dictionary<string, FlowStatus>(StringComparer.Ordinal);
        for (var i = 0; i < asked.Count; i++)
        {
            if (ItemOf(asked[i], i, items, asked) is { } item)
                statuses[asked[i].Id] = StatusOf(item);
        }

        return statuses;
    }

    private static JsonElement? ItemOf(FlowOperation operation, int place, List<JsonElement> items, IReadOnlyList<FlowOperation> asked)
    {
        foreach (var item in items)
        {
            if (Names(item).Contains(operation.Name, StringComparer.Ordinal))
                return item;
        }

        foreach (var item in items)
        {
            if (operation.SceneId.Length > 0 && item.Text("sceneId") == operation.SceneId)
                return item;
        }

        // An answer in the media form to a question of 2025 knows only names of its own, and keeps the order. Where a single name is known, an item
        // without one is a stranger's: taking it for ours could call a running operation failed, and pay for it twice.
        return items.Count == asked.Count && items.TrueForAll(item => item.Text("sceneId") is null && !asked.Any(other => Names(item).Contains(other.Name, StringComparer.Ordinal)))
            ? items[place]
            : null;
    }

    private static IEnumerable<string> Names(JsonElement item) =>
        new[] { item.Text("operation", "name"), item.Text("name"), item.Text("mediaId"), item.Text("operation", "metadata", "name") }.OfType<string>();

    private static FlowStatus StatusOf(JsonElement item)
    {
        var word = WordOf(item);
        var error = ErrorOf(item);
        var done = item.IsTrue("operation", "done") || item.IsTrue("done");
        return word switch
        {
            "BLOCKED" or "FILTERED" or "REJECTED" => Refused(error, blocked: true),
            "FAILED" or "FAILURE" or "ERROR" or "CANCELLED" or "CANCELED" or "EXPIRED" => Refused(error, blocked: false),
            "SUCCESSFUL" or "SUCCEEDED" or "SUCCESS" or "COMPLETE" or "COMPLETED" or "DONE" => FinishedOf(item),
            _ when done && error != GoogleError.None => Refused(error, blocked: false),
            _ when done => FinishedOf(item),
            _ => new(new OperationStatus.Generating(ProgressOf(item))),
        };
    }

    private static string WordOf(JsonElement item)
    {
        var word = item.Text("mediaMetadata", "mediaStatus", "mediaGenerationStatus") ?? item.Text("status") ?? item.Text("operation", "status") ?? "";
        return word.StartsWith(Prefix, StringComparison.Ordinal) ? word[Prefix.Length..] : word.ToUpperInvariant();
    }

    private static GoogleError ErrorOf(JsonElement item)
    {
        foreach (var place in new[] { item.At("operation"), item, item.At("mediaMetadata", "mediaStatus"), item.At("mediaMetadata") })
        {
            if (GoogleError.Of(place) is var error && error != GoogleError.None)
                return error;
        }

        var reasons = item.Items("mediaMetadata", "mediaStatus", "failureReasons").Concat(item.Items("failureReasons"));
        return reasons.Where(reason => reason.ValueKind == JsonValueKind.String).Select(reason => reason.GetString()!).ToList() is { Count: > 0 } words
            ? GoogleError.None with { Reasons = words }
            : GoogleError.None;
    }

    private static FlowStatus Refused(GoogleError error, bool blocked) => new(new OperationStatus.Refused(FlowErrors.OfOperation(error, blocked)));

    /// <summary>"Successful" is not "has a video": without an address and without a media id there is nothing to fetch yet.</summary>
    private static FlowStatus FinishedOf(JsonElement item)
    {
        var (address, media) = (AddressOf(item), MediaOf(item));
        return address is null && media is null
            ? new(new OperationStatus.Unreadable(Sentence.Of("provider.no-address")))
            : new(new OperationStatus.Finished(), address, media);
    }

    public static Uri? AddressOf(JsonElement item)
    {
        foreach (var holder in new[]
                 {
                     item.At("operation", "metadata", "video"), item.At("operation", "response", "video"), item.At("operation", "response"),
                     item.At("response", "video"), item.At("response"), item.At("video", "generatedVideo"), item.At("video"), item,
                 })
        {
            foreach (var name in (ReadOnlySpan<string>)["fifeUrl", "videoUrl", "downloadUrl", "url"])
            {
                if (Uri.TryCreate(holder.Text(name), UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
                    return address;
            }
        }

        return null;
    }

    private static string? MediaOf(JsonElement item) =>
        item.Text("operation", "metadata", "video", "mediaGenerationId")
        ?? item.Text("mediaGenerationId", "mediaGenerationId")
        ?? item.Text("mediaGenerationId")
        ?? item.Text("operation", "metadata", "name")
        ?? (item.At("mediaMetadata").ValueKind == JsonValueKind.Object ? item.Text("name") : null);

    private static double? ProgressOf(JsonElement item) =>
        (item.Number("operation", "metadata", "progressPercentage") ?? item.Number("progress")) is { } progress
            ? Math.Clamp(progress > 1 ? progress / 100 : progress, 0, 1)
            : null;
}
