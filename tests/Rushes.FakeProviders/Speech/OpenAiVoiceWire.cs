using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.Speech;

/// <summary>OpenAI's speech endpoint and those that imitate it.</summary>
internal sealed class OpenAiVoiceWire(Backstage backstage) : VoiceWire(backstage)
{
    private const int Rate = 24000;
    private const int LongestInput = 4096;

    public override void Map(WebApplication api)
    {
        Route(api, "POST", "/v1/audio/speech", SpeakAsync);
        Route(api, "GET", "/v1/models", (_, _) => Task.FromResult(Json(new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray(new JsonObject { ["id"] = "some-chat-model", ["object"] = "model" }, new JsonObject { ["id"] = "kokoro-tts", ["object"] = "model" }),
        })));
    }

    protected override string? CredentialOf(HttpRequest request) => BearerOf(request);

    public override IResult Say(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.BadRequest => Error(400, refusal.Message ?? "Invalid request.", "invalid_request_error", null),
        RefusalKind.Unauthorized => Error(401, "Incorrect API key provided.", "invalid_request_error", "invalid_api_key"),
        RefusalKind.NoCredit => Error(429, "You exceeded your current quota, please check your plan and billing details.", "insufficient_quota", "insufficient_quota"),
        RefusalKind.Forbidden or RefusalKind.Captcha => Error(403, "You are not allowed to use this model.", "invalid_request_error", null),
        RefusalKind.NotFound => Error(404, "The requested resource does not exist.", "invalid_request_error", null),
        RefusalKind.TooMany => GoogleErrors.WithRetryAfter(Error(429, "Rate limit reached for requests.", "requests", "rate_limit_exceeded"), refusal.RetryAfter),
        RefusalKind.Unavailable => Error(503, "The server is currently overloaded.", "server_error", null),
        _ => Error(500, "The server had an error while processing your request.", "server_error", null),
    };

    private static IResult Error(int status, string message, string type, string? code) => Json(new JsonObject
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = null, ["code"] = code },
    }, status);

    private async Task<IResult> SpeakAsync(HttpContext context, Caller caller)
    {
        var body = CallNotes.Of(context).Json();
        var (text, voice, format) = ((string?)body["input"] ?? "", (string?)body["voice"], (string?)body["response_format"] ?? "mp3");
        if (body["model"] is null || text.Length is 0 or > LongestInput || voice is null)
            return Refuse(context, new Refusal(RefusalKind.BadRequest, $"model, voice and an input of 1 to {LongestInput} characters are required."));
        if (format is not ("mp3" or "wav" or "pcm"))
            return Refuse(context, new Refusal(RefusalKind.BadRequest, $"Invalid value: '{format}'. Simulated are: 'mp3', 'wav', 'pcm'."));
        var speed = Math.Clamp((double?)body["speed"] ?? 1, 0.25, 4);
        return await SpeakAsync(context, caller, text, async fault =>
        {
            var pcm = Tone.Pcm(text, voice, Rate, speed);
            return format switch
            {
                "wav" => Sound(Tone.Wav(pcm, Rate), "audio/wav", fault),
                "pcm" => Sound(pcm, "audio/pcm", fault),
                _ => Sound(await Mp3Async(pcm, Rate), "audio/mpeg", fault),
            };
        });
    }
}
