using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Media;
using Rushes.FakeProviders.Operations;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.VertexVeo;

/// <summary>Veo on Vertex AI: OAuth, <c>predictLongRunning</c> and <c>fetchPredictOperation</c>, clips in the answer or in a bucket.</summary>
internal sealed class VertexWire : Wire
{
    private const string Models = "/v1/projects/{project}/locations/{location}/publishers/google/models/{call}";
    private const string Response = "type.googleapis.com/cloud.ai.large_models.vision.GenerateVideoResponse";

    private readonly TokenDesk desk;

    public VertexWire(Backstage backstage) : base(backstage) => desk = new TokenDesk(backstage);

    public override void Map(WebApplication api)
    {
        api.MapPost("/token", context => desk.Exchange(context).ExecuteAsync(context));
        api.MapPost("/__fake/service-account", async (HttpContext context) =>
        {
            var wanted = await JsonNode.ParseAsync(context.Request.Body) as JsonObject ?? [];
            return Results.Text(CreateServiceAccount((string?)wanted["name"] ?? "studio", (string?)wanted["project"] ?? "fake-project"), "application/json");
        });
        Route(api, "POST", Models, CallAsync);
        Route(api, "GET", "/storage/v1/b/{bucket}/o/{**name}", StorageAsync);
        Route(api, "POST", "/upload/storage/v1/b/{bucket}/o", UploadAsync);
    }

    public override void MapCdn(WebApplication cdn) => cdn.MapGet("/storage/{name}/{sample:int}", async (string name, int sample, HttpContext context) =>
    {
        if (Backstage.Operations.Find(Uri.UnescapeDataString(name)) is { State: OperationState.Ready } operation && Backstage.Links.Opens(context.Request, operation, out _))
            await Delivery.SendAsync(context, await SampleAsync(operation, sample), null);
        else
            await Results.StatusCode(403).ExecuteAsync(context);
    });

    /// <summary>A new service account and its key file.</summary>
    public string CreateServiceAccount(string name, string project) =>
        desk.CreateServiceAccount(Backstage.Options.Accounts.FirstOrDefault(account => account.Name == name) ?? new FakeAccount { Name = name, Project = project });

    protected override string? CredentialOf(HttpRequest request) => BearerOf(request) is { } token && !desk.HasExpired(token) ? token : null;

    public override IResult Say(Refusal refusal)
    {
        var (status, body) = GoogleErrors.Of(refusal.Kind switch
        {
            RefusalKind.NoCredit => new Refusal(RefusalKind.Forbidden, "This API method requires billing to be enabled. Please enable billing on your project and try again."),
            RefusalKind.TooMany => refusal with { Message = refusal.Message ?? "Quota exceeded for aiplatform.googleapis.com/online_prediction_requests_per_base_model with base model: veo-3.1-generate. Please submit a quota increase request." },
            _ => refusal,
        });
        return GoogleErrors.WithRetryAfter(Json(body, status), refusal.RetryAfter);
    }

    private async Task<IResult> CallAsync(HttpContext context, Caller caller)
    {
        var project = (string)context.GetRouteValue("project")!;
        if (caller.Account.Project is { } own && own != project)
            return Refuse(context, new Refusal(RefusalKind.Forbidden, $"Permission 'aiplatform.endpoints.predict' denied on resource '//aiplatform.googleapis.com/projects/{project}' (or it may not exist)."));
        var call = (string)context.GetRouteValue("call")!;
        var model = call.Split(':')[0];
        return call.Split(':').Last() switch
        {
            "predictLongRunning" => await PredictAsync(context, caller, project, model),
            "fetchPredictOperation" => await FetchAsync(context, caller),
            _ => Refuse(context, new Refusal(RefusalKind.NotFound)),
        };
    }

    private Task<IResult> PredictAsync(HttpContext context, Caller caller, string project, string model)
    {
        var order = VertexRequests.Read(model, CallNotes.Of(context).Json());
        var location = context.GetRouteValue("location");
        return SubmitAsync(context, caller, [order], project,
            () => $"projects/{project}/locations/{location}/publishers/google/models/{model}/operations/{Guid.NewGuid()}",
            accepted => Json(new JsonObject { ["name"] = accepted[0].Name }));
    }

    private async Task<IResult> FetchAsync(HttpContext context, Caller caller)
    {
        await Backstage.WaitAsync(Backstage.Options.StatusLatency, context.RequestAborted);
        var name = (string?)CallNotes.Of(context).Json()["operationName"] ?? throw new RefusedException(RefusalKind.BadRequest, "operationName is required.");
        var known = Backstage.Operations.Find(name);
        if (known is not { } operation || !AccountBook.Owns(caller, operation))
            return Refuse(context, Missing(name));
        if (await FaultAsync(context, Moment.Status, caller, [operation.Order.Prompt], operation.Name) is { } fault)
            return fault;
        if (!Backstage.Operations.Ask(operation))
            return Refuse(context, Missing(name));
        CallNotes.Of(context).Outcome = $"{operation.Name} {operation.State}";
        var answer = new JsonObject { ["name"] = operation.Name };
        if (!operation.IsOver)
            return Json(answer);
        answer["done"] = true;
        if (operation.State == OperationState.Ready || operation.Fate?.Kind == FaultKind.Blocked)
            answer["response"] = await ResponseAsync(operation);
        else
            answer["error"] = Error(operation);
        return Json(answer);
    }

    private static JsonObject Error(Operation operation) => operation.Fate?.Kind switch
    {
        FaultKind.Refusal => new JsonObject
        {
            ["code"] = 3,
            ["message"] = "The prompt could not be submitted. This prompt contains sensitive words that violate Google's Responsible AI practices. Try rephrasing the prompt.",
        },
        FaultKind.FailedForGood => new JsonObject { ["code"] = 3, ["message"] = "The input image could not be processed." },
        _ => new JsonObject { ["code"] = 13, ["message"] = "Video generation failed due to an internal server issue. Please try again." },
    };

    private async Task<JsonObject> ResponseAsync(Operation operation)
    {
        if (operation.State == OperationState.Blocked)
        {
            return new JsonObject
            {
                ["@type"] = Response,
                ["raiMediaFilteredCount"] = 1,
                ["raiMediaFilteredReasons"] = new JsonArray("Veo could not generate videos because the input or output was filtered for safety. Support codes: 58061214"),
            };
        }
        var work = (VertexWork)operation.Order.Extra!;
        var videos = new JsonArray();
        for (var sample = 0; sample < work.Samples; sample++)
        {
            videos.Add((JsonNode)(work.StorageUri is { } uri
                ? new JsonObject { ["gcsUri"] = $"{uri.TrimEnd('/')}/{IdOf(operation)}/sample_{sample}.mp4", ["mimeType"] = Delivery.Mp4 }
                : new JsonObject { ["bytesBase64Encoded"] = Convert.ToBase64String(await SampleAsync(operation, sample)), ["mimeType"] = Delivery.Mp4 }));
        }
        return new JsonObject { ["@type"] = Response, ["raiMediaFilteredCount"] = 0, ["raiMediaFilteredReasons"] = new JsonArray(), ["videos"] = videos };
    }

    /// <summary>An object of a bucket: the clip of an operation that was told to write there, or a file that was brought.</summary>
    private async Task<IResult> StorageAsync(HttpContext context, Caller caller)
    {
        var name = Uri.UnescapeDataString((string)context.GetRouteValue("name")!);
        var address = $"gs://{context.GetRouteValue("bucket")}/{name}";
        if (Backstage.Uploads.Find(address) is { } upload)
            return context.Request.Query["alt"] == "media" ? Results.Bytes(upload.Bytes, upload.MimeType) : Record(address, upload.MimeType, upload.Bytes.Length);
        var operation = Backstage.Operations.All.LastOrDefault(each => each.State == OperationState.Ready && each.Order.Extra is VertexWork { StorageUri: { } uri }
            && address.StartsWith($"{uri.TrimEnd('/')}/{IdOf(each)}/sample_", StringComparison.Ordinal));
        if (operation is null)
            return Refuse(context, new Refusal(RefusalKind.NotFound, $"No such object: {address[5..]}"));
        if (!AccountBook.Owns(caller, operation))
            return Refuse(context, new Refusal(RefusalKind.Forbidden, $"{caller.Name} does not have storage.objects.get access to the Google Cloud Storage object."));
        var sample = address[^5] - '0';
        var clip = await SampleAsync(operation, sample);
        if (context.Request.Query["alt"] != "media")
            return Record(address, Delivery.Mp4, clip.Length);
        var fault = DownloadFault(context, operation);
        if (fault?.Kind is FaultKind.Expired or FaultKind.Processing)
            return Refuse(context, new Refusal(RefusalKind.NotFound, $"No such object: {address[5..]}"));
        if (fault?.Kind == FaultKind.Redirect)
            return Results.Redirect($"{Backstage.CdnAddress}storage/{Uri.EscapeDataString(operation.Name)}/{sample}?{Backstage.Links.Query(operation)}");
        if (!await PlayDownloadAsync(context, fault))
            await Delivery.SendAsync(context, clip, fault);
        return Results.Empty;
    }

    private Task<IResult> UploadAsync(HttpContext context, Caller caller)
    {
        var address = $"gs://{context.GetRouteValue("bucket")}/{context.Request.Query["name"]}";
        var body = CallNotes.Of(context).Body;
        var mime = context.Request.ContentType ?? "application/octet-stream";
        Backstage.Uploads.Add(new Upload(address, caller.Name, mime, body, Backstage.Now));
        return Task.FromResult(Record(address, mime, body.Length));
    }

    private static IResult Record(string address, string mime, int length)
    {
        var parts = address[5..].Split('/', 2);
        return Json(new JsonObject { ["kind"] = "storage#object", ["bucket"] = parts[0], ["name"] = parts[1], ["contentType"] = mime, ["size"] = $"{length}" });
    }

    /// <summary>The samples of one operation differ as if they had been asked for with other seeds.</summary>
    private Task<byte[]> SampleAsync(Operation operation, int sample) =>
        Backstage.Clips.OfAsync(sample == 0 ? operation.Order : operation.Order with { Seed = (operation.Order.Seed ?? 0) + sample }, $"{operation.Name}/{sample}");

    private static string IdOf(Operation operation) => operation.Name[(operation.Name.LastIndexOf('/') + 1)..];

    private static Refusal Missing(string name) => new(RefusalKind.Forbidden,
        $"You do not have permission to access the Operation with ID {name[(name.LastIndexOf('/') + 1)..]} or it may not exist.");
}
