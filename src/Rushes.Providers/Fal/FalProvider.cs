using System.Text.Json;
using System.Text.Json.Nodes;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.Fal;

/// <summary>
/// fal's queue: every model is an endpoint with fields of its own, which <c>data/models</c> describes. Work that failed is called completed there; only
/// its result tells.
/// </summary>
public sealed class FalProvider(Wire wire, ClipFetch clips, TokenCall calls, ModelBook models) : IVideoProvider
{
    public const string ProviderName = "fal";

    internal const string UsualQueue = "https://queue.fal.run/";
    private readonly FalPictures _pictures = new(wire, calls);

    public string Name => ProviderName;

    public ProviderTraits Traits { get; } = new();

    public async Task<Submission> SubmitAsync(ShotOrder order, Account account, string correlation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (ModelWire.Find<FalWire>(models, Name, order.Model, out var refusal) is not var (model, wire))
            return new Submission.Refused(refusal!);
        if (FalInput.Of(order, model, wire) is not { } input)
            return Refused(RefusalKind.BadRequest, Sentence.Of("fal.no-endpoint", model.Id));
        try
        {
            if (await BringAsync(input, account, cancellation) is { } trouble)
                return new Submission.Refused(trouble);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Refused(RefusalKind.BadRequest, Sentence.Of("provider.picture-unread", problem.Message));
        }
        catch (OperationCanceledException)
        {
            // Nothing was ordered yet, so nothing is unknown.
            return Refused(RefusalKind.Unreachable, Sentence.Of("provider.upload-unclear", Sentence.Of("provider.too-slow")));
        }

        var queue = ProviderAddress.Of(account, UsualQueue);
        var answer = await calls.SendAsync(account, key => JsonRequests.Post(new Uri(queue, input.Endpoint.Id), input.Fields).WithKey(key), null, cancellation);
        if (answer is null)
            return Refused(RefusalKind.SignedOut, Sentence.Of("provider.no-key"));
        var submission = StatusMeaning.Submitted(
            answer,
            yes => FalOperation.Of(yes.Json, queue, input.Endpoint.Id) is { } operation ? new Submission.Accepted(operation) : null,
            FalErrors.OfRequest);
        if (submission is Submission.Refused { Reason.Kind: RefusalKind.ExpiredInput })
            _pictures.Forget(account);
        return submission;
    }

    public async Task<IReadOnlyDictionary<string, OperationStatus>> PollAsync(IReadOnlyList<string> operations, Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(operations);
        var statuses = new Dictionary<string, OperationStatus>(StringComparer.Ordinal);
        foreach (var operation in operations)
            statuses[operation] = await StatusAsync(operation, account, cancellation);
        return statuses;
    }

    public async Task<Delivery> DownloadAsync(string operation, string partFile, Account account, CancellationToken cancellation)
    {
        var queue = ProviderAddress.Of(account, UsualQueue);
        return await GetAsync(FalOperation.Result(queue, operation), account, cancellation) switch
        {
            null => new Delivery.Broken(Sentence.Of("provider.no-key")),
            WireAnswer.Answered { IsSuccess: true } yes => FalResult.ClipOf(yes.Json) is { } clip
                ? await clips.FetchAsync(clip, partFile, sign: null, cancellation)
                : new Delivery.Broken(Sentence.Of("provider.no-video")),
            WireAnswer.Answered no when FalErrors.OfQuestion(no) is OperationStatus.Vanished gone => new Delivery.Gone(gone.Reason),
            { } other => new Delivery.Broken(StatusMeaning.Unreadable(other).Reason),
        };
    }

    public async Task<bool> CancelAsync(string operation, Account account, CancellationToken cancellation)
    {
        var cancel = FalOperation.Cancel(ProviderAddress.Of(account, UsualQueue), operation);
        var answer = await calls.SendAsync(account, key => new HttpRequestMessage(HttpMethod.Put, cancel).WithKey(key), null, cancellation);
        return answer is WireAnswer.Answered { IsSuccess: true };
    }

    public Task<LookUp> LookUpAsync(string correlation, Account account, CancellationToken cancellation) =>
        Task.FromResult<LookUp>(new LookUp.Unclear(Sentence.Of("provider.no-look-up")));

    private async Task<OperationStatus> StatusAsync(string operation, Account account, CancellationToken cancellation)
    {
        var queue = ProviderAddress.Of(account, UsualQueue);
        return await GetAsync(FalOperation.Status(queue, operation), account, cancellation) switch
        {
            null => new OperationStatus.Refused(new(RefusalKind.SignedOut, Sentence.Of("provider.no-key"))),
            WireAnswer.Answered { IsSuccess: true } yes when yes.Json.Text("status") == "COMPLETED" =>
                await ResultAsync(queue, operation, yes.Json, account, cancellation),
            WireAnswer.Answered { IsSuccess: true } => new OperationStatus.Generating(),
            WireAnswer.Answered no => FalErrors.OfQuestion(no),
            { } silence => StatusMeaning.Unreadable(silence),
        };
    }

    /// <summary>Completed is not "has a video": the result says which.</summary>
    private async Task<OperationStatus> ResultAsync(Uri queue, string operation, JsonElement status, Account account, CancellationToken cancellation)
    {
        var hasFailed = status.Text("error") is not null || status.Text("error_type") is not null;
        var answer = await GetAsync(FalOperation.Result(queue, operation), account, cancellation);
        var said = answer switch
        {
            WireAnswer.Answered { IsSuccess: true } yes when FalResult.ClipOf(yes.Json) is not null => new OperationStatus.Finished(),
            WireAnswer.Answered { IsSuccess: true } when !hasFailed =>
                new OperationStatus.Refused(new(RefusalKind.FailedAtProvider, Sentence.Of("provider.no-video"))),
            WireAnswer.Answered { IsSuccess: false } no => FalErrors.OfResult(no),
            null => new OperationStatus.Unreadable(Sentence.Of("provider.no-key")),
            _ => StatusMeaning.Unreadable(answer),
        };
        if (said is OperationStatus.Refused { Reason.Kind: RefusalKind.ExpiredInput })
            _pictures.Forget(account);
        return hasFailed && said is OperationStatus.Unreadable or OperationStatus.Generating ? new OperationStatus.Refused(FalErrors.OfStatus(status)) : said;
    }

    private Task<WireAnswer?> GetAsync(Uri address, Account account, CancellationToken cancellation) =>
        calls.SendAsync(account, key => JsonRequests.Get(address).WithKey(key), null, cancellation);

    private async Task<Refusal?> BringAsync(FalInput input, Account account, CancellationToken cancellation)
    {
        foreach (var (field, file) in input.Pictures)
        {
            var (address, refusal) = await _pictures.BringAsync(file, account, cancellation);
            if (refusal is not null)
                return refusal;
            input.Fields[field] = address;
        }

        foreach (var (field, files) in input.Lists)
        {
            var list = new JsonArray();
            foreach (var file in files)
            {
                var (address, refusal) = await _pictures.BringAsync(file, account, cancellation);
                if (refusal is not null)
                    return refusal;
                list.Add(address);
            }

            input.Fields[field] = list;
        }

        return null;
    }

    private static Submission.Refused Refused(RefusalKind kind, string words) => new(new Refusal(kind, words));
}
