using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Rushes.Integration.Studio.Api;

/// <summary>A server-sent event.</summary>
public sealed record StreamedEvent(string Kind, string? Id, JsonNode Data)
{
    public static async Task<IReadOnlyList<StreamedEvent>> ReadAllAsync(Stream stream)
    {
        List<StreamedEvent> events = [];
        await foreach (var one in SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken))
            events.Add(new(one.EventType, one.EventId, JsonNode.Parse(one.Data)!));
        return events;
    }
}
