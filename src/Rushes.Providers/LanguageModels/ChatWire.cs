using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Writing.LanguageModels;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.LanguageModels;

/// <summary>
/// What the wires of language models have alike: one request out, an answer or a stream of server-sent events back, keys in a header and used in turn,
/// refusals told apart.
/// </summary>
internal abstract class ChatWire(Account account, LanguageModel model, Wire wire, TokenTurn tokens) : IChatClient
{
    protected LanguageModel Model => model;

    protected Account Account => account;

    /// <summary>Whether the service wants a key at all; one on the user's own machine may do without.</summary>
    protected virtual bool NeedsKey => true;

    protected abstract HttpRequestMessage Compose(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool streaming, string? key);

    /// <summary>What one event of a stream, or a whole answer, says.</summary>
    /// <exception cref="ChatException">It says that the service failed after all.</exception>
    protected abstract ChatPiece Read(JsonElement json);

    /// <summary>Another way to ask after a refusal, such as without a schema that the service does not know; null when there is none.</summary>
    protected virtual ChatOptions? Simpler(ChatOptions? options, WireAnswer.Answered refusal) => null;

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var response = await OpenAsync([.. messages], options, streaming: false, cancellationToken);
        var piece = await WholeAsync(response, cancellationToken);
        return new(new ChatMessage(ChatRole.Assistant, piece.Text)) { ModelId = model.Id, FinishReason = piece.Finish, Usage = piece.Usage };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var response = await OpenAsync([.. messages], options, streaming: true, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType is "application/json")
        {
            // Some gateways answer at once whatever they were asked.
            yield return Update(await WholeAsync(response, cancellationToken));
            yield break;
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var events = SseParser.Create(body).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(events))
        {
            if (events.Current.Data is "[DONE]")
                yield break;
            var json = JsonFacts.Parse(events.Current.Data);
            if (json.ValueKind == JsonValueKind.Object)
                yield return Update(Read(json));
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(account.Provider, null, model.Id)
            : serviceKey is null && serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    public void Dispose()
    {
        // The connections belong to the wire.
    }

    protected static StringContent Body(JsonNode json) => new(json.ToJsonString(), Encoding.UTF8, "application/json");

    protected static string TextOf(IEnumerable<ChatMessage> messages, ChatRole role) =>
        string.Join("\n\n", messages.Where(message => message.Role == role).Select(message => message.Text));

    private static async Task<bool> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            throw new ChatException(new ChatFailure.Lost(broken.Message));
        }
    }

    private async Task<ChatPiece> WholeAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        string text;
        try
        {
            text = await response.Content.ReadAsStringAsync(cancellation);
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            throw new ChatException(new ChatFailure.Lost(broken.Message));
        }

        var json = JsonFacts.Parse(text);
        return json.ValueKind == JsonValueKind.Object ? Read(json) : throw new ChatException(new ChatFailure.Lost("The answer was no JSON."));
    }

    private ChatResponseUpdate Update(ChatPiece piece)
    {
        var update = new ChatResponseUpdate(ChatRole.Assistant, piece.Text) { ModelId = model.Id, FinishReason = piece.Finish };
        if (piece.Usage is { } usage)
            update.Contents.Add(new UsageContent(usage));
        return update;
    }

    private async Task<HttpResponseMessage> OpenAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool streaming, CancellationToken cancellation)
    {
        while (true)
        {
            var key = await tokens.NextAsync(account, cancellation);
            if (key is null && NeedsKey)
                throw new ChatException(new ChatFailure.Refused(new Refusal(RefusalKind.SignedOut, "")));
            var response = await SendAsync(() => Compose(messages, options, streaming, key), cancellation);
            if (response.IsSuccessStatusCode)
                return response;
            var refusal = await RefusalAsync(response, cancellation);
            if (Simpler(options, refusal) is { } simpler)
            {
                options = simpler;
                continue;
            }

            var why = ChatErrors.Of(refusal);
            if (why.Kind != RefusalKind.SignedOut || key is null || !tokens.Refused(account, key))
                throw new ChatException(new ChatFailure.Refused(why));
        }
    }

    private async Task<WireAnswer.Answered> RefusalAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using (response)
        {
            try
            {
                return await wire.ReadAsync(response, cancellation);
            }
            catch (Exception broken) when (broken is IOException or HttpRequestException)
            {
                // The status alone is definite.
                return new(response.StatusCode, "", null, new Dictionary<string, string>(StringComparer.Ordinal));
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> compose, CancellationToken cancellation)
    {
        try
        {
            using var request = compose();
            return await wire.OpenAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException problem) when (problem.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            throw new ChatException(new ChatFailure.NeverSent(problem.Message));
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            throw new ChatException(new ChatFailure.Lost(problem.Message));
        }
    }
}
