using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Rushes.Engine.Library;
using Rushes.Engine.Writing.LanguageModels;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.LanguageModels;

/// <summary>
/// The chat completions of OpenAI and of all who speak like it (Ollama, LM Studio, OpenRouter...): <c>POST chat/completions</c> with a bearer key
/// (platform.openai.com, chat and structured outputs). The base address includes the version, such as <c>http://localhost:11434/v1</c>.
/// </summary>
/// <param name="forms">What each place turned out to know of forms, so that it is asked only once for more.</param>
internal sealed class OpenAiChat(
    Account account, LanguageModel model, Wire wire, TokenTurn tokens, ConcurrentDictionary<(string Place, string Model), StructuredOutput> forms)
    : ChatWire(account, model, wire, tokens)
{
    public const string Provider = "openai-compatible";
    public const string Usual = "https://api.openai.com/v1/";

    public static Uri BaseOf(Account account) => ProviderAddress.Of(account, Usual);

    protected override bool NeedsKey => Account.BaseUrl is null;

    private (string, string) Place => (BaseOf(Account).AbsoluteUri, Model.Id);

    protected override HttpRequestMessage Compose(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool streaming, string? key)
    {
        var list = new JsonArray();
        foreach (var message in messages)
            list.Add(new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text });
        var body = new JsonObject { ["model"] = Model.Id, ["messages"] = list };
        if (FormOf(options) is { } form)
            body["response_format"] = form;
        if (options?.MaxOutputTokens is { } most)
            body["max_completion_tokens"] = most;
        if (options?.Temperature is { } temperature)
            body["temperature"] = temperature;
        if (streaming)
        {
            body["stream"] = true;
            body["stream_options"] = new JsonObject { ["include_usage"] = true };
        }

        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(BaseOf(Account), "chat/completions")) { Content = Body(body) };
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return request;
    }

    protected override ChatPiece Read(JsonElement json)
    {
        if (json.At("error").ValueKind == JsonValueKind.Object)
            throw new ChatException(new ChatFailure.Refused(ChatErrors.Midway(json.At("error"))));
        var usage = ChatPiece.Tokens(json.Number("usage", "prompt_tokens"), json.Number("usage", "completion_tokens"));
        var choice = json.Items("choices").FirstOrDefault();
        var said = choice.At("delta").ValueKind == JsonValueKind.Object ? choice.At("delta") : choice.At("message");
        if (said.Text("refusal") is { Length: > 0 } refusal)
            return new(refusal, ChatFinishReason.ContentFilter, usage);
        return new(said.Text("content") ?? "", Finish(choice.Text("finish_reason")), usage);
    }

    /// <summary>Not every server knows schemas, and some not even the plain JSON form: a 400 about it is answered by asking for less.</summary>
    protected override ChatOptions? Simpler(ChatOptions? options, WireAnswer.Answered refusal)
    {
        if (refusal.Status is not (HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity) || options?.ResponseFormat is not ChatResponseFormatJson form
            || !(refusal.Body.Contains("response_format", StringComparison.OrdinalIgnoreCase) || refusal.Body.Contains("schema", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var now = forms.GetValueOrDefault(Place, form.Schema is null ? StructuredOutput.Json : StructuredOutput.Schema);
        if (now == StructuredOutput.None)
            return null;
        forms[Place] = now == StructuredOutput.Schema ? StructuredOutput.Json : StructuredOutput.None;
        return options.Clone();
    }

    private JsonObject? FormOf(ChatOptions? options)
    {
        if (options?.ResponseFormat is not ChatResponseFormatJson form)
            return null;
        return (form.Schema is null ? StructuredOutput.Json : StructuredOutput.Schema, forms.GetValueOrDefault(Place)) switch
        {
            (_, StructuredOutput.None) => null,
            (StructuredOutput.Schema, StructuredOutput.Schema) => new JsonObject
            {
                ["type"] = "json_schema",
                ["json_schema"] = new JsonObject
                {
                    ["name"] = form.SchemaName ?? "answer",
                    ["strict"] = true,
                    ["schema"] = JsonNode.Parse(form.Schema!.Value.GetRawText()),
                },
            },
            _ => new JsonObject { ["type"] = "json_object" },
        };
    }

    private static ChatFinishReason? Finish(string? reason) => reason switch
    {
        null => null,
        "stop" => ChatFinishReason.Stop,
        "length" => ChatFinishReason.Length,
        "content_filter" => ChatFinishReason.ContentFilter,
        _ => new ChatFinishReason(reason),
    };
}
