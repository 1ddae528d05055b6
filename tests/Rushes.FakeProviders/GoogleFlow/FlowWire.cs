using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Media;
using Rushes.FakeProviders.Operations;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.GoogleFlow;

/// <summary>Google Flow (<c>aisandbox-pa.googleapis.com</c>): bearer tokens, batches of up to four, signed links on storage.</summary>
internal sealed class FlowWire(Backstage backstage) : Wire(backstage)
{
    private static readonly string[] Generators = ["Text", "StartImage", "StartAndEndImage", "ReferenceImages", "ExtendVideo", "UpsampleVideo"];

    private readonly FlowOptions options = backstage.Options.Flow;
    private readonly FlowRequests requests = new(backstage.Uploads, backstage.Operations, backstage.Options.Flow);
    private readonly FlowAnswers answers = new(backstage);
    private readonly ConcurrentDictionary<string, int> spent = new(StringComparer.Ordinal);

    public override void Map(WebApplication api)
    {
        Route(api, "POST", "/v1:uploadUserImage", UploadAsync);
        foreach (var call in Generators)
            Route(api, "POST", $"/v1/video:batchAsyncGenerateVideo{call}", (context, caller) => GenerateAsync(call, context, caller));
        Route(api, "POST", "/v1/video:batchCheckAsyncVideoGenerationStatus", StatusAsync);
        Route(api, "GET", "/v1/credits", (_, caller) => Task.FromResult(Json(new JsonObject
        {
            ["credits"] = CreditsOf(caller.Name),
            ["userPaygateTier"] = "PAYGATE_TIER_TWO",
        })));
        Route(api, "GET", "/v1/media/{name}", (context, caller) => Task.FromResult(Json(answers.Media(ReadyMedia((string)context.GetRouteValue("name")!, caller)))));
        Route(api, "GET", "/fx/api/trpc/media.getMediaUrlRedirect", (context, caller) =>
            Task.FromResult(Results.Redirect(answers.Link(ReadyMedia(context.Request.Query["name"].ToString(), caller), "video"))));
        api.MapGet("/fx/api/auth/session", FlowSession.Answer(Backstage));
    }

    public override void MapCdn(WebApplication cdn)
    {
        cdn.MapGet("/ai-sandbox-videofx/video/{name}", DownloadAsync);
        cdn.MapGet("/ai-sandbox-videofx/moved/{name}", DownloadAsync);
        cdn.MapGet("/ai-sandbox-videofx/image/{name}", (string name, HttpContext context) =>
            Backstage.Operations.Find(name) is { } operation && Backstage.Links.Opens(context.Request, operation, out _)
                ? Results.Bytes(GreyDot.Png, "image/png") : StorageError(403, "AccessDenied"));
    }

    public override void Reset() => spent.Clear();

    protected override string? CredentialOf(HttpRequest request) => BearerOf(request);

    public override IResult Say(Refusal refusal)
    {
        // Flow names its own reasons beside those of the front end.
        var (status, body) = GoogleErrors.Of(refusal);
        var reason = refusal.Kind switch
        {
            RefusalKind.Captcha => "PUBLIC_ERROR_UNUSUAL_ACTIVITY",
            RefusalKind.NoCredit => "PUBLIC_ERROR_USER_QUOTA_REACHED",
            RefusalKind.Forbidden when refusal.Message is null => "PUBLIC_ERROR_MODEL_ACCESS_DENIED",
            _ => null,
        };
        if (reason is not null)
        {
            body["error"]!["message"] = refusal.Kind == RefusalKind.Captcha ? "reCAPTCHA evaluation failed" : reason;
            body["error"]!["details"] = new JsonArray(new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo", ["reason"] = reason });
        }
        return GoogleErrors.WithRetryAfter(Json(body, status), refusal.RetryAfter);
    }

    private async Task<IResult> UploadAsync(HttpContext context, Caller caller)
    {
        if (await FaultAsync(context, Moment.Upload, caller) is { } fault)
            return fault;
        var image = CallNotes.Of(context).Json()["imageInput"];
        var bytes = Convert.FromBase64String((string?)image?["rawImageBytes"] ?? "");
        if (ImageHeader.Read(bytes) is not { } size || (string?)image?["aspectRatio"] is not ("IMAGE_ASPECT_RATIO_PORTRAIT" or "IMAGE_ASPECT_RATIO_LANDSCAPE" or "IMAGE_ASPECT_RATIO_SQUARE"))
            return Refuse(context, new Refusal(RefusalKind.BadRequest));
        var id = "CAMaJD" + Convert.ToBase64String(Guid.NewGuid().ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Backstage.Uploads.Add(new Upload(id, caller.Name, (string?)image["mimeType"] ?? "image/png", bytes, Backstage.Now));
        CallNotes.Of(context).Outcome = $"uploaded {id}";
        return Json(new JsonObject
        {
            ["mediaGenerationId"] = new JsonObject { ["mediaGenerationId"] = id },
            ["width"] = size.Width,
            ["height"] = size.Height,
        });
    }

    private async Task<IResult> GenerateAsync(string call, HttpContext context, Caller caller)
    {
        var body = CallNotes.Of(context).Json();
        if (options.DemandsRecaptcha && string.IsNullOrEmpty((string?)(body["clientContext"]?["recaptchaContext"] ?? body["recaptchaContext"])?["token"]))
            return Refuse(context, new Refusal(RefusalKind.Captcha));
        var orders = requests.Read(call, body);
        var project = FlowRequests.Project(body, caller);
        var cost = orders.Sum(order => FlowModel.Find(order.Model)!.Credits);
        if (CreditsOf(caller.Name) < cost)
            return Refuse(context, new Refusal(RefusalKind.NoCredit));
        if (call == "UpsampleVideo" && options.InlineUpscale)
            return await UpscaleInlineAsync(orders, caller);
        return await SubmitAsync(context, caller, orders, project, () => Hex(16), accepted =>
        {
            spent.AddOrUpdate(caller.Name, cost, (_, before) => before + cost);
            return Json(FlowAnswers.Submitted(accepted, CreditsOf(caller.Name)));
        });
    }

    private async Task<IResult> UpscaleInlineAsync(IReadOnlyList<Order> orders, Caller caller)
    {
        var items = new JsonArray();
        foreach (var order in orders)
        {
            var name = Hex(16);
            items.Add((JsonNode)new JsonObject
            {
                ["operation"] = new JsonObject { ["name"] = name },
                ["sceneId"] = order.Tag,
                ["status"] = "MEDIA_GENERATION_STATUS_SUCCESSFUL",
                ["rawBytes"] = Convert.ToBase64String(await Backstage.Clips.OfAsync(order, name)),
            });
        }
        return Json(new JsonObject { ["operations"] = items, ["remainingCredits"] = CreditsOf(caller.Name) });
    }

    private async Task<IResult> StatusAsync(HttpContext context, Caller caller)
    {
        await Backstage.WaitAsync(Backstage.Options.StatusLatency, context.RequestAborted);
        var body = CallNotes.Of(context).Json();
        FlowRequests.Project(body, caller);
        var byMedia = body["media"] is JsonArray;
        var asked = (body["media"] ?? body["operations"]) as JsonArray ?? [];
        if (asked.Count == 0)
            return Refuse(context, new Refusal(RefusalKind.BadRequest));
        List<Operation> found = [];
        foreach (var item in asked)
        {
            var name = (string?)(byMedia ? item?["name"] : item?["operation"]?["name"]) ?? "";
            if (MediaName.Find(Backstage.Operations, name) is not { } operation)
                return Refuse(context, new Refusal(RefusalKind.NotFound));
            if (!AccountBook.Owns(caller, operation))
                return Refuse(context, new Refusal(RefusalKind.Forbidden, "The caller does not have permission"));
            if (!byMedia && operation.Order.Tag != (string?)item?["sceneId"])
                return Refuse(context, new Refusal(RefusalKind.BadRequest));
            found.Add(operation);
        }
        if (await FaultAsync(context, Moment.Status, caller, [.. found.Select(operation => operation.Order.Prompt)]) is { } fault)
            return fault;
        if (found.Where(operation => !Backstage.Operations.Ask(operation)).ToArray().Length > 0)
            return Refuse(context, new Refusal(RefusalKind.NotFound));
        CallNotes.Of(context).Outcome = string.Join(", ", found.Select(operation => $"{operation.Name} {operation.State}"));
        return byMedia || options.Shape == FlowStatusShape.Media
            ? Json(new JsonObject { ["media"] = new JsonArray([.. found.Select(FlowAnswers.MediaItem)]) })
            : Json(new JsonObject
            {
                ["operations"] = new JsonArray([.. found.Select(operation => answers.Item(operation, options.Shape))]),
                ["remainingCredits"] = CreditsOf(caller.Name),
            });
    }

    private Operation ReadyMedia(string name, Caller caller) =>
        MediaName.Find(Backstage.Operations, name) is { State: OperationState.Ready } operation && AccountBook.Owns(caller, operation)
            ? operation : throw new RefusedException(RefusalKind.NotFound, "Requested entity was not found.");

    private async Task DownloadAsync(string name, HttpContext context)
    {
        var operation = Backstage.Operations.Find(name);
        if (operation is not { State: OperationState.Ready })
        {
            await StorageError(404, "NoSuchKey").ExecuteAsync(context);
            return;
        }
        if (!Backstage.Links.Opens(context.Request, operation, out var reason))
        {
            await StorageError(reason == "ExpiredToken" ? 400 : 403, reason).ExecuteAsync(context);
            return;
        }
        var fault = DownloadFault(context, operation);
        switch (fault?.Kind)
        {
            case FaultKind.Expired:
                CallNotes.Of(context).Outcome = $"fault {fault.Name}";
                operation.Link++;
                await StorageError(403, "ExpiredToken").ExecuteAsync(context);
                return;
            case FaultKind.Redirect when context.Request.Path.Value!.Contains("/video/", StringComparison.Ordinal):
                context.Response.Redirect($"{Backstage.CdnAddress}ai-sandbox-videofx/moved/{name}{context.Request.QueryString}");
                return;
            default:
                if (!await PlayDownloadAsync(context, fault))
                    await Delivery.SendAsync(context, await ClipOf(operation), fault);
                return;
        }
    }

    private static IResult StorageError(int status, string code) =>
        Results.Content($"<?xml version='1.0' encoding='UTF-8'?><Error><Code>{code}</Code><Message>{code}</Message></Error>",
            "application/xml; charset=UTF-8", statusCode: status);

    private int CreditsOf(string account) => options.Credits - spent.GetValueOrDefault(account);
}
