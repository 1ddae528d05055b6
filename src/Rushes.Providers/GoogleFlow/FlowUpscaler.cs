using System.Collections.Concurrent;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.GoogleFlow;

/// <summary>Has Flow enlarge a clip that it filmed. The answer is an operation to be asked about, or the larger clip itself at once.</summary>
internal sealed class FlowUpscaler(ModelBook models, TokenCall calls, FlowDesk desk) : IUpscaler
{
    private readonly ConcurrentDictionary<(string Account, string Operation), byte[]> _atOnce = new();

    public bool CanUpscale(ShotOrder order) => KeyOf(order) is not null;

    public async Task<Submission> UpscaleAsync(string operation, ShotOrder order, Account account, string correlation, CancellationToken cancellation)
    {
        if (KeyOf(order) is not { } key || models.Find(GoogleFlowProvider.ProviderName, order.Model) is not { } model)
            return No(RefusalKind.BadRequest, Sentence.Of("provider.no-upscale", order.Upscale));
        if (!FlowHost.MayGenerate(account))
            return No(RefusalKind.RefusedUse, Sentence.Of("provider.flow-needs-browser"));
        var (media, no) = await MediaAsync(FlowOperation.Parse(operation), account, cancellation);
        if (media is null)
            return new Submission.Refused(no!);
        var body = FlowRequests.Upscale(media, account, correlation, FlowWire.Of(model, order.Aspect).Aspect, key, order.Upscale!, order.Seed);
        var answer = await calls.SendAsync(
            account,
            token => FlowHost.Sign(JsonRequests.Post(FlowHost.Address(account, "v1/video:batchAsyncGenerateVideoUpsampleVideo"), body), token),
            null,
            cancellation);
        return answer is null
            ? No(RefusalKind.SignedOut, Sentence.Of("provider.no-key"))
            : StatusMeaning.Submitted(answer, yes => Accepted(yes, account, correlation), failed => FlowErrors.OfSubmission(failed, withPictures: false));
    }

    /// <summary>The larger clip that came with the answer; null when the operation is one to be asked about.</summary>
    public byte[]? AtOnce(Account account, string operation) => _atOnce.GetValueOrDefault((account.Id, operation));

    /// <summary>It is on disk now.</summary>
    public void Forget(Account account, string operation) => _atOnce.TryRemove((account.Id, operation), out _);

    private string? KeyOf(ShotOrder order) =>
        order.Upscale is { } resolution && models.Find(GoogleFlowProvider.ProviderName, order.Model) is { } model ? FlowWire.UpscalerOf(model, resolution) : null;

    private Submission.Accepted? Accepted(WireAnswer.Answered answer, Account account, string scene)
    {
        if (GoogleFlowProvider.NameOf(answer) is not { } name)
            return null;
        var operation = new FlowOperation(name, scene).Id;
        var first = answer.Json.Items("operations").FirstOrDefault();
        if ((first.Text("rawBytes") ?? first.Text("operation", "metadata", "video", "rawBytes")) is { Length: > 0 } data)
            _atOnce[(account.Id, operation)] = Convert.FromBase64String(data);
        return new(operation);
    }

    /// <summary>The clip's media id. A question that brings none asks for nothing to be made, so that it may be repeated.</summary>
    private async Task<(string? Media, Refusal? No)> MediaAsync(FlowOperation operation, Account account, CancellationToken cancellation)
    {
        try
        {
            var status = (await desk.AskAsync([operation], account, cancellation)).GetValueOrDefault(operation.Id);
            return status switch
            {
                { Media: { } media } => (media, null),
                { State: OperationStatus.Refused { Reason: var reason } } => (null, reason),
                _ => (null, new(RefusalKind.FailedAtProvider, Sentence.Of("provider.no-address"))),
            };
        }
        catch (OperationCanceledException)
        {
            return (null, new(RefusalKind.Unreachable, Sentence.Of("provider.too-slow")));
        }
    }

    private static Submission.Refused No(RefusalKind kind, string words) => new(new Refusal(kind, words));
}
