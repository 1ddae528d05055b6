using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rushes.FakeProviders;

namespace Rushes.Integration.Fakes;

/// <summary>Somebody who knows only the wire: calls a fake with plain HTTP, as other people's clients do.</summary>
internal sealed class Stranger : IDisposable
{
    private readonly ServiceProvider services;
    private readonly FakeServer server;

    public Stranger(FakeServer server, string? bearer = null, params (string Name, string Value)[] headers)
    {
        this.server = server;
        var collection = new ServiceCollection();
        collection.AddHttpClient("stranger").ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services = collection.BuildServiceProvider();
        Client = services.GetRequiredService<IHttpClientFactory>().CreateClient("stranger");
        Client.BaseAddress = server.Address;
        if (bearer is not null)
            Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        foreach (var (name, value) in headers)
            Client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
    }

    public HttpClient Client { get; }

    public async Task<Reply> SendAsync(HttpMethod method, string address, string? body = null, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(server.Address, address));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    public Task<Reply> PostAsync(string address, string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, address, body, headers: headers);

    public Task<Reply> GetAsync(string address, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, address, headers: headers);

    /// <summary>Repeats a question until the answer is what was waited for; the wire is asked every few milliseconds.</summary>
    public static async Task<Reply> UntilAsync(Func<Task<Reply>> ask, Func<JsonNode, bool> done)
    {
        for (var tries = 0; ; tries++)
        {
            var reply = await ask();
            if (done(reply.Json) || tries > 2000)
                return reply;
            await Task.Delay(5);
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        services.Dispose();
    }
}

/// <summary>An answer, read whole.</summary>
internal sealed record Reply(int Status, byte[] Bytes, string? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Bytes)!;

    public static async Task<Reply> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentType?.MediaType,
        response.Headers.Concat(response.Content.Headers).ToDictionary(pair => pair.Key, pair => string.Join(',', pair.Value), StringComparer.OrdinalIgnoreCase));
}
