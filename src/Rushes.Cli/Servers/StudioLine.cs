using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rushes.Film;

namespace Rushes.Cli.Servers;

/// <summary>The line to a running studio: its <c>/api/v1</c>.</summary>
internal sealed class StudioLine : IAsyncDisposable
{
    private const string TokenVariable = "RUSHES_TOKEN";
    private const int Tries = 3;
    private readonly ServiceProvider _clients;
    private readonly HttpClient _client;

    private StudioLine(Uri address, string? token)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("studio", client =>
            {
                client.BaseAddress = new Uri(address, "api/v1/");
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
                if (token is { Length: > 0 })
                    client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(20) });
        _clients = services.BuildServiceProvider();
        _client = _clients.GetRequiredService<IHttpClientFactory>().CreateClient("studio");
        Address = address;
    }

    public Uri Address { get; }

    /// <param name="environment">Looks up an environment variable.</param>
    /// <exception cref="MistakeException">It is no address of a studio.</exception>
    public static StudioLine To(string address, Func<string, string?> environment) =>
        Uri.TryCreate(address.EndsWith('/') ? address : address + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            ? new StudioLine(uri, environment(TokenVariable))
            : throw Mistake.Input("cli.server-address", "server", address).AsException();

    public Task<JsonNode> GetAsync(string path, CancellationToken cancellation) => SendAsync(HttpMethod.Get, path, null, null, cancellation);

    public Task<JsonNode> PostAsync(string path, JsonNode body, CancellationToken cancellation) => SendAsync(HttpMethod.Post, path, body, null, cancellation);

    /// <summary>Begins something. When the line breaks before the answer is there, the same is asked again: the studio knows it by its key.</summary>
    public async Task<JsonNode> BeginAsync(string path, JsonNode body, CancellationToken cancellation)
    {
        var key = Guid.NewGuid().ToString("N");
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await SendAsync(HttpMethod.Post, path, body, key, cancellation);
            }
            catch (MistakeException broken) when (tried < Tries && broken.Mistake.Code == "cli.server-silent")
            {
                await Task.Delay(TimeSpan.FromSeconds(tried), cancellation);
            }
        }
    }

    /// <exception cref="StudioRefusedException">The studio refuses.</exception>
    /// <exception cref="MistakeException">It does not answer, or what answers is none.</exception>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonNode? body, string? key, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await AnswerAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
        return answer.StatusCode == HttpStatusCode.NoContent ? new JsonObject() : await JsonAsync(answer, cancellation);
    }

    /// <param name="file">A picture or music.</param>
    /// <returns>What to call it in a film's request.</returns>
    public async Task<string> UploadAsync(string file, CancellationToken cancellation)
    {
        await using var content = File.OpenRead(file);
        using var request = new HttpRequestMessage(HttpMethod.Post, "uploads") { Content = new StreamContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeOf(file));
        using var answer = await AnswerAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
        return (string)(await JsonAsync(answer, cancellation))["upload"]!;
    }

    /// <summary>The events of a stream until it ends.</summary>
    /// <param name="after">The last event that was seen.</param>
    public async IAsyncEnumerable<(string Kind, string? Id, JsonNode Data)> StreamAsync(string path, string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (after is not null)
            request.Headers.Add("Last-Event-ID", after);
        using var answer = await AnswerAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        await foreach (var one in SseParser.Create(stream).EnumerateAsync(cancellation))
            yield return (one.EventType, one.EventId, JsonNode.Parse(one.Data)!);
    }

    /// <summary>By the name alone: the studio looks at what is in it.</summary>
    private static string MediaTypeOf(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".webp" => "image/webp",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".wav" => "audio/wav",
        ".flac" => "audio/flac",
        ".ogg" or ".oga" or ".opus" => "audio/ogg",
        ".m4a" or ".mp4" => "audio/mp4",
        ".aac" => "audio/aac",
        _ => "audio/mpeg",
    };

    public ValueTask DisposeAsync() => _clients.DisposeAsync();

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, HttpCompletionOption until, CancellationToken cancellation)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await _client.SendAsync(request, until, cancellation);
        }
        catch (HttpRequestException silent)
        {
            throw Mistake.Input("cli.server-silent", "server", Address, silent.Message).AsException();
        }

        if (answer.IsSuccessStatusCode)
            return answer;
        using (answer)
            throw StudioRefusedException.Of(await JsonAsync(answer, cancellation), (int)answer.StatusCode);
    }

    private async Task<JsonNode> JsonAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            if (answer.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json"
                && JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation)) is { } page)
                return page;
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw Mistake.Input("cli.server-answer", "server", Address).AsException();
    }
}
