using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Rushes.Engine.Shooting;

namespace Rushes.Providers.Http;

/// <summary>Brings a clip home over HTTP: resumed with <c>Range</c> where something has arrived already, and never with a key at another host.</summary>
public sealed class ClipFetch(Wire wire)
{
    private const int MostRedirects = 5;

    /// <summary>A download that brings nothing for this long is broken: it would keep others waiting for ever.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(60);

    /// <param name="sign">Adds the account's key, at the address's own host only; null where the provider's links are signed by themselves.</param>
    /// <param name="partFile">What is there already is kept and gone on with.</param>
    public async Task<Delivery> FetchAsync(Uri address, string partFile, Action<HttpRequestHeaders>? sign, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        var have = File.Exists(partFile) ? new FileInfo(partFile).Length : 0;
        using var silence = new CancellationTokenSource(LongestSilence, wire.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellation);
        try
        {
            using var response = await FollowAsync(address, have, sign, either.Token);
            return await TakeAsync(response, partFile, have, () => silence.CancelAfter(LongestSilence), either.Token);
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new Delivery.Broken("The download brought nothing any more.");
        }
        catch (HttpRequestException problem)
        {
            return new Delivery.Broken(problem.Message);
        }
        catch (IOException cut) when (cut is HttpIOException || cut.InnerException is System.Net.Sockets.SocketException)
        {
            return new Delivery.Broken(cut.Message);
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(Uri address, long have, Action<HttpRequestHeaders>? sign, CancellationToken cancellation)
    {
        var home = address.Authority;
        for (var hop = 0; ; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (have > 0)
                request.Headers.Range = new RangeHeaderValue(have, null);

            // Over plain http only to the very host that was named: a redirect must not carry a key elsewhere.
            if (address.Authority == home)
                sign?.Invoke(request.Headers);
            var response = await wire.OpenAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } next || hop == MostRedirects)
                return response;
            response.Dispose();
            address = new Uri(address, next);
        }
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static async Task<Delivery> TakeAsync(
        HttpResponseMessage response, string partFile, long have, Action heard, CancellationToken cancellation)
    {
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            File.Delete(partFile);
            return new Delivery.Broken("What had arrived does not fit the file; it begins anew.");
        }

        if (!response.IsSuccessStatusCode)
            return new Delivery.Broken(string.Create(CultureInfo.InvariantCulture, $"The download answered {(int)response.StatusCode}."));
        if (response.Content.Headers.ContentType?.MediaType is { } type && !IsFilm(type))
            return new Delivery.Broken($"The download brought {type} instead of a video.");

        var resumed = response.StatusCode == HttpStatusCode.PartialContent;
        var start = resumed ? response.Content.Headers.ContentRange?.From ?? have : 0;
        if (start != 0 && start != have)
            return new Delivery.Broken("The download went on from another place than asked.");
        var expected = response.Content.Headers.ContentLength is { } length ? start + length : (long?)null;
        long arrived;
        await using (var file = new FileStream(partFile, start > 0 ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read))
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            var buffer = new byte[81_920];
            while (await body.ReadAsync(buffer, cancellation) is var read and > 0)
            {
                heard();
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            arrived = file.Length;
        }

        if (arrived == 0)
            return new Delivery.Broken("The download was empty.");
        return expected is { } whole && whole != arrived
            ? new Delivery.Broken(string.Create(CultureInfo.InvariantCulture, $"The download was cut off: {arrived} of {whole} bytes."))
            : new Delivery.Delivered(arrived);
    }

    private static bool IsFilm(string type) =>
        type.StartsWith("video/", StringComparison.OrdinalIgnoreCase) || type.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase)
        || type.Equals("binary/octet-stream", StringComparison.OrdinalIgnoreCase);
}
