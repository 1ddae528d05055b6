using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Clips;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Media;
using Rushes.FakeProviders.Operations;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.Fal;

/// <summary>The queue of fal: everything is accepted, "completed" says nothing about success, media lies elsewhere.</summary>
internal sealed class FalWire(Backstage backstage) : Wire(backstage)
{
    private readonly FalRequests requests = new(backstage.Uploads);

    protected override bool Queues => true;

    public override void Map(WebApplication api)
    {
        Route(api, "POST", "/storage/upload/initiate", InitiateAsync);
        foreach (var app in (string[])["/{owner}/{alias}", "/workflows/{owner}/{alias}", "/comfy/{owner}/{alias}"])
        {
            Route(api, "GET", app + "/requests/{id}/status", StatusAsync);
            Route(api, "GET", app + "/requests/{id}", ResultAsync);
            Route(api, "PUT", app + "/requests/{id}/cancel", CancelAsync);
        }
        Route(api, "POST", "/{**endpoint}", SubmitAsync);
    }

    public override void MapCdn(WebApplication cdn)
    {
        cdn.MapPut("/upload/{id}", (string id, HttpContext context) =>
        {
            if (Backstage.Uploads.Find(id) is not { Bytes.Length: 0 } promised)
                return Results.StatusCode(403);
            Backstage.Uploads.Add(promised with { Bytes = CallNotes.Of(context).Body, At = Backstage.Now });
            return Results.Ok();
        });
        cdn.MapGet("/files/{id}/{file}", (string id) => Backstage.Uploads.Find(id) is { Bytes.Length: > 0 } upload
            ? Results.Bytes(upload.Bytes, upload.MimeType, enableRangeProcessing: true) : Results.NotFound());
        cdn.MapGet("/files/{name}/{link:int}/output.mp4", DownloadAsync);
        cdn.MapGet("/moved/{name}/{link:int}/output.mp4", DownloadAsync);
    }

    protected override string? CredentialOf(HttpRequest request)
    {
        var value = request.Headers.Authorization.ToString();
        return value.StartsWith("Key ", StringComparison.OrdinalIgnoreCase) ? value[4..].Trim() : null;
    }

    public override IResult Say(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.BadRequest => Typed(Detail(422, new JsonArray(FalRequests.Complaint("prompt", refusal.Message ?? "Value error, the input is not valid", "value_error", null))), null, false),
        RefusalKind.Unauthorized => Detail(401, "Authentication is required to access this application."),
        RefusalKind.NoCredit => Detail(403, "User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing."),
        RefusalKind.Forbidden or RefusalKind.Captcha => Detail(403, "Access to this application is forbidden."),
        RefusalKind.NotFound => Detail(404, refusal.Message ?? "Not Found"),
        RefusalKind.TooMany => GoogleErrors.WithRetryAfter(Detail(429, "Too many requests. Please slow down."), refusal.RetryAfter),
        RefusalKind.Unavailable => Typed(Detail(503, "Runner scheduling failed", "runner_scheduling_failure"), "runner_scheduling_failure", true),
        _ => Typed(Detail(500, "Internal server error", "internal_error"), "internal_error", true),
    };

    private static IResult Detail(int status, JsonNode detail, string? type = null)
    {
        var body = new JsonObject { ["detail"] = detail };
        if (type is not null)
            body["error_type"] = type;
        return Json(body, status);
    }

    private static IResult Typed(IResult inner, string? type, bool retryable) => new FalResult(inner, type, retryable);

    private Task<IResult> SubmitAsync(HttpContext context, Caller caller)
    {
        var endpoint = (string)context.GetRouteValue("endpoint")!;
        if (!FalRequests.Has(endpoint))
            return Task.FromResult(Refuse(context, new Refusal(RefusalKind.NotFound, $"Application \"{endpoint}\" not found")));
        var parts = endpoint.Split('/');
        var app = string.Join('/', parts.Take(parts[0] is "workflows" or "comfy" ? 3 : 2));
        var order = requests.Read(endpoint, app, CallNotes.Of(context).Json());
        return SubmitAsync(context, caller, [order], null, () => Guid.NewGuid().ToString(), accepted =>
        {
            var answer = Queued(accepted[0]);
            answer["status_url"] = $"{Base(accepted[0])}/status";
            answer["cancel_url"] = $"{Base(accepted[0])}/cancel";
            answer["gateway_request_id"] = accepted[0].Name;
            return Json(answer);
        });
    }

    private async Task<IResult> StatusAsync(HttpContext context, Caller caller)
    {
        await Backstage.WaitAsync(Backstage.Options.StatusLatency, context.RequestAborted);
        var operation = Own(context, caller);
        if (await FaultAsync(context, Moment.Status, caller, [operation.Order.Prompt], operation.Name) is { } fault)
            return fault;
        if (!Backstage.Operations.Ask(operation))
            return Refuse(context, new Refusal(RefusalKind.NotFound));
        CallNotes.Of(context).Outcome = $"{operation.Name} {operation.State}";
        if (operation.State == OperationState.Queued)
            return Json(Queued(operation), 202);
        var answer = new JsonObject { ["status"] = operation.IsOver ? "COMPLETED" : "IN_PROGRESS", ["request_id"] = operation.Name };
        answer["response_url"] = Base(operation);
        if (context.Request.Query["logs"] == "1")
        {
            answer["logs"] = new JsonArray(new JsonObject
            {
                ["message"] = "Filming",
                ["level"] = "INFO",
                ["source"] = "USER",
                ["timestamp"] = operation.StartedAt?.ToString("O"),
            });
        }
        if (!operation.IsOver)
            return Json(answer, 202);
        if (Ending(operation) is { } ending)
        {
            answer["error"] = ending.Error;
            answer["error_type"] = ending.Type;
        }
        answer["metrics"] = new JsonObject { ["inference_time"] = (operation.EndedAt - operation.StartedAt)?.TotalSeconds };
        return Json(answer);
    }

    private async Task<IResult> ResultAsync(HttpContext context, Caller caller)
    {
        await Backstage.WaitAsync(Backstage.Options.StatusLatency, context.RequestAborted);
        var operation = Own(context, caller);
        if (!operation.IsOver)
            return Detail(400, "Request is still in progress");
        if (Ending(operation) is { } ending)
            return Typed(ending.Answer, ending.Status == 422 ? null : ending.Type, ending.Retryable);
        var clip = await ClipOf(operation);
        var form = ClipForm.Of(operation.Order.Aspect, operation.Order.Resolution, operation.Order.Seconds, operation.Order.Fps, operation.Order.Sound, 0, Backstage.Options.ClipScale);
        return Json(new JsonObject
        {
            ["video"] = new JsonObject
            {
                ["url"] = $"{Backstage.CdnAddress}files/{operation.Name}/{operation.Link}/output.mp4",
                ["content_type"] = Delivery.Mp4,
                ["file_name"] = "output.mp4",
                ["file_size"] = clip.Length,
                ["width"] = form.Width,
                ["height"] = form.Height,
                ["duration"] = operation.Order.Seconds,
                ["fps"] = operation.Order.Fps,
            },
            ["seed"] = operation.Order.Seed ?? 42,
        });
    }

    /// <summary>How a request that was not answered with a clip has ended; null when it was.</summary>
    private static (int Status, IResult Answer, string Error, string Type, bool Retryable)? Ending(Operation operation)
    {
        if (operation.State == OperationState.Cancelled)
            return (499, Detail(499, "Request was cancelled by the client", "client_cancelled"), "Request was cancelled by the client", "client_cancelled", false);
        if (((FalWork)operation.Order.Extra!).Complaints is { } complaints)
            return Wrong((JsonArray)complaints.DeepClone());
        return operation.Fate?.Kind switch
        {
            FaultKind.Blocked or FaultKind.Refusal => Wrong(new JsonArray(FalRequests.Complaint("prompt",
                "The content could not be processed because it contained material flagged by a content checker.", "content_policy_violation", operation.Order.Prompt))),
            FaultKind.FailedForGood => Wrong(new JsonArray(FalRequests.Complaint("image_url", "Failed to load the image. Please ensure the image file is not corrupted and is in a supported format.", "image_load_error", null))),
            FaultKind.Failed => (500, Detail(500, "Internal server error", "runner_server_error"), "Internal server error", "runner_server_error", true),
            _ => null,
        };
    }

    private static (int, IResult, string, string, bool) Wrong(JsonArray complaints)
    {
        var (message, type) = ((string)complaints[0]!["msg"]!, (string)complaints[0]!["type"]!);
        return (422, Detail(422, complaints), message, type, false);
    }

    private async Task<IResult> CancelAsync(HttpContext context, Caller caller)
    {
        var id = (string)context.GetRouteValue("id")!;
        if (Backstage.Operations.Find(id) is not { } operation || !AccountBook.Owns(caller, operation))
            return Json(new JsonObject { ["status"] = "NOT_FOUND" }, 404);
        if (await FaultAsync(context, Moment.Cancel, caller, [operation.Order.Prompt], operation.Name) is { } fault)
            return fault;
        return Backstage.Operations.Cancel(operation)
            ? Json(new JsonObject { ["status"] = "CANCELLATION_REQUESTED" }, 202)
            : Json(new JsonObject { ["status"] = "ALREADY_COMPLETED" }, 400);
    }

    private async Task<IResult> InitiateAsync(HttpContext context, Caller caller)
    {
        if (await FaultAsync(context, Moment.Upload, caller) is { } fault)
            return fault;
        var body = CallNotes.Of(context).Json();
        var id = Hex(16);
        Backstage.Uploads.Add(new Upload(id, caller.Name, (string?)body["content_type"] ?? "application/octet-stream", [], Backstage.Now));
        return Json(new JsonObject
        {
            ["upload_url"] = $"{Backstage.CdnAddress}upload/{id}",
            ["file_url"] = $"{Backstage.CdnAddress}files/{id}/{Uri.EscapeDataString((string?)body["file_name"] ?? "file")}",
        });
    }

    private async Task DownloadAsync(string name, int link, HttpContext context)
    {
        if (Backstage.Operations.Find(name) is not { State: OperationState.Ready } operation || link != operation.Link)
        {
            await Results.NotFound().ExecuteAsync(context);
            return;
        }
        var fault = DownloadFault(context, operation);
        switch (fault?.Kind)
        {
            case FaultKind.Expired or FaultKind.Processing:
                CallNotes.Of(context).Outcome = $"fault {fault.Name}";
                operation.Link += fault.Kind == FaultKind.Expired ? 1 : 0;
                await Results.NotFound().ExecuteAsync(context);
                return;
            case FaultKind.Redirect when context.Request.Path.StartsWithSegments("/files", StringComparison.Ordinal):
                CallNotes.Of(context).Outcome = $"fault {fault.Name}";
                context.Response.Redirect($"{Backstage.CdnAddress}moved/{name}/{link}/output.mp4");
                return;
            default:
                if (!await PlayDownloadAsync(context, fault))
                    await Delivery.SendAsync(context, await ClipOf(operation), fault);
                return;
        }
    }

    private Operation Own(HttpContext context, Caller caller)
    {
        var id = (string)context.GetRouteValue("id")!;
        var app = context.Request.Path.Value!.Split("/requests/")[0].TrimStart('/');
        return Backstage.Operations.Find(id) is { } operation && AccountBook.Owns(caller, operation) && ((FalWork)operation.Order.Extra!).App == app
            ? operation : throw new RefusedException(RefusalKind.NotFound, "Not Found");
    }

    private JsonObject Queued(Operation operation) => new()
    {
        ["status"] = "IN_QUEUE",
        ["request_id"] = operation.Name,
        ["queue_position"] = Backstage.Operations.PositionOf(operation),
        ["response_url"] = Base(operation),
    };

    private string Base(Operation operation) => $"{Backstage.Address}{((FalWork)operation.Order.Extra!).App}/requests/{operation.Name}";

    private sealed class FalResult(IResult inner, string? type, bool retryable) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers["X-Fal-Retryable"] = retryable ? "true" : "false";
            if (type is not null)
                httpContext.Response.Headers["X-Fal-Error-Type"] = type;
            return inner.ExecuteAsync(httpContext);
        }
    }
}
