using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Rushes.Engine.Library;
using Rushes.Engine.Writing.LanguageModels;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.LanguageModels;

/// <summary>
/// Anthropic's messages: <c>POST v1/messages</c> with <c>x-api-key</c> and <c>anthropic-version</c>; the form of the answer in <c>output_config.format</c>
/// (docs.anthropic.com, messages, streaming and structured outputs).
/// </summary>
internal sealed class AnthropicChat(Account account, LanguageModel model, Wire wire, TokenTurn tokens) : ChatWire(account, model, wire, tokens)
{
    public const string Provider = "anthropic";
    public const string Usual = "https://api.anthropic.com/v1/";
    public const string Version = "2023-06-01";

    // The wire demands a bound; this one holds for a model that no file describes.
    private const int UsualBound = 16_000;

    public static Uri BaseOf(Account account)
    {
        var given = ProviderAddress.Of(account, Usual);
        return given.AbsolutePath is "/" ? new Uri(given, "v1/") : given;
    }

    protected override HttpRequestMessage Compose(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool streaming, string? key)
    {
        var list = new JsonArray();
        foreach (var message in messages.Where(message => message.Role != ChatRole.System))
            list.Add(new JsonObject { ["role"] = message.Role == ChatRole.Assistant ? "assistant" : "user", ["content"] = message.Text });
        var body = new JsonObject { ["model"] = Model.Id, ["max_tokens"] = options?.MaxOutputTokens ?? UsualBound, ["messages"] = list };
        var system = TextOf(messages, ChatRole.System);
        if (system.Length > 0)
            body["system"] = system;
        if (options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema })
            body["output_config"] = new JsonObject { ["format"] = new JsonObject { ["type"] = "json_schema", ["schema"] = JsonNode.Parse(schema.GetRawText()) } };
        if (options?.Temperature is { } temperature)
            body["temperature"] = temperature;
        if (streaming)
            body["stream"] = true;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(BaseOf(Account), "messages")) { Content = Body(body) };
        request.Headers.Add("x-api-key", key);
        request.Headers.Add("anthropic-version", Version);
        return request;
    }

    protected override ChatPiece Read(JsonElement json) => json.Text("type") switch
    {
        "message" => new(
            string.Concat(json.Items("content").Where(block => block.Text("type") == "text").Select(block => block.Text("text"))),
            Finish(json.Text("stop_reason")),
            Usage(json.At("usage"))),
        "message_start" => new("", null, Usage(json.At("message", "usage"))),
        "content_block_delta" => new(json.Text("delta", "type") == "text_delta" ? json.Text("delta", "text") ?? "" : "", null, null),
        "message_delta" => new("", Finish(json.Text("delta", "stop_reason")), Usage(json.At("usage"))),
        "error" => throw new ChatException(new ChatFailure.Refused(ChatErrors.Midway(json.At("error")))),
        _ => ChatPiece.Nothing,
    };

    private static UsageDetails? Usage(JsonElement usage) => ChatPiece.Tokens(usage.Number("input_tokens"), usage.Number("output_tokens"));

    private static ChatFinishReason? Finish(string? reason) => reason switch
    {
        null => null,
        "end_turn" or "stop_sequence" => ChatFinishReason.Stop,
        "max_tokens" or "model_context_window_exceeded" => ChatFinishReason.Length,
        "refusal" => ChatFinishReason.ContentFilter,
        _ => new ChatFinishReason(reason),
    };
}
