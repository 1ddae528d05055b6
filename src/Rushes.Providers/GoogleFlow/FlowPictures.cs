using System.Collections.Concurrent;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.GoogleFlow;

/// <summary>Brings pictures to Flow. They belong to the account that brought them; the same one is not brought twice while Flow keeps it.</summary>
internal sealed class FlowPictures(TokenCall calls, TimeProvider time)
{
    /// <summary>Flow forgets an uploaded picture after about an hour.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(50);

    private readonly ConcurrentDictionary<(string Account, string Digest, string Aspect), (string Media, DateTimeOffset At)> _brought = new();

    /// <returns>The media id, or why there is none. Nothing has been generated in either case.</returns>
    public async Task<(string? Media, Refusal? No)> BringAsync(string file, Account account, string aspect, CancellationToken cancellation)
    {
        PictureUpload picture;
        try
        {
            picture = await PictureUpload.ReadAsync(file, cancellation);
        }
        catch (Exception disk) when (disk is IOException or UnauthorizedAccessException)
        {
            return (null, new(RefusalKind.BadRequest, Sentence.Of("provider.picture-unread", file)));
        }

        var key = (account.Id, picture.Digest, aspect);
        if (_brought.TryGetValue(key, out var known) && time.GetUtcNow() - known.At < Kept)
            return (known.Media, null);
        var answer = await AskAsync(picture, account, aspect, cancellation);
        switch (answer)
        {
            case null:
                return (null, new(RefusalKind.SignedOut, Sentence.Of("provider.no-key")));
            case WireAnswer.Answered { IsSuccess: true } yes when MediaOf(yes) is { } media:
                _brought[key] = (media, time.GetUtcNow());
                return (media, null);
            case WireAnswer.Answered no when (int)no.Status is >= 400 and < 500:
                return (null, FlowErrors.OfSubmission(no, withPictures: false));
            case WireAnswer.Answered other:
                return (null, new(RefusalKind.FailedAtProvider, Sentence.Of("provider.upload-unclear", StatusMeaning.Said(other.Status))));
            default:
                return (null, new(RefusalKind.Unreachable, Sentence.Of("provider.upload-unclear", ReasonOf(answer))));
        }
    }

    /// <summary>Flow does not know the account's pictures any more.</summary>
    public void Forget(Account account)
    {
        foreach (var key in _brought.Keys.Where(key => key.Account == account.Id))
            _brought.TryRemove(key, out _);
    }

    private async Task<WireAnswer?> AskAsync(PictureUpload picture, Account account, string aspect, CancellationToken cancellation)
    {
        try
        {
            var body = FlowRequests.Upload(picture, aspect, time.GetUtcNow());
            return await calls.SendAsync(
                account,
                token => FlowHost.Sign(JsonRequests.Post(FlowHost.Address(account, "v1:uploadUserImage"), body), token),
                null,
                cancellation);
        }
        catch (OperationCanceledException)
        {
            // Out of time before anything was asked to be generated: that is known for sure, unlike the fate of the upload.
            return new WireAnswer.NeverSent(Sentence.Of("provider.too-slow"));
        }
    }

    private static string? MediaOf(WireAnswer.Answered answer) =>
        answer.Json.Text("mediaGenerationId", "mediaGenerationId") ?? answer.Json.Text("mediaGenerationId") ?? answer.Json.Text("media", "name");

    private static string ReasonOf(WireAnswer answer) => answer switch
    {
        WireAnswer.NeverSent unsent => unsent.Reason,
        WireAnswer.Lost lost => lost.Reason,
        _ => "",
    };
}
