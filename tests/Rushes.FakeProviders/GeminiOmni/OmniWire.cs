using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Media;
using Rushes.FakeProviders.Operations;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.GeminiOmni;

/// <summary>Gemini Omni through the Interactions API: API key, files, refusals that look like success, limits that show late.</summary>
internal sealed class OmniWire : Wire
{
    private readonly OmniFiles files;
    private readonly OmniRequests requests;

    public OmniWire(Backstage backstage) : base(backstage)
    {
        files = new OmniFiles(backstage);
        requests = new OmniRequests(backstage.Operations, files.EnclosureOf);
    }

    public override void Map(WebApplication api)
    {
        Route(api, "POST", "/v1beta/interactions", SubmitAsync);
        Route(api, "GET", "/v1beta/interactions/{id}", StatusAsync);
        Route(api, "POST", "/v1beta/interactions/{id}/cancel", CancelAsync);
        Route(api, "DELETE", "/v1beta/interactions/{id}", (context, caller) =>
        {
            Backstage.Operations.Forget(Own(context, caller));
            return Task.FromResult(Json(new JsonObject()));
        });
        Route(api, "GET", "/v1beta/files/{id}", FileAsync);
        Route(api, "GET", "/v1beta/models", (_, _) => Task.FromResult(Json(new JsonObject
        {
            ["models"] = new JsonArray([.. OmniRequests.ModelNames.Select(name => new JsonObject { ["name"] = "models/" + name, ["displayName"] = name })]),
        })));
        api.MapPost("/upload/v1beta/files", async context =>
        {
            if (context.Request.Query.ContainsKey("upload_id"))
            {
                try
                {
                    await files.Finish(context).ExecuteAsync(context);
                }
                catch (RefusedException refused)
                {
                    await Plain(refused.Refusal).ExecuteAsync(context);
                }
                return;
            }
            var caller = Backstage.Accounts.Find(CredentialOf(context.Request));
            IResult answer;
            try
            {
                answer = caller is null ? Unknown(CredentialOf(context.Request))
                    : await FaultAsync(context, Moment.Upload, caller) ?? files.Start(context, caller);
            }
            catch (RefusedException refused)
            {
                answer = Plain(refused.Refusal);
            }
            await answer.ExecuteAsync(context);
        });
    }

    public override void MapCdn(WebApplication cdn) => cdn.MapGet("/files/{name}", async (string name, HttpContext context) =>
    {
        if (Backstage.Operations.Find(name) is { State: OperationState.Ready } operation && Backstage.Links.Opens(context.Request, operation, out _))
            await Delivery.SendAsync(context, await ClipOf(operation), null);
        else
            await Results.StatusCode(403).ExecuteAsync(context);
    });

    public override void Reset() => files.Clear();

    protected override string? CredentialOf(HttpRequest request) =>
        request.Headers.TryGetValue("x-goog-api-key", out var header) ? header.ToString() : request.Query["key"].ToString();

    protected override IResult Unknown(string? credential) => string.IsNullOrEmpty(credential)
        ? Array(403, "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.", "PERMISSION_DENIED")
        : Array(400, "API key not valid. Please pass a valid API key.", "INVALID_ARGUMENT");

    /// <summary>A complaint about a submission that came too early is kept for its first question.</summary>
    protected override Refusal? OverRate(TimeSpan wait) => null;

    /// <summary>The service itself speaks with a code in words; what stands before it answers with an array and a number.</summary>
    public override IResult Say(Refusal refusal)
    {
        switch (refusal.Kind)
        {
            case RefusalKind.BadRequest:
                return Worded(400, refusal.Message ?? "Request contains an invalid argument.", "invalid_request");
            case RefusalKind.NotFound:
                return Worded(404, refusal.Message ?? "Requested entity was not found.", "not_found");
            default:
                var (status, body) = GoogleErrors.Of(refusal);
                return GoogleErrors.WithRetryAfter(Json(new JsonArray(body), status), refusal.RetryAfter);
        }
    }

    private static IResult Plain(Refusal refusal)
    {
        var (status, body) = GoogleErrors.Of(refusal);
        return Json(body, status);
    }

    private static IResult Array(int status, string message, string word) => Json(new JsonArray(GoogleErrors.Body(status, message, word)), status);

    private static IResult Worded(int status, string message, string code) =>
        Json(new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["code"] = code } }, status);

    private async Task<IResult> SubmitAsync(HttpContext context, Caller caller)
    {
        var order = requests.Read(CallNotes.Of(context).Json(), caller);
        Operation? accepted = null;
        var answer = await SubmitAsync(context, caller, [order], null,
            () => "v1_" + Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(33)).Replace('+', '-').Replace('/', '_'),
            operations =>
            {
                accepted = operations[0];
                var answer = Describe(accepted, "in_progress");
                answer.Remove("steps");
                return Json(answer);
            });
        if (accepted is null || ((OmniWork)order.Extra!).Background)
            return answer;
        // Not in the background: the answer comes when the clip does.
        while (Backstage.Operations.Find(accepted.Name) is { IsOver: false })
            await Backstage.WaitAsync(TimeSpan.FromMilliseconds(20), context.RequestAborted);
        return Json(await FinishedAsync(accepted));
    }

    private async Task<IResult> StatusAsync(HttpContext context, Caller caller)
    {
        await Backstage.WaitAsync(Backstage.Options.StatusLatency, context.RequestAborted);
        var operation = Own(context, caller);
        if (await FaultAsync(context, Moment.Status, caller, [operation.Order.Prompt], operation.Name) is { } fault)
            return fault;
        if (!Backstage.Operations.Ask(operation))
            return Refuse(context, new Refusal(RefusalKind.BadRequest, $"Invalid interaction name: '{operation.Name}'."));
        CallNotes.Of(context).Outcome = $"{operation.Name} {operation.State}";
        if (operation.Fate is { Kind: FaultKind.TooManyLater } later && operation.Polls == 1)
        {
            CallNotes.Of(context).Outcome = $"fault {later.Name}";
            return Worded(429, TooMany(operation), "too_many_requests");
        }
        return Json(await FinishedAsync(operation));
    }

    private async Task<IResult> CancelAsync(HttpContext context, Caller caller)
    {
        var operation = Own(context, caller);
        if (await FaultAsync(context, Moment.Cancel, caller, [operation.Order.Prompt], operation.Name) is { } fault)
            return fault;
        Backstage.Operations.Cancel(operation);
        return Json(await FinishedAsync(operation));
    }

    private async Task<IResult> FileAsync(HttpContext context, Caller caller)
    {
        var asked = (string)context.GetRouteValue("id")!;
        var download = asked.EndsWith(":download", StringComparison.Ordinal);
        var id = download ? asked[..^":download".Length] : asked;
        if (!download && files.Look(id, caller) is { } upload)
            return Json(upload);
        if (files.ClipOf(id) is not { } operation || !AccountBook.Owns(caller, operation))
            return Plain(new Refusal(RefusalKind.Forbidden, $"You do not have permission to access the File {id} or it may not exist."));
        var scene = new FaultScene(Moment.Download, [operation.Order.Prompt], operation.Name, caller.Name, caller.Credential, context.Request.Path, FaultKind.Processing);
        if (Backstage.Faults.Next(scene) is { } processing)
        {
            CallNotes.Of(context).Outcome = $"fault {processing.Name}";
            return download ? Json(GoogleErrors.Body(400, $"The File {id} is not in an ACTIVE state and usage is not allowed.", "FAILED_PRECONDITION"), 400)
                : Json(files.Describe(id, Delivery.Mp4, 0, "PROCESSING", operation.CreatedAt));
        }
        if (!download && context.Request.Query["alt"] != "media")
            return Json(files.Describe(id, Delivery.Mp4, (await ClipOf(operation)).Length, "ACTIVE", operation.CreatedAt));
        return new DownloadResult(this, operation);
    }

    private async Task DownloadAsync(HttpContext context, Operation operation)
    {
        var fault = DownloadFault(context, operation);
        switch (fault?.Kind)
        {
            case FaultKind.Expired:
                CallNotes.Of(context).Outcome = $"fault {fault.Name}";
                operation.Link++;
                await Plain(new Refusal(RefusalKind.Forbidden, "You do not have permission to access the File or it may not exist.")).ExecuteAsync(context);
                return;
            case FaultKind.Redirect:
                CallNotes.Of(context).Outcome = $"fault {fault.Name}";
                context.Response.Redirect($"{Backstage.CdnAddress}files/{operation.Name}?{Backstage.Links.Query(operation)}");
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
        return Backstage.Operations.Find(id) is { } operation && AccountBook.Owns(caller, operation) ? operation
            : throw new RefusedException(RefusalKind.BadRequest, $"Invalid interaction name: '{id}'.");
    }

    private async Task<JsonObject> FinishedAsync(Operation operation)
    {
        if (operation.Fate?.Kind == FaultKind.TooManyLater)
        {
            var refused = Describe(operation, "failed");
            refused["error"] = new JsonObject { ["message"] = TooMany(operation), ["code"] = "too_many_requests" };
            return refused;
        }
        switch (operation.State)
        {
            case OperationState.Cancelled:
                return Describe(operation, "cancelled");
            case OperationState.Failed:
                var failed = Describe(operation, "failed");
                failed["error"] = operation.Fate?.Kind == FaultKind.FailedForGood
                    ? new JsonObject { ["message"] = "The request could not be processed.", ["code"] = "invalid_request" }
                    : new JsonObject { ["message"] = "Internal error encountered.", ["code"] = "internal" };
                return failed;
            case OperationState.Blocked:
                return Completed(operation, new JsonObject
                {
                    ["type"] = "text",
                    ["text"] = "I can't create this video because it may go against the usage policies. Please try another prompt.",
                }, 0);
            case OperationState.Ready:
                return Completed(operation, await VideoAsync(operation), (int)(operation.Order.Seconds * 5792));
            default:
                var running = Describe(operation, operation.State == OperationState.Queued ? "queued" : "in_progress");
                running["response_format"] = ((OmniWork)operation.Order.Extra!).Format.DeepClone();
                return running;
        }
    }

    private async Task<JsonObject> VideoAsync(Operation operation)
    {
        const int inlineLimit = 4_000_000;
        var video = new JsonObject { ["type"] = "video", ["mime_type"] = Delivery.Mp4 };
        if (((OmniWork)operation.Order.Extra!).Inline && await ClipOf(operation) is { Length: < inlineLimit } clip)
            video["data"] = Convert.ToBase64String(clip);
        else
            video["uri"] = $"{files.AddressOf(files.IdOf(operation))}:download?alt=media";
        return video;
    }

    private static JsonObject Completed(Operation operation, JsonObject output, int videoTokens)
    {
        var answer = Describe(operation, "completed");
        ((JsonArray)answer["steps"]!).Add((JsonNode)new JsonObject { ["type"] = "thought", ["signature"] = "RmFrZQ==" });
        ((JsonArray)answer["steps"]!).Add((JsonNode)new JsonObject { ["type"] = "model_output", ["content"] = new JsonArray(output) });
        var input = operation.Order.Prompt.Length / 4;
        answer["usage"] = new JsonObject
        {
            ["total_tokens"] = input + videoTokens + 235,
            ["total_input_tokens"] = input,
            ["input_tokens_by_modality"] = new JsonArray(new JsonObject { ["modality"] = "text", ["tokens"] = input }),
            ["total_cached_tokens"] = 0,
            ["total_output_tokens"] = videoTokens,
            ["output_tokens_by_modality"] = videoTokens == 0 ? [] : new JsonArray(new JsonObject { ["modality"] = "video", ["tokens"] = videoTokens }),
            ["total_tool_use_tokens"] = 0,
            ["total_thought_tokens"] = 235,
        };
        return answer;
    }

    private static JsonObject Describe(Operation operation, string status) => new()
    {
        ["id"] = operation.Name,
        ["status"] = status,
        ["created"] = OmniFiles.Time(operation.CreatedAt),
        ["updated"] = OmniFiles.Time(operation.EndedAt ?? operation.StartedAt ?? operation.CreatedAt),
        ["service_tier"] = "standard",
        ["object"] = "interaction",
        ["model"] = operation.Order.Model,
        ["steps"] = new JsonArray(new JsonObject { ["type"] = "user_input", ["content"] = ((OmniWork)operation.Order.Extra!).Said.DeepClone() }),
    };

    private static string TooMany(Operation operation) => string.Create(CultureInfo.InvariantCulture,
        $"You exceeded your current quota. Quota exceeded for metric: generativelanguage.googleapis.com/generate_content_paid_tier_2_requests, limit: 8, model: {operation.Order.Model}\nPlease retry in {operation.Fate?.Seconds ?? 2:0.0##}s.");

    private sealed class DownloadResult(OmniWire wire, Operation operation) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => wire.DownloadAsync(httpContext, operation);
    }
}
