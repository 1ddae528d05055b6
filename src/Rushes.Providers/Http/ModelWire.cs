using System.Text.Json;
using System.Text.Json.Serialization;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;

namespace Rushes.Providers.Http;

/// <summary>A model with what its provider's adapter must know of it: the <c>wire</c> of its data file.</summary>
internal static class ModelWire
{
    private static readonly JsonSerializerOptions Lenient = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <param name="refusal">Why nothing can be filmed with the model.</param>
    /// <returns>Null with a <paramref name="refusal"/> when there is no such model, or its file does not say what the adapter must know.</returns>
    public static (VideoModel Model, TWire Wire)? Find<TWire>(ModelBook models, string provider, string? id, out Refusal? refusal)
        where TWire : class
    {
        ArgumentNullException.ThrowIfNull(models);
        refusal = null;
        if (models.Find(provider, id) is not { } model)
        {
            refusal = new(RefusalKind.BadRequest, Sentence.Of("provider.model-unknown", provider, id ?? ""));
            return null;
        }

        try
        {
            if (model.Wire is { ValueKind: JsonValueKind.Object } wire && wire.Deserialize<TWire>(Lenient) is { } read)
                return (model, read);
            refusal = new(RefusalKind.BadRequest, Sentence.Of("provider.model-file", model.Id, "wire"));
        }
        catch (JsonException broken)
        {
            refusal = new(RefusalKind.BadRequest, Sentence.Of("provider.model-file", model.Id, broken.Message));
        }

        return null;
    }
}
