using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Writing.LanguageModels;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;
using Rushes.Providers.LanguageModels;

namespace Rushes.Tests.LanguageModels;

/// <summary>A service at the other end of the wire that answers as a test says, and keeps what it received.</summary>
internal sealed class CannedService(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler, IHttpClientFactory, IKeyRing
{
    public List<Received> Calls { get; } = [];

    public List<string> Keys { get; init; } = ["key-1"];

    public static Func<HttpResponseMessage> Json(string body, HttpStatusCode status = HttpStatusCode.OK, string? retryAfter = null) => () =>
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter is not null)
            response.Headers.Add("Retry-After", retryAfter);
        return response;
    };

    /// <param name="events">The data of each event.</param>
    public static Func<HttpResponseMessage> Stream(params string[] events) => () =>
        new(HttpStatusCode.OK) { Content = new StringContent(string.Concat(events.Select(data => $"data: {data}\n\n")), Encoding.UTF8, "text/event-stream") };

    /// <summary>A stream that breaks off after its events.</summary>
    public static Func<HttpResponseMessage> Broken(params string[] events) => () =>
    {
        var content = new StreamContent(new BrokenStream(string.Concat(events.Select(data => $"data: {data}\n\n"))));
        content.Headers.ContentType = new("text/event-stream");
        return new(HttpStatusCode.OK) { Content = content };
    };

    public IChatClient Client(string provider, string model, string? address = null, LanguageModel? facts = null) =>
        Source(provider).Open(Account(provider, address), facts ?? LanguageModel.Unlisted(provider, model));

    public ChatSource Source(string provider)
    {
        var wire = new Wire(this, TimeProvider.System);
        var tokens = new TokenTurn(this);
        return provider switch { "gemini" => new GeminiSource(wire, tokens), "anthropic" => new AnthropicSource(wire, tokens), _ => new OpenAiSource(wire, tokens) };
    }

    public static Account Account(string provider, string? address = null) => new() { Id = "a", Name = "A", Provider = provider, BaseUrl = address };

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    public ValueTask<Credentials> OfAsync(string account, CancellationToken cancellation) => ValueTask.FromResult(new Credentials([.. Keys]));

    public Task KeepAsync(string account, Credentials credentials, CancellationToken cancellation) => throw new NotSupportedException();

    public Task ForgetAsync(string account, CancellationToken cancellation) => throw new NotSupportedException();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Calls.Add(new(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(',', header.Value), StringComparer.Ordinal),
            body.Length == 0 ? [] : JsonNode.Parse(body)!.AsObject()));
        return answers[Math.Min(Calls.Count, answers.Length) - 1]();
    }

    private sealed class BrokenStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("The connection broke.");
    }
}
