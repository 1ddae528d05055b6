using System.Text.Json;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Providers.Http;

namespace Rushes.Providers.GeminiOmni;

/// <summary>An interaction as a question found it.</summary>
/// <param name="State">For the lane.</param>
/// <param name="Address">Where the finished clip is; null where there is none.</param>
/// <param name="Data">The finished clip in base64: an interaction in the background may bring it so although an address was asked for.</param>
internal sealed record OmniInteraction(OperationStatus State, Uri? Address = null, string? Data = null)
{
    public static OmniInteraction Read(JsonElement body, ModelBook models)
    {
        var error = GoogleError.Of(body);
        return body.Text("status") switch
        {
            "failed" or "budget_exceeded" => new(new OperationStatus.Refused(OmniErrors.OfInteraction(error, body.Text("status")!))),
            "cancelled" => new(new OperationStatus.Refused(new(RefusalKind.FailedAtProvider, "cancelled"))),
            "completed" or "incomplete" => Ended(body, models),
            null when error != GoogleError.None => new(new OperationStatus.Refused(OmniErrors.OfInteraction(error, ""))),
            null => new(new OperationStatus.Unreadable(Sentence.Of("provider.not-mentioned"))),
            _ => new(new OperationStatus.Generating()),
        };
    }

    /// <summary>"Completed" is not "has a video": a refusal for the content is a completed interaction that holds words alone.</summary>
    private static OmniInteraction Ended(JsonElement body, ModelBook models)
    {
        var contents = body.Items("steps").Where(step => step.Text("type") == "model_output").SelectMany(step => step.Items("content")).ToList();
        foreach (var video in contents.Where(content => content.Text("type") == "video"))
        {
            var finished = new OperationStatus.Finished(OmniWire.CostOf(ModelOf(body, models), body.At("usage")));
            if (Uri.TryCreate(video.Text("uri"), UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
                return new(finished, address);
            if (video.Text("data") is { Length: > 0 } data)
                return new(finished, Data: data);
        }

        var words = string.Join(' ', contents.Where(content => content.Text("type") == "text").Select(content => content.Text("text"))).Trim();
        return new(new OperationStatus.Refused(words.Length > 0
            ? new(RefusalKind.Policy, words)
            : new(RefusalKind.FailedAtProvider, Sentence.Of("provider.no-video"))));
    }

    private static VideoModel? ModelOf(JsonElement body, ModelBook models) =>
        models.Of(GeminiOmniProvider.ProviderName).FirstOrDefault(model => OmniWire.NameOf(model) == body.Text("model"));
}
