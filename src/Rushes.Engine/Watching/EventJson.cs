using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rushes.Engine.Watching;

/// <summary>Events as they are stored and sent: snake_case, with their kind in <c>event</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(StudioEvent))]
public sealed partial class EventJson : JsonSerializerContext
{
    public static string Write(StudioEvent happening) => JsonSerializer.Serialize(happening, Default.StudioEvent);

    public static StudioEvent Read(string json) =>
        JsonSerializer.Deserialize(json, Default.StudioEvent) ?? throw new JsonException("An event is empty.");
}
