using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Calls;

namespace Rushes.FakeProviders.Control;

/// <summary>How a stranger sets and reads a fake from outside: <c>/__fake/...</c>. None of these calls is logged.</summary>
internal static class ControlRoutes
{
    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static void Map(WebApplication api, FakeServer server)
    {
        api.MapGet("/__fake", () => Answer(new
        {
            simulation = true,
            provider = server.Name,
            address = server.Address,
            cdn = server.CdnAddress,
            faults = Faults.FaultNames.Names,
        }));
        api.MapGet("/__fake/calls", (string? path, Door? door) => Answer(server.Calls.All.Where(call =>
            (path is null || call.Path.Contains(path, StringComparison.OrdinalIgnoreCase)) && (door is null || call.Door == door))));
        api.MapGet("/__fake/operations", () => Answer(server.Operations.All.Select(operation => new
        {
            operation.Name,
            operation.Account,
            operation.Project,
            operation.State,
            operation.CreatedAt,
            operation.StartedAt,
            operation.EndedAt,
            operation.Polls,
            operation.Order,
            Fate = operation.Fate?.Name,
        })));
        api.MapGet("/__fake/uploads", () => Answer(server.Uploads.All.Select(upload => new
        {
            upload.Id,
            upload.Account,
            upload.MimeType,
            upload.Bytes.Length,
            upload.Sha256,
            upload.At,
        })));
        api.MapGet("/__fake/traffic", () => Answer(new
        {
            MostInFlight = server.Calls.MostInFlight,
            MostRunning = server.Operations.MostRunning,
            Operations = server.Operations.All.Count,
            Accounts = server.Accounts.ToDictionary(name => name, server.TrafficOf, StringComparer.Ordinal),
        }));
        api.MapPost("/__fake/scenario", async (HttpRequest request) =>
        {
            try
            {
                var plan = await PlanReader.ReadAsync(request.Body, request.HttpContext.RequestAborted);
                server.Faults.Add(plan);
                return Answer(plan);
            }
            catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
            {
                return Results.Json(new { error = wrong.Message }, statusCode: 400);
            }
        });
        api.MapPost("/__fake/reset", () =>
        {
            server.Reset();
            return Results.NoContent();
        });
    }

    private static IResult Answer<T>(T body) => Results.Json(body, Snake);
}
