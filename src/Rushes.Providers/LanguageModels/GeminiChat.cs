using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Rushes.Engine.Library;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.LanguageModels;

/// <summary>
/// Gemini's own wire: <c>POST v1beta/models/MODEL:generateContent</c>, or <c>:streamGenerateContent?alt=sse</c>, with the key in <c>x-goog-api-key</c>
/// (ai.google.dev, text generation and structured output). Temperature is deprecated from 3.6 on and sent only where the model's file names one.
/// </summary>
internal sealed class GeminiChat(Account account, LanguageModel model, Wire wire, TokenTurn tokens) : ChatWire(account, model, wire, tokens)
{
    public const string Provider = "gemini";
    public const string Usual = "https://generativelanguage.googleapis.com/v1beta/";

    public static Uri BaseOf(Account account)
    {
        var given = ProviderAddress.Of(account, Usual);
        return given.AbsolutePath is "/" ? new Uri(given, "v1beta/") : given;
    }

    protected override HttpRequestMessage Compose(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool streaming, string? key)
    {
        var contents = new JsonArray();
        foreach (var message in messages.Where(message => message.Role != ChatRole.System))
            contents.Add(new JsonObject { ["role"] = message.Role == ChatRole.Assistant ? "model" : "user", ["parts"] = Parts(message.Text) });
        var body = new JsonObject { ["contents"] = contents };
        var system = TextOf(messages, ChatRole.System);
        if (system.Length > 0)
            body["systemInstruction"] = new JsonObject { ["parts"] = Parts(system) };
        var settings = new JsonObject();
        if (options?.ResponseFormat is ChatResponseFormatJson form)
        {
            settings["responseMimeType"] = "application/json";
            if (form.Schema is { } schema)
                settings["responseJsonSchema"] = JsonNode.Parse(schema.GetRawText());
        }

        if (options?.MaxOutputTokens is { } most)
            settings["maxOutputTokens"] = most;
        if (options?.Temperature is { } temperature)
            settings["temperature"] = temperature;
        body["generationConfig"] = settings;
        var method = streaming ? "streamGenerateContent?alt=sse" : "generateContent";
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(BaseOf(Account), $"models/{Uri.EscapeDataString(Model.Id)}:{method}")) { Content = Body(body) };
        request.Headers.Add("x-goog-api-key", key);
        return request;
    }

    protected override ChatPiece Read(JsonElement json)
    {
        var counts = json.At("usageMetadata");
        var thoughts = counts.Number("thoughtsTokenCount");
        var output = counts.Number("candidatesTokenCount");
        var usage = ChatPiece.Tokens(counts.Number("promptTokenCount"), output is null && thoughts is null ? null : (output ?? 0) + (thoughts ?? 0));
        if (json.Text("promptFeedback", "blockReason") is not null)
            return new("", ChatFinishReason.ContentFilter, usage);
        var candidate = json.Items("candidates").FirstOrDefault();

        // An answer may come in several parts; thoughts are none of it.
        var text = string.Concat(candidate.Items("content", "parts").Where(part => !part.IsTrue("thought")).Select(part => part.Text("text")));
        return new(text, Finish(candidate.Text("finishReason")), usage);
    }

    private static JsonArray Parts(string text) => [new JsonObject { ["text"] = text }];

    private static ChatFinishReason? Finish(string? reason) => reason switch
    {
        null or "FINISH_REASON_UNSPECIFIED" => null,
        "STOP" => ChatFinishReason.Stop,
        "MAX_TOKENS" => ChatFinishReason.Length,
        "SAFETY" or "RECITATION" or "PROHIBITED_CONTENT" or "BLOCKLIST" or "SPII" or "IMAGE_SAFETY" => ChatFinishReason.ContentFilter,
        _ => new ChatFinishReason(reason),
    };
}
