using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.LanguageModels;

/// <summary>Anthropic's messages.</summary>
internal sealed class AnthropicTalkWire(Backstage backstage) : TalkWire(backstage)
{
    public override void Map(WebApplication api) => Route(api, "POST", "/v1/messages", (context, caller) =>
        string.IsNullOrEmpty(context.Request.Headers["anthropic-version"])
            ? Task.FromResult(Refuse(context, new Refusal(RefusalKind.BadRequest, "anthropic-version: header is required")))
            : TalkAsync(context, caller, Read(CallNotes.Of(context).Json())));

    protected override string? CredentialOf(HttpRequest request) =>
        request.Headers.TryGetValue("x-api-key", out var key) ? key.ToString() : BearerOf(request);

    protected override IResult Unknown(string? credential) =>
        Error(401, string.IsNullOrEmpty(credential) ? "x-api-key header is required" : "invalid x-api-key", "authentication_error");

    public override IResult Say(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.BadRequest => Error(400, refusal.Message ?? "Invalid request", "invalid_request_error"),
        RefusalKind.Unauthorized => Unknown("expired"),
        RefusalKind.NoCredit => Error(400, "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.", "invalid_request_error"),
        RefusalKind.Forbidden or RefusalKind.Captcha => Error(403, "Your API key does not have permission to use the specified resource.", "permission_error"),
        RefusalKind.NotFound => Error(404, refusal.Message ?? "Not found", "not_found_error"),
        RefusalKind.TooMany => GoogleErrors.WithRetryAfter(Error(429, "This request would exceed your organization's rate limit.", "rate_limit_error"), refusal.RetryAfter),
        RefusalKind.Unavailable => Error(529, "Overloaded", "overloaded_error"),
        _ => Error(500, "Internal server error", "api_error"),
    };

    private static IResult Error(int status, string message, string type) => Json(new JsonObject
    {
        ["type"] = "error",
        ["error"] = new JsonObject { ["type"] = type, ["message"] = message },
        ["request_id"] = "req_fake",
    }, status);

    private static LanguageQuestion Read(JsonObject body)
    {
        var model = (string?)body["model"] ?? throw Wrong("model: Field required");
        var most = (int?)body["max_tokens"] ?? throw Wrong("max_tokens: Field required");
        if (body["messages"] is not JsonArray { Count: > 0 } messages)
            throw Wrong("messages: at least one message is required");
        if (messages.FirstOrDefault(message => (string?)message?["role"] is not ("user" or "assistant")) is { } stranger)
            throw Wrong($"messages: Unexpected role \"{(string?)stranger["role"]}\". The Messages API accepts a top-level `system` parameter, not \"system\" as an input message role.");
        var format = body["output_config"]?["format"] ?? body["output_format"];
        return new LanguageQuestion("anthropic", model, Text(body["system"]),
            [.. messages.Where(message => (string?)message!["role"] == "user").Select(message => Text(message!["content"]))],
            (string?)format?["type"] == "json_schema" ? format["schema"] as JsonObject : null, (bool?)body["stream"] ?? false, most,
            messages.Sum(message => (message!["content"] as JsonArray ?? []).Count(part => (string?)part?["type"] == "image")));
    }

    private static string Text(JsonNode? content) => content switch
    {
        JsonArray parts => string.Join('\n', parts.Select(part => (string?)part?["text"]).OfType<string>()),
        JsonValue text => text.GetValue<string>(),
        _ => "",
    };

    private static RefusedException Wrong(string message) => new(RefusalKind.BadRequest, message);

    protected override JsonNode Whole(Talk talk)
    {
        var message = Message(talk);
        message["content"] = talk.End is TalkEnd.Blocked or TalkEnd.Refused ? [] : new JsonArray(new JsonObject { ["type"] = "text", ["text"] = talk.Text });
        message["stop_reason"] = Stop(talk);
        message["usage"] = Usage(talk);
        return message;
    }

    protected override IEnumerable<(string? Event, string Data)> Pieces(Talk talk, IReadOnlyList<string> pieces)
    {
        yield return Named("message_start", new JsonObject { ["message"] = Message(talk) });
        if (talk.End is not (TalkEnd.Blocked or TalkEnd.Refused))
        {
            yield return Named("content_block_start", new JsonObject { ["index"] = 0, ["content_block"] = new JsonObject { ["type"] = "text", ["text"] = "" } });
            yield return Named("ping", []);
            foreach (var piece in pieces)
                yield return Named("content_block_delta", new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["type"] = "text_delta", ["text"] = piece } });
            yield return Named("content_block_stop", new JsonObject { ["index"] = 0 });
        }
        yield return Named("message_delta", new JsonObject { ["delta"] = new JsonObject { ["stop_reason"] = Stop(talk), ["stop_sequence"] = null }, ["usage"] = Usage(talk) });
        yield return Named("message_stop", []);
    }

    private static (string?, string) Named(string type, JsonObject data)
    {
        data.Insert(0, "type", type);
        return (type, Line(data));
    }

    private static JsonObject Message(Talk talk) => new()
    {
        ["id"] = "msg_fake",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = talk.Question.Model,
        ["content"] = new JsonArray(),
        ["stop_reason"] = null,
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject { ["input_tokens"] = talk.TokensIn, ["output_tokens"] = 1 },
    };

    private static string Stop(Talk talk) => talk.End switch
    {
        TalkEnd.TokenLimit => "max_tokens",
        TalkEnd.Blocked or TalkEnd.Refused => "refusal",
        _ => "end_turn",
    };

    private static JsonObject Usage(Talk talk) => new() { ["input_tokens"] = talk.TokensIn, ["output_tokens"] = talk.TokensOut };
}
