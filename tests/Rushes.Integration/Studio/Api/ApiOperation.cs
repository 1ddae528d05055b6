using System.Text.Json.Nodes;

namespace Rushes.Integration.Studio.Api;

/// <summary>An operation of the document.</summary>
public sealed record ApiOperation(string Id, HttpMethod Method, string Path, JsonNode Page)
{
    /// <summary>What a request's JSON looks like; null when there is none.</summary>
    public JsonNode? Request => Page["requestBody"]?["content"]?["application/json"]?["schema"];

    /// <summary>The kinds of content that a request may have.</summary>
    public IReadOnlyList<string> RequestTypes => [.. (Page["requestBody"]?["content"] as JsonObject ?? []).Select(entry => entry.Key)];

    public bool TakesKey => (Page["parameters"] as JsonArray ?? []).Any(parameter => (string?)parameter!["name"] == "Idempotency-Key");

    /// <returns>The schema of an answer's JSON; null when none is described.</returns>
    public JsonNode? Answer(int status)
    {
        var answer = Page["responses"]![status.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        Assert.True(answer is not null, $"{Id} answered {status}, which is not described");
        return (answer["content"]?["application/json"] ?? answer["content"]?["application/problem+json"])?["schema"];
    }
}
