using System.Globalization;
using System.Text.Json.Nodes;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;

namespace Rushes.Providers.GeminiOmni;

/// <summary>The body of a submission to the Interactions API.</summary>
internal static class OmniRequests
{
    /// <param name="model">The model's name on the wire.</param>
    public static JsonObject Film(ShotOrder order, VideoModel offer, string model, OmniPictures pictures)
    {
        var input = new JsonArray();
        foreach (var picture in pictures.All)
            input.Add((JsonNode)new JsonObject { ["type"] = "image", ["mime_type"] = picture.MimeType, ["data"] = picture.Base64 });
        input.Add((JsonNode)new JsonObject { ["type"] = "text", ["text"] = pictures.Name(order.Prompt) });
        var format = new JsonObject
        {
            ["type"] = "video",
            ["aspect_ratio"] = offer.AspectFor(order.Aspect),
            ["duration"] = Duration(offer.LengthFor(order.Rate.Seconds(order.Frames))),
            ["delivery"] = "uri",
        };
        if (offer.ResolutionFor(order.Size) is { } resolution)
            format["resolution"] = resolution;
        return new JsonObject
        {
            ["model"] = model,
            ["input"] = input,

            // Without it the answer comes only when the clip is filmed, and an answer that late is easily lost.
            ["background"] = true,
            ["store"] = true,
            ["response_format"] = format,
            ["generation_config"] = new JsonObject
            {
                ["video_config"] = new JsonObject { ["task"] = pictures.Task },
                ["seed"] = order.Seed & int.MaxValue,
            },
        };
    }

    /// <summary>A duration as text, such as <c>5.5s</c>: a bare number is refused. Rounded up, so that no frame of the scene is missing.</summary>
    private static string Duration(double seconds) => (Math.Ceiling(Math.Round(seconds * 10, 6)) / 10).ToString("0.#", CultureInfo.InvariantCulture) + "s";
}
