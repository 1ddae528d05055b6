using System.Collections.Concurrent;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.GoogleFlow;

/// <summary>
/// Google Flow, the service of the older program: an interface that Google neither documents nor supports. Google's own host has refused whoever is no
/// browser since 2026, and that is said before anything is sent; at an address that speaks the same wire it films with the token alone.
/// </summary>
public sealed class GoogleFlowProvider : IVideoProvider
{
    internal const string ProviderName = "google-flow";

    private readonly ModelBook _models;
    private readonly TokenCall _calls;
    private readonly FlowPictures _pictures;
    private readonly FlowDesk _desk;
    private readonly FlowClips _clips;
    private readonly FlowUpscaler _upscaler;

    /// <summary>What the last poll said of finished operations. A link is used once: a second download asks for a fresh one.</summary>
    private readonly ConcurrentDictionary<(string Account, string Operation), FlowStatus> _finished = new();

    public GoogleFlowProvider(ModelBook models, Wire wire, ClipFetch fetch, TokenTurn turn, TokenCall calls, TimeProvider time)
    {
        _models = models;
        _calls = calls;
        _pictures = new FlowPictures(calls, time);
        _desk = new FlowDesk(calls);
        _clips = new FlowClips(wire, turn, fetch);
        _upscaler = new FlowUpscaler(models, calls, _desk);
    }

    public string Name => ProviderName;

    public IUpscaler Upscaler => _upscaler;

    public ProviderTraits Traits { get; } = new() { PollBatch = 50, SubmitTimeout = TimeSpan.FromSeconds(180) };

    public async Task<Submission> SubmitAsync(ShotOrder order, Account account, string correlation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(account);
        if (_models.Find(Name, order.Model) is not { } model)
            return No(RefusalKind.BadRequest, Sentence.Of("provider.model-unknown", Name, order.Model));
        if (!FlowHost.MayGenerate(account))
            return No(RefusalKind.RefusedUse, Sentence.Of("provider.flow-needs-browser"));
        var wire = FlowWire.Of(model, order.Aspect);
        var (start, end) = PicturesOf(order, wire);
        if ((start is null ? wire.FromText : end is null ? wire.FromFirst : wire.FromBoth) is not { } key)
            return No(RefusalKind.BadRequest, Sentence.Of("provider.no-first-frame", model.Id));
        var (first, last) = ((string?)null, (string?)null);
        foreach (var (file, keep) in new (string?, Action<string>)[] { (start, media => first = media), (end, media => last = media) })
        {
            if (file is null)
                continue;
            var (media, no) = await _pictures.BringAsync(file, account, wire.ImageAspect, cancellation);
            if (media is null)
                return new Submission.Refused(no!);
            keep(media);
        }

        return await GenerateAsync(FlowRequests.Generate(order, account, correlation, wire.Aspect, key, first, last), first, last, account, correlation, cancellation);
    }

    public async Task<IReadOnlyDictionary<string, OperationStatus>> PollAsync(
        IReadOnlyList<string> operations, Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(account);
        var there = operations.Where(operation => _upscaler.AtOnce(account, operation) is not null).ToList();
        var asked = operations.Except(there, StringComparer.Ordinal).Select(FlowOperation.Parse).ToList();
        var statuses = asked.Count == 0 ? [] : await _desk.AskAsync(asked, account, cancellation);
        foreach (var (operation, status) in statuses)
        {
            if (status.State is OperationStatus.Finished)
                _finished[(account.Id, operation)] = status;
        }

        foreach (var operation in there)
            statuses[operation] = new(new OperationStatus.Finished());
        return statuses.ToDictionary(pair => pair.Key, pair => pair.Value.State, StringComparer.Ordinal);
    }

    public async Task<Delivery> DownloadAsync(string operation, string partFile, Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (_upscaler.AtOnce(account, operation) is { } larger)
        {
            await File.WriteAllBytesAsync(partFile, larger, cancellation);
            _upscaler.Forget(account, operation);
            return new Delivery.Delivered(larger.Length);
        }

        if (!_finished.TryRemove((account.Id, operation), out var clip))
        {
            var statuses = await _desk.AskAsync([FlowOperation.Parse(operation)], account, cancellation);
            clip = statuses.GetValueOrDefault(FlowOperation.Parse(operation).Id);
        }

        return clip switch
        {
            { State: OperationStatus.Finished } => await _clips.FetchAsync(clip, partFile, account, cancellation),
            { State: OperationStatus.Vanished vanished } => new Delivery.Gone(vanished.Reason),
            { State: OperationStatus.Refused refused } => new Delivery.Broken(refused.Reason.Words),
            { State: OperationStatus.Unreadable unreadable } => new Delivery.Broken(unreadable.Reason),
            _ => new Delivery.Broken(Sentence.Of("provider.unfinished")),
        };
    }

    /// <summary>Flow has no way to take work back.</summary>
    public Task<bool> CancelAsync(string operation, Account account, CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>Flow cannot be asked by scene id.</summary>
    public Task<LookUp> LookUpAsync(string correlation, Account account, CancellationToken cancellation) =>
        Task.FromResult<LookUp>(new LookUp.Unclear(Sentence.Of("provider.no-look-up")));

    private static Submission.Refused No(RefusalKind kind, string words) => new(new Refusal(kind, words));

    /// <summary>A picture to end at only counts beside one to start from, and where the model has a key for both.</summary>
    private static (string? Start, string? End) PicturesOf(ShotOrder order, FlowWire wire)
    {
        var pictures = ShotPictures.Of(order);
        return (pictures.First, pictures.First is not null && wire.FromBoth is not null ? pictures.Last : null);
    }

    private async Task<Submission> GenerateAsync(
        System.Text.Json.Nodes.JsonObject body, string? first, string? last, Account account, string scene, CancellationToken cancellation)
    {
        var answer = await _calls.SendAsync(
            account,
            token => FlowHost.Sign(JsonRequests.Post(FlowHost.Address(account, FlowRequests.PathOf(first, last)), body), token),
            null,
            cancellation);
        if (answer is null)
            return No(RefusalKind.SignedOut, Sentence.Of("provider.no-key"));
        var submission = StatusMeaning.Submitted(
            answer,
            yes => NameOf(yes) is { } name ? new Submission.Accepted(new FlowOperation(name, scene).Id) : null,
            no => FlowErrors.OfSubmission(no, withPictures: first is not null));
        if (submission is Submission.Refused { Reason.Kind: RefusalKind.ExpiredInput })
            _pictures.Forget(account);
        return submission;
    }

    internal static string? NameOf(WireAnswer.Answered answer)
    {
        var operation = answer.Json.Items("operations").FirstOrDefault();
        return operation.Text("operation", "name") ?? operation.Text("name") ?? answer.Json.Items("media").FirstOrDefault().Text("name");
    }
}
