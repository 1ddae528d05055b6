using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.VertexVeo;

/// <summary>
/// Veo on Google Cloud (Vertex AI, now called Agent Platform): <c>predictLongRunning</c> and <c>fetchPredictOperation</c>, signed in by a service account or
/// this machine's own credentials. The service can neither stop an operation nor find one whose id was lost.
/// </summary>
public sealed class VertexVeoProvider : IVideoProvider
{
    public const string ProviderName = "vertex-veo";

    private readonly VertexLine _line;
    private readonly Wire _wire;
    private readonly ClipFetch _clips;
    private readonly ModelBook _models;

    public VertexVeoProvider(Wire wire, ClipFetch clips, IKeyRing keys, TokenTurn turn, ModelBook models)
    {
        _line = new(wire, new GoogleSignIn(keys, turn));
        (_wire, _clips, _models) = (wire, clips, models);
    }

    public string Name => ProviderName;

    public ProviderTraits Traits { get; } = new();

    public async Task<Submission> SubmitAsync(ShotOrder order, Account account, string correlation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (ModelWire.Find<VeoWire>(_models, Name, order.Model, out var refusal) is not var (model, wire))
            return new Submission.Refused(refusal!);
        JsonObject body;
        try
        {
            body = await VeoRequest.WriteAsync(order, model, wire, cancellation);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new Submission.Refused(new(RefusalKind.BadRequest, Sentence.Of("provider.picture-unread", problem.Message)));
        }

        var (place, signedIn) = await _line.ReachAsync(account, cancellation);
        if (signedIn is not SignedIn.Yes token)
            return new Submission.Refused(((SignedIn.No)signedIn).Reason);
        if (place is null)
            return new Submission.Refused(new(RefusalKind.NotAllowed, Sentence.Of("vertex.no-project")));
        var answer = await _line.PostAsync(account, token, place.Method(wire.Model, "predictLongRunning"), body, cancellation);
        return StatusMeaning.Submitted(
            answer, yes => yes.Json.Text("name") is { Length: > 0 } name ? new Submission.Accepted(name) : null, VeoErrors.OfRequest);
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
        var (place, signedIn) = await _line.ReachAsync(account, cancellation);
        if (signedIn is not SignedIn.Yes token)
            return new Delivery.Broken(((SignedIn.No)signedIn).Reason.Words);
        try
        {
            var (film, broken) = await FindAsync(operation, partFile, account, place, token, cancellation);
            if (broken is not null)
                return broken;
            if (film is null)
                return new Delivery.Delivered(new FileInfo(partFile).Length);
            return place!.MediaOf(film) is { } address
                ? await _clips.FetchAsync(address, partFile, headers => headers.Authorization = new("Bearer", token.Bearer), cancellation)
                : new Delivery.Broken(Sentence.Of("vertex.no-place", film));
        }
        catch (Exception cut) when (cut is HttpRequestException or HttpIOException or FormatException or IOException { InnerException: SocketException })
        {
            return new Delivery.Broken(cut.Message);
        }
    }

    /// <summary>Google documents no way to stop an operation of Veo.</summary>
    public Task<bool> CancelAsync(string operation, Account account, CancellationToken cancellation) => Task.FromResult(false);

    public Task<LookUp> LookUpAsync(string correlation, Account account, CancellationToken cancellation) =>
        Task.FromResult<LookUp>(new LookUp.Unclear(Sentence.Of("provider.no-look-up")));

    private async Task<OperationStatus> StatusAsync(string operation, Account account, CancellationToken cancellation)
    {
        var (place, signedIn) = await _line.ReachAsync(account, cancellation);
        if (signedIn is SignedIn.No { Reason: { Kind: RefusalKind.Unreachable } unreachable })
            return new OperationStatus.Unreadable(unreachable.Words);
        if (signedIn is not SignedIn.Yes token)
            return new OperationStatus.Refused(((SignedIn.No)signedIn).Reason);
        if (QuestionOf(operation, place) is not { } address)
            return new OperationStatus.Unreadable(Sentence.Of("vertex.no-project"));
        try
        {
            using var response = await _line.OpenAsync(account, token, address, new() { ["operationName"] = operation }, cancellation);
            if (!response.IsSuccessStatusCode)
                return VeoErrors.OfQuestion(await _wire.ReadAsync(response, cancellation));
            await using var json = await response.Content.ReadAsStreamAsync(cancellation);
            var answer = await FilmSieve.LookAsync(json, cancellation);
            return VeoAnswer.StatusOf(answer.Rest, answer.HasFilm);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            return new OperationStatus.Unreadable(problem.Message);
        }
    }

    /// <summary>Asks where the clip is; one that lies inside the answer is in the file when this returns.</summary>
    /// <returns>The clip's place in the storage, or null when it is in the file already.</returns>
    private async Task<(string? Film, Delivery? Broken)> FindAsync(
        string operation, string partFile, Account account, VertexPlace? place, SignedIn.Yes token, CancellationToken cancellation)
    {
        if (QuestionOf(operation, place) is not { } address)
            return (null, new Delivery.Broken(Sentence.Of("vertex.no-project")));
        using var response = await _line.OpenAsync(account, token, address, new() { ["operationName"] = operation }, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            var no = VeoErrors.OfQuestion(await _wire.ReadAsync(response, cancellation));
            return (null, no is OperationStatus.Vanished gone ? new Delivery.Gone(gone.Reason) : new Delivery.Broken(StatusMeaning.Said(response.StatusCode)));
        }

        await using var json = await response.Content.ReadAsStreamAsync(cancellation);
        var answer = await FilmSieve.TakeAsync(json, () => File.Create(partFile), cancellation);
        if (answer.Rest.ValueKind != JsonValueKind.Object)
            return (null, new Delivery.Broken(Sentence.Of("vertex.no-json")));
        if (answer.HasFilm)
            return (null, null);
        return VeoAnswer.FilmOf(answer.Rest) is { Length: > 0 } film ? (film, null) : (null, new Delivery.Broken(Sentence.Of("provider.no-video")));
    }

    /// <summary>Operations are asked about at the model that films them, which their name says.</summary>
    private static Uri? QuestionOf(string operation, VertexPlace? place)
    {
        var end = operation.LastIndexOf("/operations/", StringComparison.Ordinal);
        var start = end < 0 ? -1 : operation.LastIndexOf("/models/", end, StringComparison.Ordinal);
        return place is null || start < 0 ? null : place.Method(operation[(start + "/models/".Length)..end], "fetchPredictOperation");
    }
}
