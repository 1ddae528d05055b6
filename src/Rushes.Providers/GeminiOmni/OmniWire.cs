using System.Text.Json;
using Rushes.Engine.Library;
using Rushes.Film.Takes;
using Rushes.Providers.Http;

namespace Rushes.Providers.GeminiOmni;

/// <summary>What only the Gemini API must know of a model (<c>wire</c> in <c>data/models/gemini-omni-*.json</c>).</summary>
internal static class OmniWire
{
    public static string NameOf(VideoModel model) => (model.Wire ?? default).Text("model") ?? model.Id;

    /// <summary>What a clip really cost: its tokens at the rates of the model's data, each for a million.</summary>
    /// <param name="usage">The finished interaction's <c>usage</c>; thoughts are counted beside the output, everything else within it.</param>
    /// <returns>Null when the rates or the tokens are not known.</returns>
    public static Cost? CostOf(VideoModel? model, JsonElement usage)
    {
        var rates = (model?.Wire ?? default).At("rates");
        if (rates.ValueKind != JsonValueKind.Object || usage.Number("total_output_tokens") is not { } output)
            return null;
        var film = usage.Items("output_tokens_by_modality").Where(part => part.Text("modality") == "video").Sum(part => part.Number("tokens") ?? 0);
        var text = Math.Max(0, output - film) + (usage.Number("total_thought_tokens") ?? 0);
        var millionths = ((usage.Number("total_input_tokens") ?? 0) * (rates.Number("input") ?? 0)) + (text * (rates.Number("text") ?? 0)) + (film * (rates.Number("video") ?? 0));
        return new Cost(Math.Round((decimal)millionths / 1_000_000, 6, MidpointRounding.AwayFromZero), rates.Text("currency") ?? "USD");
    }
}
