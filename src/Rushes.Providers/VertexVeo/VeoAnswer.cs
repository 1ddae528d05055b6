using System.Globalization;
using System.Text.Json;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Providers.Http;

namespace Rushes.Providers.VertexVeo;

/// <summary>Reads what <c>fetchPredictOperation</c> tells of an operation.</summary>
internal static class VeoAnswer
{
    /// <param name="hasFilm">A clip lay inside the answer and was passed by.</param>
    public static OperationStatus StatusOf(JsonElement operation, bool hasFilm)
    {
        if (hasFilm)
            return new OperationStatus.Finished();
        if (operation.ValueKind != JsonValueKind.Object)
            return new OperationStatus.Unreadable(Sentence.Of("vertex.no-json"));
        if (!operation.IsTrue("done"))
            return new OperationStatus.Generating();
        if (operation.At("error").ValueKind == JsonValueKind.Object)
            return new OperationStatus.Refused(VeoErrors.OfOperation(operation.At("error")));
        return FilmOf(operation) is not null ? new OperationStatus.Finished() : new OperationStatus.Refused(FilteredOf(operation));
    }

    /// <summary>Where the clip lies, such as <c>gs://bucket/prefix/sample_0.mp4</c>; empty for a clip inside the answer; null when there is none.</summary>
    public static string? FilmOf(JsonElement operation) => operation.Items("response", "videos")
        .Select(video => video.Text("gcsUri") ?? (video.Text("bytesBase64Encoded") is { Length: > 0 } ? "" : null))
        .FirstOrDefault(found => found is not null);

    /// <summary>An operation that is done without a clip was filtered, whether it says so or not.</summary>
    private static Refusal FilteredOf(JsonElement operation)
    {
        var response = operation.At("response");
        var reasons = string.Join(' ', response.Items("raiMediaFilteredReasons").Select(reason => reason.Text()).Where(reason => !string.IsNullOrEmpty(reason)));
        if (reasons.Length > 0)
            return new(RefusalKind.Policy, reasons);
        return response.Number("raiMediaFilteredCount") is > 0 and var count
            ? new(RefusalKind.Policy, Sentence.Of("vertex.filtered", count.ToString(CultureInfo.InvariantCulture)))
            : new(RefusalKind.FailedAtProvider, Sentence.Of("provider.no-video"));
    }
}
