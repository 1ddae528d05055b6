using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>Reads names of data files, such as <c>from-left</c>.</summary>
internal sealed class KebabCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
