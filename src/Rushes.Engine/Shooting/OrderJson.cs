using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rushes.Engine.Shooting;

/// <summary>Orders and notes as they are stored: snake_case.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ShotOrder))]
public sealed partial class OrderJson : JsonSerializerContext
{
    public static string Write(ShotOrder order) => JsonSerializer.Serialize(order, Default.ShotOrder);

    public static ShotOrder Read(string json) =>
        JsonSerializer.Deserialize(json, Default.ShotOrder) ?? throw new JsonException("An order is empty.");
}
