using System.Collections.Concurrent;
using System.Net;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.GeminiOmni;

/// <summary>Gemini Omni by an API key, through the Interactions API in the background.</summary>
public sealed class GeminiOmniProvider(ModelBook models, Wire wire, ClipFetch fetch, TokenTurn turn, TokenCall calls) : IVideoProvider
{
    internal const string ProviderName = "gemini-omni";

    /// <summary>So often in a row a question must be told that the key is unknown before that is believed: single such answers have been seen to be wrong.</summary>
    private const int Believed = 3;

    private readonly OmniClips _clips = new(wire, turn, fetch);

    /// <summary>Interactions that this process began and has not yet seen at work: only to them "too many" can mean that nothing was made.</summary>
    private readonly ConcurrentDictionary<string, byte> _fresh = new(StringComparer.Ordinal);

    /// <summary>How often in a row a key was called unknown, by account.</summary>
    private readonly ConcurrentDictionary<string, int> _unknownKey = new(StringComparer.Ordinal);

    /// <summary>Where finished clips are. An address is used once: a second download asks again.</summary>
    private readonly ConcurrentDictionary<string, Uri> _finished = new(StringComparer.Ordinal);

    public string Name => ProviderName;

    public ProviderTraits Traits { get; } = new() { SubmitTimeout = TimeSpan.FromSeconds(120) };

    public async Task<Submission> SubmitAsync(ShotOrder order, Account account, string correlation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(account);
        if (models.Find(Name, order.Model) is not { } model)
            return new Submission.Refused(new(RefusalKind.BadRequest, Sentence.Of("provider.model-unknown", Name, order.Model)));
        var (pictures, no) = await OmniPictures.ReadAsync(order, model, cancellation);
        if (pictures is null)
            return new Submission.Refused(no!);
        var body = OmniRequests.Film(order, model, OmniWire.NameOf(model), pictures);
        var answer = await calls.SendAsync(
            account,
            key => OmniHost.Sign(JsonRequests.Post(OmniHost.Address(account, "interactions"), body), key),
            OmniErrors.IsKeyUnknown,
            cancellation);
        if (answer is null)
            return new Submission.Refused(new(RefusalKind.SignedOut, Sentence.Of("provider.no-key")));
        var submission = StatusMeaning.Submitted(
            answer, yes => yes.Json.Text("id") is { } id ? new Submission.Accepted(id) : null, OmniErrors.OfSubmission);
        if (submission is Submission.Accepted accepted)
            _fresh[accepted.Operation] = 0;
        return submission;
    }

    public async Task<IReadOnlyDictionary<string, OperationStatus>> PollAsync(
        IReadOnlyList<string> operations, Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(account);
        var statuses = new Dictionary<string, OperationStatus>(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            var interaction = await AskAsync(operation, account, cancellation);
            if (interaction.Address is { } address)
                _finished[operation] = address;
            statuses[operation] = interaction.State;
        }

        return statuses;
    }

    public async Task<Delivery> DownloadAsync(string operation, string partFile, Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (_finished.TryRemove(operation, out var known))
            return await _clips.FetchAsync(known, partFile, account, cancellation);
        return await AskAsync(operation, account, cancellation) switch
        {
            { Address: { } address } => await _clips.FetchAsync(address, partFile, account, cancellation),
            { Data: { } data } => await OmniClips.KeepAsync(data, partFile, cancellation),
            { State: OperationStatus.Vanished vanished } => new Delivery.Gone(vanished.Reason),
            { State: OperationStatus.Refused refused } => new Delivery.Broken(refused.Reason.Words),
            { State: OperationStatus.Unreadable unreadable } => new Delivery.Broken(unreadable.Reason),
            _ => new Delivery.Broken(Sentence.Of("provider.unfinished")),
        };
    }

    public async Task<bool> CancelAsync(string operation, Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        var answer = await calls.SendAsync(
            account,
            key => OmniHost.Sign(JsonRequests.Post(AddressOf(account, operation + "/cancel"), new System.Text.Json.Nodes.JsonObject()), key),
            null,
            cancellation);
        return answer is WireAnswer.Answered { IsSuccess: true } done && done.Json.Text("status") == "cancelled";
    }

    /// <summary>Interactions cannot be found by anything but their own id.</summary>
    public Task<LookUp> LookUpAsync(string correlation, Account account, CancellationToken cancellation) =>
        Task.FromResult<LookUp>(new LookUp.Unclear(Sentence.Of("provider.no-look-up")));

    private static Uri AddressOf(Account account, string interaction) => OmniHost.Address(account, "interactions/" + interaction);

    private async Task<OmniInteraction> AskAsync(string operation, Account account, CancellationToken cancellation)
    {
        var answer = await calls.SendAsync(
            account, key => OmniHost.Sign(JsonRequests.Get(AddressOf(account, operation)), key), null, cancellation);
        var interaction = answer switch
        {
            null => new(new OperationStatus.Refused(new(RefusalKind.SignedOut, Sentence.Of("provider.no-key")))),
            WireAnswer.Answered { IsSuccess: true } yes => OmniInteraction.Read(yes.Json, models),
            WireAnswer.Answered no => new(OfQuestion(no, operation, account)),
            _ => new OmniInteraction(StatusMeaning.Unreadable(answer)),
        };
        if (answer is WireAnswer.Answered { IsSuccess: true })
            _unknownKey.TryRemove(account.Id, out _);
        if (interaction.State is not OperationStatus.Unreadable)
            _fresh.TryRemove(operation, out _);
        return interaction;
    }

    private OperationStatus OfQuestion(WireAnswer.Answered no, string operation, Account account)
    {
        var error = GoogleError.Of(no);
        if (OmniErrors.IsKeyUnknown(no) && no.Status != HttpStatusCode.Unauthorized)
        {
            return _unknownKey.AddOrUpdate(account.Id, 1, static (_, times) => times + 1) >= Believed
                ? new OperationStatus.Refused(OmniErrors.OfSubmission(no))
                : StatusMeaning.Unreadable(no);
        }

        return no.Status switch
        {
            HttpStatusCode.Unauthorized => new OperationStatus.Refused(OmniErrors.OfSubmission(no)),
            HttpStatusCode.NotFound => new OperationStatus.Vanished(error.Words),

            // An unknown id is told with 400.
            HttpStatusCode.BadRequest when error.Says("interaction") => new OperationStatus.Vanished(error.Words),
            HttpStatusCode.TooManyRequests when _fresh.ContainsKey(operation) && OmniErrors.IsTooMany(error) =>
                new OperationStatus.Refused(OmniErrors.OfInteraction(error, "")),
            _ => StatusMeaning.Unreadable(no),
        };
    }
}
