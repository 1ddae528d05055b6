using System.Globalization;

namespace Rushes.Providers.Http;

/// <summary>Sends requests to providers, once each and without following redirects: a key must not travel to another host.</summary>
public sealed class Wire(IHttpClientFactory clients, TimeProvider time)
{
    /// <summary>The name of the client; see <see cref="WireServices"/>.</summary>
    public const string ClientName = "providers";

    public TimeProvider Time => time;

    /// <exception cref="OperationCanceledException">Cancelled; the request may have left.</exception>
    public Task<WireAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellation) => TryAsync(async () =>
    {
        using var response = await OpenAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
        return await ReadAsync(response, cancellation);
    });

    /// <summary>Sends a request whose answer is no text.</summary>
    /// <param name="most">Bytes that an answer may have.</param>
    /// <returns><see cref="WireAnswer.Brought"/> for a success, else as <see cref="SendAsync"/>.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the request may have left.</exception>
    public Task<WireAnswer> FetchAsync(HttpRequestMessage request, long most, CancellationToken cancellation) => TryAsync(async () =>
    {
        using var response = await OpenAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (!response.IsSuccessStatusCode)
            return await ReadAsync(response, cancellation);
        await response.Content.LoadIntoBufferAsync(most, cancellation);
        return new WireAnswer.Brought(await response.Content.ReadAsByteArrayAsync(cancellation), response.Content.Headers.ContentType?.MediaType);
    });

    private static async Task<WireAnswer> TryAsync(Func<Task<WireAnswer>> send)
    {
        try
        {
            return await send();
        }
        catch (HttpRequestException problem) when (problem.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return new WireAnswer.NeverSent(problem.Message);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            return new WireAnswer.Lost(problem.Message);
        }
    }

    /// <summary>Sends and hands out the open response, for downloads. Dispose it.</summary>
    public Task<HttpResponseMessage> OpenAsync(HttpRequestMessage request, HttpCompletionOption completion, CancellationToken cancellation) =>
        clients.CreateClient(ClientName).SendAsync(request, completion, cancellation);

    /// <summary>Reads an open response to its end.</summary>
    /// <exception cref="HttpRequestException">It broke off.</exception>
    public async Task<WireAnswer.Answered> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(response);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(cancellation), RetryAfter(response), HeadersOf(response));
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - time.GetUtcNow() is { Ticks: > 0 } wait => wait,
        _ => null,
    };

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            headers[name.ToLower(CultureInfo.InvariantCulture)] = string.Join(", ", values);
        return headers;
    }
}
