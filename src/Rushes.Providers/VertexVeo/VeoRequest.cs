using System.Text.Json.Nodes;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Providers.Http;

namespace Rushes.Providers.VertexVeo;

/// <summary>Writes the body of <c>predictLongRunning</c>.</summary>
internal static class VeoRequest
{
    /// <exception cref="IOException">A picture cannot be read.</exception>
    public static async Task<JsonObject> WriteAsync(ShotOrder order, VideoModel model, VeoWire wire, CancellationToken cancellation)
    {
        var instance = new JsonObject { ["prompt"] = order.Prompt };
        var seconds = model.LengthFor(order.Rate.Seconds(order.Frames));
        var pictures = ShotPictures.Of(order);
        if (ReferencesInstead.Of(order, pictures, model) is { Count: > 0 } references)
        {
            var list = new JsonArray();
            foreach (var reference in references)
                list.Add(new JsonObject { ["image"] = await PictureAsync(reference, cancellation), ["referenceType"] = "asset" });
            instance["referenceImages"] = list;
            seconds = wire.ReferenceLength;
        }
        else
        {
            if (model.FirstFrame && pictures.First is { } first)
                instance["image"] = await PictureAsync(first, cancellation);
            if (model.LastFrame && pictures.Last is { } last)
                instance["lastFrame"] = await PictureAsync(last, cancellation);
        }

        return new() { ["instances"] = new JsonArray(instance), ["parameters"] = Parameters(order, model, wire, seconds) };
    }

    private static async Task<JsonObject> PictureAsync(string file, CancellationToken cancellation)
    {
        var picture = await PictureUpload.ReadAsync(file, cancellation);
        return new() { ["bytesBase64Encoded"] = picture.Base64, ["mimeType"] = picture.MimeType };
    }

    private static JsonObject Parameters(ShotOrder order, VideoModel model, VeoWire wire, double seconds)
    {
        var parameters = wire.Parameters.DeepClone().AsObject();
        parameters["sampleCount"] = 1;
        parameters["durationSeconds"] = (int)Math.Ceiling(seconds - 0.01);
        parameters["aspectRatio"] = model.AspectFor(order.Aspect);
        if (model.ResolutionFor(order.Size) is { } resolution)
            parameters["resolution"] = resolution;
        if (model.TakesSeed)
            parameters["seed"] = order.Seed & uint.MaxValue;
        if (model.NegativePrompt && !string.IsNullOrWhiteSpace(order.Negative))
            parameters["negativePrompt"] = order.Negative;
        if (wire.StorageUri is { } storage)
            parameters["storageUri"] = storage;
        return parameters;
    }
}
