using System.Text.Json;

namespace Rushes.Providers.VertexVeo;

/// <param name="Rest">The JSON with an empty text where the film was; undefined when it was no JSON, or was not read to its end.</param>
/// <param name="HasFilm">Whether there was a film in it.</param>
internal sealed record Sieved(JsonElement Rest, bool HasFilm);
