using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Rushes.Engine.Accounts;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.ComfyUi;

/// <summary>
/// Requests to an account's ComfyUI. The server itself knows no credentials; a reverse proxy before it may want a header, which the account keeps as
/// <c>Name: value</c>, or as a plain token for <c>Authorization: Bearer</c>.
/// </summary>
internal sealed class ComfyServer(Wire wire, IKeyRing keys)
{
    private const string Usual = "http://127.0.0.1:8188/";

    public TimeProvider Time => wire.Time;

    public static Uri AddressOf(Account account) => ProviderAddress.Of(account, Usual);

    public async Task<WireAnswer> GetAsync(Account account, string path, CancellationToken cancellation)
    {
        using var request = JsonRequests.Get(new Uri(AddressOf(account), path));
        return await SendAsync(account, request, cancellation);
    }

    public async Task<WireAnswer> PostAsync(Account account, string path, JsonObject body, CancellationToken cancellation)
    {
        using var request = JsonRequests.Post(new Uri(AddressOf(account), path), body);
        return await SendAsync(account, request, cancellation);
    }

    /// <summary>Puts a picture among the server's inputs; one of the same name is the same picture.</summary>
    public async Task<WireAnswer> UploadAsync(Account account, PictureUpload picture, CancellationToken cancellation)
    {
        using var form = new MultipartFormDataContent();
        var image = new ByteArrayContent(picture.Bytes);
        image.Headers.ContentType = new MediaTypeHeaderValue(picture.MimeType);
        form.Add(image, "image", $"rushes-{picture.Digest[..24]}.{picture.MimeType["image/".Length..]}");
        form.Add(new StringContent("input"), "type");
        form.Add(new StringContent("true"), "overwrite");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(AddressOf(account), "upload/image")) { Content = form };
        return await SendAsync(account, request, cancellation);
    }

    /// <summary>The header of the proxy; null when the account has none.</summary>
    public async Task<(string Name, string Value)?> HeaderAsync(Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        if ((await keys.OfAsync(account.Id, cancellation)).Tokens is not [var token, ..])
            return null;
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && token.AsSpan(0, colon).IndexOfAny(" \t") < 0
            ? (token[..colon], token[(colon + 1)..].Trim())
            : ("Authorization", "Bearer " + token);
    }

    private async Task<WireAnswer> SendAsync(Account account, HttpRequestMessage request, CancellationToken cancellation)
    {
        if (await HeaderAsync(account, cancellation) is var (name, value))
            request.WithHeader(name, value);
        return await wire.SendAsync(request, cancellation);
    }
}
