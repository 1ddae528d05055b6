using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.Fal;

/// <summary>Brings pictures to fal: small ones inside the request itself, bigger ones into its storage first, once for each account.</summary>
internal sealed class FalPictures(Wire wire, TokenCall calls)
{
    /// <summary>Bytes of a picture that still goes inside a request.</summary>
    private const int MostInside = 1_500_000;

    private const string UsualStorage = "https://rest.fal.ai/";
    private readonly ConcurrentDictionary<(string Account, string Digest), string> _brought = new();

    /// <summary>The address of a picture for an account's requests.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<(string? Address, Refusal? Refusal)> BringAsync(string file, Account account, CancellationToken cancellation)
    {
        var picture = await PictureUpload.ReadAsync(file, cancellation);
        if (picture.Bytes.Length <= MostInside)
            return (picture.DataUri, null);
        var key = (account.Id, picture.Digest);
        if (_brought.TryGetValue(key, out var known))
            return (known, null);
        var (address, refusal) = await UploadAsync(picture, account, cancellation);
        if (address is not null)
            _brought[key] = address;
        return (address, refusal);
    }

    /// <summary>A picture that fal does not have any more must be brought again.</summary>
    public void Forget(Account account)
    {
        foreach (var key in _brought.Keys.Where(key => key.Account == account.Id))
            _brought.TryRemove(key, out _);
    }

    private async Task<(string? Address, Refusal? Refusal)> UploadAsync(PictureUpload picture, Account account, CancellationToken cancellation)
    {
        var name = $"{picture.Digest[..16]}.{picture.MimeType["image/".Length..]}";
        var storage = new Uri(ProviderAddress.Of(account, UsualStorage), "storage/upload/initiate?storage_type=fal-cdn-v3");
        var begun = await calls.SendAsync(
            account,
            key => JsonRequests.Post(storage, new JsonObject { ["content_type"] = picture.MimeType, ["file_name"] = name }).WithKey(key),
            null,
            cancellation);
        switch (begun)
        {
            case null:
                return (null, new(RefusalKind.SignedOut, Sentence.Of("provider.no-key")));
            case WireAnswer.Answered { IsSuccess: true } yes when yes.Json.Text("file_url") is { } file && AddressOf(yes.Json.Text("upload_url")) is { } to:
                return await PutAsync(picture, to, cancellation) is { } trouble ? (null, trouble) : (file, null);
            case WireAnswer.Answered { IsSuccess: false } no when (int)no.Status < 500:
                return (null, FalErrors.OfRequest(no));
            default:
                return (null, Unclear(begun));
        }
    }

    /// <summary>The place is signed by itself; the account's key has no business there.</summary>
    private async Task<Refusal?> PutAsync(PictureUpload picture, Uri address, CancellationToken cancellation)
    {
        var content = new ByteArrayContent(picture.Bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(picture.MimeType);
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = content };
        return await wire.SendAsync(request, cancellation) is WireAnswer.Answered { IsSuccess: true } ? null : Unclear(null);
    }

    private static Uri? AddressOf(string? text) => text is not null && BaseAddress.Check(text) is null ? new Uri(text) : null;

    /// <summary>Nothing was ordered yet: whatever went wrong on the way, the take may simply be tried again.</summary>
    private static Refusal Unclear(WireAnswer? answer)
    {
        var why = answer is null ? "" : StatusMeaning.Unreadable(answer).Reason;
        return new(RefusalKind.Unreachable, Sentence.Of("provider.upload-unclear", why));
    }
}
