using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.LanguageModels;

/// <summary>OpenAI's chat completions, also under the paths of its imitators.</summary>
internal sealed class OpenAiTalkWire(Backstage backstage) : TalkWire(backstage)
{
    private static readonly string[] ReasoningModels = ["gpt-5", "gpt-6", "o1", "o3", "o4"];

    public override void Map(WebApplication api)
    {
        foreach (var root in (string[])["", "/v1", "/v1beta/openai"])
            Route(api, "POST", root + "/chat/completions", (context, caller) => TalkAsync(context, caller, Read(CallNotes.Of(context).Json())));
        foreach (var root in (string[])["/v1", "/v1beta/openai"])
        {
            Route(api, "GET", root + "/models", (_, _) => Task.FromResult(Json(new JsonObject
            {
                ["object"] = "list",
                ["data"] = new JsonArray(new JsonObject { ["id"] = "gpt-5.6-terra", ["object"] = "model", ["created"] = 1780000000, ["owned_by"] = "fake" }),
            })));
        }
    }

    protected override string? CredentialOf(HttpRequest request) =>
        BearerOf(request) ?? (request.Headers.TryGetValue("x-api-key", out var key) ? key.ToString() : null);

    protected override IResult Unknown(string? credential) => string.IsNullOrEmpty(credential)
        ? Error(401, "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).", "invalid_request_error", null)
        : Error(401, "Incorrect API key provided. You can find your API key in your account settings.", "invalid_request_error", "invalid_api_key");

    public override IResult Say(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.BadRequest => Error(400, refusal.Message ?? "Invalid request.", "invalid_request_error", refusal.Field is null ? null : "invalid_value", refusal.Field),
        RefusalKind.Unauthorized => Unknown("expired"),
        RefusalKind.NoCredit => Error(429, "You exceeded your current quota, please check your plan and billing details.", "insufficient_quota", "insufficient_quota"),
        RefusalKind.Forbidden or RefusalKind.Captcha => Error(403, "You are not allowed to use this model.", "invalid_request_error", "model_not_allowed"),
        RefusalKind.NotFound => Error(404, refusal.Message ?? "The requested resource does not exist.", "invalid_request_error", "model_not_found"),
        RefusalKind.TooMany => GoogleErrors.WithRetryAfter(Error(429, "Rate limit reached for requests.", "requests", "rate_limit_exceeded"), refusal.RetryAfter),
        RefusalKind.Unavailable => Error(503, "The server is currently overloaded. Please try again later.", "server_error", null),
        _ => Error(500, "The server had an error while processing your request.", "server_error", null),
    };

    private static IResult Error(int status, string message, string type, string? code, string? field = null) => Json(new JsonObject
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = field, ["code"] = code },
    }, status);

    private static LanguageQuestion Read(JsonObject body)
    {
        var model = (string?)body["model"] ?? throw new RefusedException(RefusalKind.BadRequest, "you must provide a model parameter", "model");
        if (body["messages"] is not JsonArray { Count: > 0 } messages)
            throw new RefusedException(RefusalKind.BadRequest, "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.", "messages");
        if (ReasoningModels.Any(each => model.StartsWith(each, StringComparison.Ordinal)))
        {
            if (body["temperature"] is JsonValue temperature && temperature.GetValue<double>() is not 1.0)
                throw new RefusedException(RefusalKind.BadRequest, $"Unsupported value: 'temperature' does not support {temperature.ToJsonString()} with this model. Only the default (1) value is supported.", "temperature");
            if (body["max_tokens"] is not null)
                throw new RefusedException(RefusalKind.BadRequest, "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", "max_tokens");
        }
        var format = body["response_format"] as JsonObject;
        var schema = (string?)format?["type"] switch
        {
            "json_schema" => Schema(format!),
            "json_object" => new JsonObject { ["type"] = "object", ["properties"] = new JsonObject() },
            _ => null,
        };
        return new LanguageQuestion("openai", model, string.Join('\n', Said(messages, "system", "developer")), [.. Said(messages, "user")], schema,
            (bool?)body["stream"] ?? false, (int?)(body["max_completion_tokens"] ?? body["max_tokens"]),
            messages.Sum(message => (message?["content"] as JsonArray ?? []).Count(part => (string?)part?["type"] == "image_url")));
    }

    private static JsonObject Schema(JsonObject format)
    {
        var named = format["json_schema"];
        var name = (string?)named?["name"] ?? throw new RefusedException(RefusalKind.BadRequest, "Missing required parameter: 'response_format.json_schema.name'.", "response_format.json_schema.name");
        var schema = named!["schema"] as JsonObject ?? throw new RefusedException(RefusalKind.BadRequest, "Missing required parameter: 'response_format.json_schema.schema'.", "response_format.json_schema.schema");
        if ((bool?)named["strict"] == true)
        {
            if ((string?)schema["type"] != "object")
                throw Invalid(name, $"schema must be a JSON Schema of 'type: \"object\"', got 'type: \"{schema["type"]}\"'.");
            CheckStrict(schema, name, "()");
        }
        return schema;
    }

    /// <summary>Strict schemas forbid further properties and require all of them, at every level.</summary>
    private static void CheckStrict(JsonNode? node, string name, string at)
    {
        if (node is JsonArray list)
        {
            foreach (var each in list)
                CheckStrict(each, name, at);
        }
        if (node is not JsonObject json)
            return;
        if (json["properties"] is JsonObject properties)
        {
            if (json["additionalProperties"] is not JsonValue more || !more.TryGetValue<bool>(out var allowed) || allowed)
                throw Invalid(name, $"In context={at}, 'additionalProperties' is required to be supplied and to be false.");
            var required = (json["required"] as JsonArray ?? []).Select(each => (string?)each).ToHashSet(StringComparer.Ordinal);
            if (properties.FirstOrDefault(property => !required.Contains(property.Key)).Key is { } missing)
                throw Invalid(name, $"In context={at}, 'required' is required to be supplied and to be an array including every key in properties. Missing '{missing}'.");
        }
        foreach (var (key, value) in json)
            CheckStrict(value, name, $"('{key}')");
    }

    private static RefusedException Invalid(string name, string why) =>
        new(RefusalKind.BadRequest, $"Invalid schema for response_format '{name}': {why}", "response_format");

    private static IEnumerable<string> Said(JsonArray messages, params string[] roles) => messages
        .Where(message => roles.Contains((string?)message?["role"]))
        .Select(message => message!["content"] is JsonArray parts ? string.Join('\n', parts.Select(part => (string?)part?["text"]).OfType<string>()) : (string?)message["content"] ?? "");

    protected override JsonNode Whole(Talk talk) => new JsonObject
    {
        ["id"] = "chatcmpl-fake",
        ["object"] = "chat.completion",
        ["created"] = Backstage.Now.ToUnixTimeSeconds(),
        ["model"] = talk.Question.Model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject
            {
                ["role"] = "assistant",
                ["content"] = talk.End is TalkEnd.Refused or TalkEnd.Blocked ? null : talk.Text,
                ["refusal"] = talk.End == TalkEnd.Refused ? talk.Text : null,
            },
            ["logprobs"] = null,
            ["finish_reason"] = Finish(talk),
        }),
        ["usage"] = Usage(talk),
    };

    protected override IEnumerable<(string? Event, string Data)> Pieces(Talk talk, IReadOnlyList<string> pieces)
    {
        var field = talk.End == TalkEnd.Refused ? "refusal" : "content";
        yield return (null, Chunk(talk, new JsonObject { ["role"] = "assistant", [field] = "" }, null));
        foreach (var piece in pieces)
            yield return (null, Chunk(talk, new JsonObject { [field] = piece }, null));
        yield return (null, Chunk(talk, [], Finish(talk)));
        yield return (null, Line(new JsonObject
        {
            ["id"] = "chatcmpl-fake",
            ["object"] = "chat.completion.chunk",
            ["created"] = Backstage.Now.ToUnixTimeSeconds(),
            ["model"] = talk.Question.Model,
            ["choices"] = new JsonArray(),
            ["usage"] = Usage(talk),
        }));
        yield return (null, "[DONE]");
    }

    private string Chunk(Talk talk, JsonObject delta, string? finish) => Line(new JsonObject
    {
        ["id"] = "chatcmpl-fake",
        ["object"] = "chat.completion.chunk",
        ["created"] = Backstage.Now.ToUnixTimeSeconds(),
        ["model"] = talk.Question.Model,
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["logprobs"] = null, ["finish_reason"] = finish }),
    });

    private static string Finish(Talk talk) => talk.End switch
    {
        TalkEnd.TokenLimit => "length",
        TalkEnd.Blocked => "content_filter",
        _ => "stop",
    };

    private static JsonObject Usage(Talk talk) => new()
    {
        ["prompt_tokens"] = talk.TokensIn,
        ["completion_tokens"] = talk.TokensOut,
        ["total_tokens"] = talk.TokensIn + talk.TokensOut,
    };
}
