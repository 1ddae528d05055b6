using System.Text.Json;
using System.Text.Json.Nodes;
using Rushes.FakeProviders.Faults;

namespace Rushes.FakeProviders.Control;

/// <summary>
/// Reads <c>{"match":{"prompt":"...","account":"...","path":"..."},"after":0,"steps":["429:2*3",{"do":"failed","times":1}]}</c>;
/// a bare string as <c>match</c> is a part of the prompt.
/// </summary>
internal static class PlanReader
{
    public static async Task<FaultPlan> ReadAsync(Stream body, CancellationToken cancellation)
    {
        var json = await JsonNode.ParseAsync(body, cancellationToken: cancellation) as JsonObject ?? throw new JsonException("A scenario is a JSON object.");
        var match = json["match"];
        var steps = json["steps"] as JsonArray ?? throw new JsonException("A scenario has a list of \"steps\".");
        return new FaultPlan
        {
            Prompt = match is JsonValue ? match.GetValue<string>() : (string?)match?["prompt"],
            Account = match is JsonObject ? (string?)match["account"] ?? (string?)match["token"] : null,
            Path = match is JsonObject ? (string?)match["path"] : null,
            After = (int?)json["after"] ?? 0,
            Steps = [.. steps.Select(Step)],
        };
    }

    private static Fault Step(JsonNode? step)
    {
        if (step is JsonValue)
            return Fault.Parse(step.GetValue<string>());
        var fault = Fault.Parse((string?)step?["do"] ?? throw new JsonException("A step is a name or has \"do\"."));
        if (step!["on"] is { } on)
            fault = fault with { On = Enum.Parse<Moment>(on.GetValue<string>(), ignoreCase: true) };
        if (step["times"] is JsonValue times)
            fault = fault with { Times = times.TryGetValue<int>(out var count) ? Math.Max(1, count) : Fault.Always };
        if (step["seconds"] is { } seconds)
            fault = fault with { Seconds = seconds.GetValue<double>() };
        return fault;
    }
}
