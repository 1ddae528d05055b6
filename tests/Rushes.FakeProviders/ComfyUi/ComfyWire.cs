using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Media;
using Rushes.FakeProviders.Operations;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.ComfyUi;

/// <summary>A ComfyUI server: one serial queue, workflows in API format, a websocket that tells how far it is.</summary>
internal sealed class ComfyWire : Wire
{
    private readonly ComfyCatalog catalog;
    private readonly ComfyGraph graphs;
    private int number;

    public ComfyWire(Backstage backstage) : base(backstage)
    {
        catalog = new ComfyCatalog(backstage.Options.Comfy);
        graphs = new ComfyGraph(catalog, backstage.Uploads);
    }

    protected override bool Queues => true;

    protected override int? UsualSlots => 1;

    public override void Map(WebApplication api)
    {
        foreach (var root in (string[])["", "/api"])
        {
            Route(api, "POST", root + "/prompt", PromptAsync);
            Route(api, "GET", root + "/prompt", (_, _) => Answer(ComfySocket.Queue(Open().Count())));
            Route(api, "GET", root + "/queue", (_, _) => Answer(QueueNow()));
            Route(api, "POST", root + "/queue", DeleteQueuedAsync);
            Route(api, "POST", root + "/interrupt", InterruptAsync);
            Route(api, "GET", root + "/history", (_, _) => Answer(History(Backstage.Operations.All.Where(operation => operation.IsOver))));
            Route(api, "GET", root + "/history/{id}", HistoryAsync);
            Route(api, "POST", root + "/history", ForgetAsync);
            Route(api, "GET", root + "/view", ViewAsync);
            Route(api, "POST", root + "/upload/image", UploadAsync);
            Route(api, "POST", root + "/free", (_, _) => Task.FromResult(Results.Ok()));
            Route(api, "GET", root + "/system_stats", (_, _) => Answer(Statistics()));
            Route(api, "GET", root + "/object_info", (_, _) => Answer(catalog.DescribeAll()));
            Route(api, "GET", root + "/object_info/{type}", (context, _) =>
            {
                var type = (string)context.GetRouteValue("type")!;
                return Answer(catalog.Has(type) ? new JsonObject { [type] = catalog.Describe(type) } : new JsonObject());
            });
            Route(api, "GET", root + "/models", (_, _) => Answer(new JsonArray([.. catalog.Folders.Select(folder => JsonValue.Create(folder))])));
            Route(api, "GET", root + "/models/{folder}", (context, _) => catalog.Folders.Contains((string)context.GetRouteValue("folder")!)
                ? Answer(new JsonArray([.. catalog.Models((string)context.GetRouteValue("folder")!).Select(file => JsonValue.Create(file))]))
                : Task.FromResult(Results.NotFound()));
            api.Map(root + "/ws", SocketAsync);
        }
    }

    public override void MapCdn(WebApplication cdn) => cdn.MapGet("/view/{name}", async (string name, HttpContext context) =>
    {
        if (Backstage.Operations.Find(name) is { State: OperationState.Ready } operation)
            await Delivery.SendAsync(context, await ClipOf(operation), null);
        else
            await Results.NotFound().ExecuteAsync(context);
    });

    /// <summary>A server knows nobody; only behind a proxy, with accounts listed, a bearer token is asked for.</summary>
    protected override string? CredentialOf(HttpRequest request) => Backstage.Options.Accounts.Count > 0 ? BearerOf(request) : "local";

    public override IResult Say(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.BadRequest => Json(new JsonObject
        {
            ["error"] = new JsonObject { ["type"] = "invalid_prompt", ["message"] = refusal.Message ?? "Invalid prompt", ["details"] = "", ["extra_info"] = new JsonObject() },
            ["node_errors"] = new JsonObject(),
        }, 400),
        RefusalKind.Unauthorized => Results.Text("401: Unauthorized", statusCode: 401),
        RefusalKind.NoCredit => Results.Text("402: Payment Required", statusCode: 402),
        RefusalKind.Forbidden or RefusalKind.Captcha => Results.Text("403: Forbidden", statusCode: 403),
        RefusalKind.NotFound => Results.Text("404: Not Found", statusCode: 404),
        RefusalKind.TooMany => GoogleErrors.WithRetryAfter(Results.Text("429: Too Many Requests", statusCode: 429), refusal.RetryAfter),
        RefusalKind.Unavailable => Results.Text("503: Service Unavailable", statusCode: 503),
        _ => Results.Text("500 Internal Server Error\n\nServer got itself in trouble", statusCode: 500),
    };

    private async Task<IResult> PromptAsync(HttpContext context, Caller caller)
    {
        var body = CallNotes.Of(context).Json();
        if (body["prompt"] is not JsonObject graph)
        {
            return Json(new JsonObject
            {
                ["error"] = new JsonObject { ["type"] = "no_prompt", ["message"] = "No prompt provided", ["details"] = "No prompt provided", ["extra_info"] = new JsonObject() },
                ["node_errors"] = new JsonObject(),
            }, 400);
        }
        if (graphs.Complaint(graph) is { } complaint)
        {
            CallNotes.Of(context).Outcome = "refused node_errors";
            return Json(complaint, 400);
        }
        var place = Interlocked.Increment(ref number);
        var client = (string?)body["client_id"];
        var extra = (JsonObject)(body["extra_data"]?.DeepClone() ?? new JsonObject());
        if (client is not null)
            extra["client_id"] = client;
        var id = (string?)body["prompt_id"] ?? Guid.NewGuid().ToString();
        var order = graphs.Read((JsonObject)graph.DeepClone(), extra, client, place);
        return await SubmitAsync(context, caller, [order], null, () => id,
            _ => Json(new JsonObject { ["prompt_id"] = id, ["number"] = place, ["node_errors"] = new JsonObject() }),
            fault => fault.Kind == FaultKind.NodeError ? Json(graphs.MissingModel(graph), 400) : null);
    }

    private async Task<IResult> HistoryAsync(HttpContext context, Caller caller)
    {
        await Backstage.WaitAsync(Backstage.Options.StatusLatency, context.RequestAborted);
        if (Backstage.Operations.Find((string)context.GetRouteValue("id")!) is not { } operation)
            return Json(new JsonObject());
        if (await FaultAsync(context, Moment.Status, caller, [operation.Order.Prompt], operation.Name) is { } fault)
            return fault;
        if (!Backstage.Operations.Ask(operation))
            return Json(new JsonObject());
        CallNotes.Of(context).Outcome = $"{operation.Name} {operation.State}";
        return Json(History(operation.IsOver ? [operation] : []));
    }

    private static JsonObject History(IEnumerable<Operation> operations)
    {
        var history = new JsonObject();
        foreach (var operation in operations)
            history[operation.Name] = ComfyHistory.Record(operation);
        return history;
    }

    private IEnumerable<Operation> Open() => Backstage.Operations.All.Where(operation => !operation.IsOver && Backstage.Operations.Find(operation.Name) is not null);

    private JsonObject QueueNow()
    {
        var open = Open().ToLookup(operation => operation.State);
        return new JsonObject
        {
            ["queue_running"] = new JsonArray([.. open[OperationState.Running].Select(ComfyHistory.Queued)]),
            ["queue_pending"] = new JsonArray([.. open[OperationState.Queued].Select(ComfyHistory.Queued)]),
        };
    }

    private Task<IResult> DeleteQueuedAsync(HttpContext context, Caller caller)
    {
        var body = CallNotes.Of(context).Json();
        var names = (body["delete"] as JsonArray ?? []).Select(id => id!.ToString()).ToArray();
        foreach (var operation in Open().Where(operation => operation.State == OperationState.Queued && ((bool?)body["clear"] == true || names.Contains(operation.Name))))
        {
            Backstage.Operations.Cancel(operation);
            Backstage.Operations.Forget(operation);
        }
        return Task.FromResult(Results.Ok());
    }

    private async Task<IResult> InterruptAsync(HttpContext context, Caller caller)
    {
        if (await FaultAsync(context, Moment.Cancel, caller) is { } fault)
            return fault;
        var id = CallNotes.Of(context).Body.Length > 0 ? (string?)CallNotes.Of(context).Json()["prompt_id"] : null;
        foreach (var operation in Open().Where(operation => operation.State == OperationState.Running && (id is null || operation.Name == id)))
            Backstage.Operations.Cancel(operation);
        return Results.Ok();
    }

    private Task<IResult> ForgetAsync(HttpContext context, Caller caller)
    {
        var body = CallNotes.Of(context).Json();
        foreach (var id in (body["delete"] as JsonArray ?? []).Select(id => id!.ToString()))
        {
            if (Backstage.Operations.Find(id) is { IsOver: true } operation)
                Backstage.Operations.Forget(operation);
        }
        return Task.FromResult(Results.Ok());
    }

    private async Task<IResult> ViewAsync(HttpContext context, Caller caller)
    {
        var query = context.Request.Query;
        var (file, folder, type) = (query["filename"].ToString(), query["subfolder"].ToString(), query["type"].ToString());
        if (type == "input")
        {
            return Backstage.Uploads.Find(folder.Length > 0 ? $"{folder}/{file}" : file) is { } upload
                ? Results.Bytes(upload.Bytes, upload.MimeType, enableRangeProcessing: true) : Results.NotFound();
        }
        var operation = Backstage.Operations.All.LastOrDefault(each => each.State == OperationState.Ready
            && ComfyHistory.WorkOf(each) is var work && work.FileName == file && work.Subfolder == folder);
        if (operation is null)
            return Results.NotFound();
        var fault = DownloadFault(context, operation);
        if (fault?.Kind is FaultKind.Expired or FaultKind.Processing)
            return Results.NotFound();
        if (fault?.Kind == FaultKind.Redirect)
            return Results.Redirect($"{Backstage.CdnAddress}view/{operation.Name}");
        if (!await PlayDownloadAsync(context, fault))
            await Delivery.SendAsync(context, await ClipOf(operation), fault);
        return Results.Empty;
    }

    private async Task<IResult> UploadAsync(HttpContext context, Caller caller)
    {
        if (await FaultAsync(context, Moment.Upload, caller) is { } fault)
            return fault;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files["image"] is not { } image)
            return Results.StatusCode(400);
        using var bytes = new MemoryStream();
        await image.CopyToAsync(bytes, context.RequestAborted);
        var folder = form["subfolder"].ToString();
        var name = image.FileName;
        var overwrite = form["overwrite"].ToString() is "true" or "1";
        for (var copy = 1; !overwrite && Backstage.Uploads.Find(Id(name)) is { } there && there.Sha256 != new Upload("", "", "", bytes.ToArray(), default).Sha256; copy++)
            name = $"{Path.GetFileNameWithoutExtension(image.FileName)} ({copy}){Path.GetExtension(image.FileName)}";
        Backstage.Uploads.Add(new Upload(Id(name), caller.Name, image.ContentType ?? "image/png", bytes.ToArray(), Backstage.Now));
        CallNotes.Of(context).Outcome = $"uploaded {Id(name)}";
        return Json(new JsonObject { ["name"] = name, ["subfolder"] = folder, ["type"] = form["type"].ToString() is { Length: > 0 } type ? type : "input" });

        string Id(string file) => folder.Length > 0 ? $"{folder}/{file}" : file;
    }

    private async Task SocketAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = 400;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var client = context.Request.Query["clientId"].ToString() is { Length: > 0 } id ? id : Hex(16);
        await new ComfySocket(Backstage, socket, client).RunAsync(context);
    }

    private static JsonObject Statistics() => new()
    {
        ["system"] = new JsonObject
        {
            ["os"] = "posix",
            ["ram_total"] = 34_359_738_368,
            ["ram_free"] = 17_179_869_184,
            ["comfyui_version"] = "0.3.66",
            ["python_version"] = "3.12.3",
            ["pytorch_version"] = "2.8.0",
            ["embedded_python"] = false,
            ["argv"] = new JsonArray("main.py"),
        },
        ["devices"] = new JsonArray(new JsonObject
        {
            ["name"] = "simulated device",
            ["type"] = "cuda",
            ["index"] = 0,
            ["vram_total"] = 25_769_803_776,
            ["vram_free"] = 24_000_000_000,
            ["torch_vram_total"] = 0,
            ["torch_vram_free"] = 0,
        }),
    };

    private static Task<IResult> Answer(JsonNode body) => Task.FromResult(Json(body));
}
