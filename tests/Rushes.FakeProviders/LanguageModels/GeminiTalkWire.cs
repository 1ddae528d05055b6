using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.LanguageModels;

/// <summary>Gemini's <c>generateContent</c> and <c>streamGenerateContent</c>.</summary>
internal sealed class GeminiTalkWire(Backstage backstage) : TalkWire(backstage)
{
    public override void Map(WebApplication api)
    {
        Route(api, "POST", "/v1beta/models/{call}", CallAsync);
        Route(api, "GET", "/v1beta/models", (_, _) => Task.FromResult(Json(new JsonObject
        {
            ["models"] = new JsonArray(new JsonObject { ["name"] = "models/gemini-3.8-flash", ["displayName"] = "Gemini 3.8 Flash", ["supportedGenerationMethods"] = new JsonArray("generateContent") }),
        })));
    }

    protected override string? CredentialOf(HttpRequest request) =>
        request.Headers.TryGetValue("x-goog-api-key", out var header) ? header.ToString() : request.Query["key"].ToString();

    protected override IResult Unknown(string? credential) => string.IsNullOrEmpty(credential)
        ? Say(new Refusal(RefusalKind.Forbidden, "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API."))
        : Json(GoogleErrors.Body(400, "API key not valid. Please pass a valid API key.", "INVALID_ARGUMENT",
            [new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo", ["reason"] = "API_KEY_INVALID", ["domain"] = "googleapis.com" }]), 400);

    public override IResult Say(Refusal refusal)
    {
        var (status, body) = GoogleErrors.Of(refusal);
        if (status == 429)
        {
            if (body["error"]!["details"] is not JsonArray details)
                body["error"]!["details"] = details = [];
            details.Insert(0, new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.QuotaFailure", ["violations"] = new JsonArray() });
        }
        return Json(body, status);
    }

    private async Task<IResult> CallAsync(HttpContext context, Caller caller)
    {
        var call = ((string)context.GetRouteValue("call")!).Split(':');
        if (call.Length != 2 || call[1] is not ("generateContent" or "streamGenerateContent"))
            return Refuse(context, new Refusal(RefusalKind.NotFound));
        if (!call[0].StartsWith("gemini", StringComparison.Ordinal) || call[0].Contains("omni", StringComparison.Ordinal))
            return Refuse(context, new Refusal(RefusalKind.NotFound, $"models/{call[0]} is not found for API version v1beta, or is not supported for {call[1]}."));
        var stream = call[1] == "streamGenerateContent";
        if (stream && context.Request.Query["alt"] != "sse")
            return Refuse(context, new Refusal(RefusalKind.BadRequest, "Only alt=sse is simulated for streams."));
        return await TalkAsync(context, caller, Read(call[0], CallNotes.Of(context).Json(), stream));
    }

    private static LanguageQuestion Read(string model, JsonObject body, bool stream)
    {
        if (body["contents"] is not JsonArray { Count: > 0 } contents)
            throw new RefusedException(RefusalKind.BadRequest, "* GenerateContentRequest.contents: contents is not specified");
        var config = (body["generationConfig"] ?? body["generation_config"]) as JsonObject ?? [];
        var system = (body["systemInstruction"] ?? body["system_instruction"])?["parts"] as JsonArray ?? [];
        var parts = contents.Where(content => (string?)content?["role"] is null or "user").ToArray();
        var schema = (config["responseJsonSchema"] ?? config["responseSchema"] ?? config["response_schema"]) as JsonObject;
        if (schema is not null && ((string?)config["responseMimeType"] ?? (string?)config["response_mime_type"]) != "application/json")
            throw new RefusedException(RefusalKind.BadRequest, "Response schema requires responseMimeType to be application/json.");
        return new LanguageQuestion("gemini", model, string.Join('\n', system.Select(part => (string?)part?["text"])),
            [.. parts.Select(content => string.Join('\n', Parts(content).Select(part => (string?)part?["text"]).OfType<string>()))],
            schema, stream, (int?)config["maxOutputTokens"],
            parts.Sum(content => Parts(content).Count(part => (part?["inlineData"] ?? part?["inline_data"]) is not null)));
    }

    private static IEnumerable<JsonNode?> Parts(JsonNode? content) => content?["parts"] as JsonArray
        ?? throw new RefusedException(RefusalKind.BadRequest, "* GenerateContentRequest.contents[0].parts: contents.parts must not be empty.");

    protected override JsonNode Whole(Talk talk) => talk.End == TalkEnd.Blocked
        ? new JsonObject { ["promptFeedback"] = new JsonObject { ["blockReason"] = "PROHIBITED_CONTENT" }, ["usageMetadata"] = Usage(talk), ["modelVersion"] = talk.Question.Model }
        : Piece(talk, talk.Text, last: true);

    protected override IEnumerable<(string? Event, string Data)> Pieces(Talk talk, IReadOnlyList<string> pieces)
    {
        if (talk.End == TalkEnd.Blocked || pieces.Count == 0)
            return [(null, Line(Whole(talk)))];
        return pieces.Select((piece, at) => ((string?)null, Line(Piece(talk, piece, at == pieces.Count - 1))));
    }

    private static JsonObject Piece(Talk talk, string text, bool last)
    {
        var candidate = new JsonObject { ["content"] = new JsonObject { ["role"] = "model", ["parts"] = new JsonArray(new JsonObject { ["text"] = text }) } };
        if (last)
            candidate["finishReason"] = talk.End switch { TalkEnd.TokenLimit => "MAX_TOKENS", TalkEnd.Refused => "SAFETY", _ => "STOP" };
        candidate["index"] = 0;
        return new JsonObject
        {
            ["candidates"] = new JsonArray(candidate),
            ["usageMetadata"] = Usage(talk),
            ["modelVersion"] = talk.Question.Model,
            ["responseId"] = "fake",
        };
    }

    private static JsonObject Usage(Talk talk) => new()
    {
        ["promptTokenCount"] = talk.TokensIn,
        ["candidatesTokenCount"] = talk.TokensOut,
        ["thoughtsTokenCount"] = 0,
        ["totalTokenCount"] = talk.TokensIn + talk.TokensOut,
    };
}
