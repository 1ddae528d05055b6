using System.Text.Json;
using Rushes.Engine.Library;
using Rushes.Film.Scenes;
using Rushes.Providers.Http;

namespace Rushes.Providers.GoogleFlow;

/// <summary>
/// What only Flow must know of a model (<c>wire</c> in <c>data/models/flow-*.json</c>): each of its keys films one aspect, and one kind of input.
/// </summary>
/// <param name="Aspect">The wire's word, such as <c>VIDEO_ASPECT_RATIO_PORTRAIT</c>.</param>
/// <param name="FromText">The key without pictures; null when the model films none so.</param>
/// <param name="FromFirst">The key that starts from a picture.</param>
/// <param name="FromBoth">The key that starts from one picture and ends at another.</param>
internal sealed record FlowWire(string Aspect, string? FromText, string? FromFirst, string? FromBoth)
{
    public static FlowWire Of(VideoModel model, Aspect aspect)
    {
        var fit = model.AspectFor(aspect);
        var keys = (model.Wire ?? default).At("keys", fit);
        return new(Word(fit), keys.Text("text"), keys.Text("first_frame"), keys.Text("first_and_last_frame"));
    }

    /// <summary>The key that enlarges to a resolution such as <c>1080p</c>; null when the model has none.</summary>
    public static string? UpscalerOf(VideoModel model, string resolution) => (model.Wire ?? default).Text("upscale", resolution);

    /// <summary>The aspect of a picture in the words of the upload.</summary>
    public string ImageAspect => Aspect.Replace("VIDEO", "IMAGE", StringComparison.Ordinal);

    private static string Word(string aspect) => aspect switch
    {
        "1:1" => "VIDEO_ASPECT_RATIO_SQUARE",
        "16:9" => "VIDEO_ASPECT_RATIO_LANDSCAPE",
        _ => "VIDEO_ASPECT_RATIO_PORTRAIT",
    };
}
