using System.Text.Json.Nodes;

namespace Rushes.Tests.LanguageModels;

/// <summary>A request as a service received it.</summary>
/// <param name="Headers">By lower-case name.</param>
internal sealed record Received(string Method, string Address, IReadOnlyDictionary<string, string> Headers, JsonObject Body);
