namespace Rushes.Providers.Animatic.Art;

/// <summary>A colour and its names by language.</summary>
internal sealed record NamedColour(string Hex, IReadOnlyDictionary<string, string[]> Words);
