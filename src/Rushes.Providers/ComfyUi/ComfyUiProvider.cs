using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.ComfyUi;

/// <summary>
/// ComfyUI on this machine or another: workflows from <c>data/comfyui</c>, sent under an id of ours, so that a submission whose answer was lost can be
/// looked up. A server does one piece of work at a time; several servers are several accounts.
/// </summary>
public sealed class ComfyUiProvider : IVideoProvider, IDisposable
{
    public const string ProviderName = "comfyui";

    private readonly ComfyServer _server;
    private readonly ComfyInventory _inventory;
    private readonly ComfyListener _listener;
    private readonly WorkflowShelf _workflows;
    private readonly ModelBook _models;
    private readonly ClipFetch _clips;

    public ComfyUiProvider(Wire wire, ClipFetch clips, IKeyRing keys, ModelBook models, DataShelf shelf)
    {
        _server = new(wire, keys);
        _inventory = new(_server);
        _listener = new(_server);
        _workflows = new(shelf);
        (_models, _clips) = (models, clips);
    }

    public string Name => ProviderName;

    public ProviderTraits Traits { get; } = new()
    {
        CanLookUp = true,
        PollBatch = 50,

        // A queue of long work on a slow card is no fault.
        Patience = TimeSpan.FromHours(24),
    };

    public async Task<Submission> SubmitAsync(ShotOrder order, Account account, string correlation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var prompt = ComfyIds.PromptOf(correlation);
        if (ModelWire.Find<ComfyWire>(_models, Name, order.Model, out var refusal) is not var (model, wire))
            return new Submission.Refused(refusal!);
        if (WorkflowOrder.Of(order, model, wire, prompt) is not { } wanted)
            return Refused(RefusalKind.BadRequest, Sentence.Of("comfyui.no-workflow", model.Id));
        if (_workflows.Find(wanted.File, out refusal) is not { } workflow)
            return new Submission.Refused(refusal!);
        try
        {
            if (await PrepareAsync(wanted, workflow, account, cancellation) is { } trouble)
                return new Submission.Refused(trouble);
        }
        catch (OperationCanceledException)
        {
            // Nothing was ordered yet, so nothing is unknown.
            return Refused(RefusalKind.Unreachable, Sentence.Of("provider.too-slow"));
        }

        var (nodes, unknown) = workflow.Fill(wanted.Values);
        if (nodes is null)
            return Refused(RefusalKind.BadRequest, Sentence.Of("comfyui.placeholder", wanted.File, unknown));
        var body = new JsonObject { ["prompt"] = nodes, ["prompt_id"] = prompt, ["client_id"] = ComfyIds.ClientOf(account.Id) };
        var submission = StatusMeaning.Submitted(
            await _server.PostAsync(account, "prompt", body, cancellation),
            yes => yes.Json.Text("prompt_id") is { Length: > 0 } id ? new Submission.Accepted(id) : null,
            ComfyErrors.OfRequest);
        if (submission is Submission.Refused { Reason.Kind: RefusalKind.NotAllowed })
            _inventory.Doubt(account);
        return submission;
    }

    public async Task<IReadOnlyDictionary<string, OperationStatus>> PollAsync(IReadOnlyList<string> operations, Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(operations);

        // First the queue, then the history: work that ends in between is in one of the two.
        var queue = await _server.GetAsync(account, "queue", cancellation);
        var statuses = new Dictionary<string, OperationStatus>(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            statuses[operation] = queue is WireAnswer.Answered { IsSuccess: true } answer
                ? await StatusAsync(operation, answer.Json, account, cancellation)
                : Unanswered(queue);
        }

        return statuses;
    }

    public async Task<Delivery> DownloadAsync(string operation, string partFile, Account account, CancellationToken cancellation)
    {
        var answer = await _server.GetAsync(account, HistoryOf(operation), cancellation);
        if (answer is not WireAnswer.Answered { IsSuccess: true, Json.ValueKind: JsonValueKind.Object } history)
            return new Delivery.Broken(StatusMeaning.Unreadable(answer).Reason);
        if (history.Json.At(operation).ValueKind != JsonValueKind.Object)
            return new Delivery.Gone(Sentence.Of("comfyui.forgotten"));
        if (ComfyHistory.FilmOf(history.Json.At(operation)) is not { } film)
            return new Delivery.Gone(Sentence.Of("comfyui.no-film"));
        Action<HttpRequestHeaders>? sign = await _server.HeaderAsync(account, cancellation) is var (name, value)
            ? headers => headers.TryAddWithoutValidation(name, value)
            : null;
        return await _clips.FetchAsync(new Uri(ComfyServer.AddressOf(account), film.Path), partFile, sign, cancellation);
    }

    public async Task<bool> CancelAsync(string operation, Account account, CancellationToken cancellation)
    {
        if (await _server.GetAsync(account, "queue", cancellation) is not WireAnswer.Answered { IsSuccess: true } queue
            || ComfyHistory.InQueue(queue.Json, operation) is not var (runs, _))
            return false;

        // Old servers stop whatever runs, so only what runs is interrupted.
        var answer = runs
            ? await _server.PostAsync(account, "interrupt", new() { ["prompt_id"] = operation }, cancellation)
            : await _server.PostAsync(account, "queue", new() { ["delete"] = new JsonArray(operation) }, cancellation);
        return answer is WireAnswer.Answered { IsSuccess: true };
    }

    public async Task<LookUp> LookUpAsync(string correlation, Account account, CancellationToken cancellation)
    {
        var prompt = ComfyIds.PromptOf(correlation);
        var queue = await _server.GetAsync(account, "queue", cancellation);
        if (queue is not WireAnswer.Answered { IsSuccess: true, Json.ValueKind: JsonValueKind.Object } waiting)
            return new LookUp.Unclear(StatusMeaning.Unreadable(queue).Reason);
        if (ComfyHistory.InQueue(waiting.Json, prompt) is not null)
            return new LookUp.Found(prompt);
        var history = await _server.GetAsync(account, HistoryOf(prompt), cancellation);
        if (history is not WireAnswer.Answered { IsSuccess: true, Json.ValueKind: JsonValueKind.Object } ended)
            return new LookUp.Unclear(StatusMeaning.Unreadable(history).Reason);
        return ended.Json.At(prompt).ValueKind == JsonValueKind.Object ? new LookUp.Found(prompt) : new LookUp.Absent();
    }

    public void Dispose() => _listener.Dispose();

    private async Task<OperationStatus> StatusAsync(string operation, JsonElement queue, Account account, CancellationToken cancellation)
    {
        var progress = _listener.Of(account);
        if (ComfyHistory.InQueue(queue, operation) is var (runs, nodes))
            return new OperationStatus.Generating(runs ? progress.Of(operation, SamplersOf(nodes)) : null);
        var history = await _server.GetAsync(account, HistoryOf(operation), cancellation);
        if (history is not WireAnswer.Answered { IsSuccess: true, Json.ValueKind: JsonValueKind.Object } answer)
            return Unanswered(history);

        // A server that was restarted forgets everything. Nothing was paid for, so it may simply be filmed again.
        return answer.Json.At(operation) is { ValueKind: JsonValueKind.Object } entry
            ? ComfyHistory.StatusOf(entry)
            : new OperationStatus.Refused(new(RefusalKind.FailedAtProvider, Sentence.Of("comfyui.forgotten")));
    }

    private static IReadOnlyList<string> SamplersOf(JsonElement nodes) =>
        nodes.ValueKind == JsonValueKind.Object ? Workflow.SamplersOf(JsonObject.Create(nodes)!) : [];

    private static OperationStatus Unanswered(WireAnswer answer) => answer is WireAnswer.Answered { IsSuccess: false } no && (int)no.Status is 401 or 403
        ? new OperationStatus.Refused(ComfyErrors.OfRequest((WireAnswer.Answered)answer))
        : StatusMeaning.Unreadable(answer);

    /// <summary>All that happens before the one request that counts: what is missing is named, and the pictures are brought.</summary>
    private async Task<Refusal?> PrepareAsync(WorkflowOrder wanted, Workflow workflow, Account account, CancellationToken cancellation)
    {
        var (missing, failure) = await _inventory.MissingAsync(account, wanted.File, workflow, cancellation);
        if (failure is not null)
            return Unprepared(failure);
        if (missing is { Count: > 0 })
            return new(RefusalKind.NotAllowed, Sentence.Of("comfyui.missing", string.Join(", ", missing)));
        foreach (var (placeholder, file) in wanted.Pictures)
        {
            PictureUpload picture;
            try
            {
                picture = await PictureUpload.ReadAsync(file, cancellation);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return new(RefusalKind.BadRequest, Sentence.Of("provider.picture-unread", problem.Message));
            }

            var answer = await _server.UploadAsync(account, picture, cancellation);
            if (answer is not WireAnswer.Answered { IsSuccess: true } brought || brought.Json.Text("name") is not { } name)
                return Unprepared(answer);
            wanted.Values[placeholder] = JsonValue.Create(brought.Json.Text("subfolder") is { Length: > 0 } folder ? $"{folder}/{name}" : name);
        }

        return null;
    }

    /// <summary>Nothing was ordered yet: whatever broke on the way may be tried again.</summary>
    private static Refusal Unprepared(WireAnswer answer) => answer is WireAnswer.Answered { IsSuccess: false } no && (int)no.Status < 500
        ? ComfyErrors.OfRequest(no)
        : new(RefusalKind.Unreachable, StatusMeaning.Unreadable(answer).Reason);

    private static string HistoryOf(string prompt) => "history/" + Uri.EscapeDataString(prompt);

    private static Submission.Refused Refused(RefusalKind kind, string words) => new(new Refusal(kind, words));
}
