using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Rushes.FakeProviders.Calls;

/// <summary>What a wire notes about the request it answers, and the body it has read.</summary>
internal sealed class CallNotes
{
    public byte[] Body { get; init; } = [];

    public string? Account { get; set; }

    public string Outcome { get; set; } = "";

    public bool Dropped { get; private set; }

    /// <summary>Writes what is known into the log, before the client can see anything of the answer.</summary>
    public Action Publish { get; init; } = () => { };

    /// <summary>Closes the connection without an answer.</summary>
    public void Drop(HttpContext context)
    {
        Dropped = true;
        Publish();
        context.Abort();
    }

    /// <summary>The body as JSON.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public JsonObject Json() => JsonNode.Parse(Body) as JsonObject ?? throw new JsonException("The body is not a JSON object.");

    public static CallNotes Of(HttpContext context) => context.Features.Get<CallNotes>() ?? new CallNotes();
}
