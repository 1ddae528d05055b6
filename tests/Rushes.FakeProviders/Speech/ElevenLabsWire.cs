using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.Speech;

/// <summary>ElevenLabs: MP3 or raw sound by voice id, with the time of every letter on request.</summary>
internal sealed class ElevenLabsWire(Backstage backstage) : VoiceWire(backstage)
{
    private static readonly (string Id, string Name)[] Voices =
    [
        ("21m00Tcm4TlvDq8ikWAM", "Rachel"),
        ("EXAVITQu4vr4xnSDxMaL", "Sarah"),
        ("pNInz6obpgDQGcFmaJgB", "Adam"),
        ("JBFqnCBsd6RMkjVDRZzb", "George"),
        ("FGY2WhTYpPnrIDTdsKH5", "Laura"),
        ("TX3LPaxmHKxFdv7VOQHJ", "Liam"),
        ("XB0fDUnXU5powFXDhCwa", "Charlotte"),
        ("nPczCjzI2devNBz1zQrb", "Brian"),
        ("Xb7hH8MSUJpSbSDYk0k2", "Alice"),
        ("onwK4e9ZLuTAKqWW03F9", "Daniel"),
        ("XrExE9yKIg1WjnnlVkGX", "Matilda"),
        ("bIHbv24MWmeRgasZH58o", "Will"),
        ("cgSgspJ2msm6clMCkdW9", "Jessica"),
        ("cjVigY5qzO86Huf0OWal", "Eric"),
        ("pFZP5JQG7iQjIQuC4Bku", "Lily"),
        ("pqHfZKP75CvOlQylNhV4", "Bill"),
    ];

    private static readonly string[] Models = ["eleven_v3", "eleven_flash_v2_5", "eleven_turbo_v2_5", "eleven_multilingual_v2"];

    public override void Map(WebApplication api)
    {
        foreach (var manner in (string[])["", "/stream", "/with-timestamps"])
            Route(api, "POST", "/v1/text-to-speech/{voice}" + manner, (context, caller) => SpeakAsync(context, caller, manner == "/with-timestamps"));
        Route(api, "GET", "/v1/voices", (_, _) => Task.FromResult(Json(new JsonObject
        {
            ["voices"] = new JsonArray([.. Voices.Select(voice => new JsonObject { ["voice_id"] = voice.Id, ["name"] = voice.Name, ["category"] = "premade", ["labels"] = new JsonObject() })]),
        })));
        Route(api, "GET", "/v1/user/subscription", (_, _) => Task.FromResult(Json(new JsonObject
        {
            ["tier"] = "creator",
            ["character_count"] = 1000,
            ["character_limit"] = 100000,
            ["status"] = "active",
        })));
    }

    protected override string? CredentialOf(HttpRequest request) => request.Headers["xi-api-key"].ToString();

    public override IResult Say(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.BadRequest => Detail(400, refusal.Field ?? "invalid_request", refusal.Message ?? "Invalid request."),
        RefusalKind.Unauthorized => Detail(401, "invalid_api_key", "Invalid API key"),
        RefusalKind.NoCredit => Detail(401, "quota_exceeded", "This request exceeds your quota. You have 0 credits remaining."),
        RefusalKind.Forbidden or RefusalKind.Captcha => Detail(403, "missing_permissions", "The API key you used is missing the permission text_to_speech."),
        RefusalKind.NotFound => Detail(404, "voice_not_found", refusal.Message ?? "A voice with that id was not found."),
        RefusalKind.TooMany => GoogleErrors.WithRetryAfter(Detail(429, refusal.RetryAfter is null ? "too_many_concurrent_requests" : "system_busy", "Too many concurrent requests."), refusal.RetryAfter),
        RefusalKind.Unavailable => Detail(503, "system_busy", "Our services are experiencing high traffic."),
        _ => Detail(500, "internal_error", "Something went wrong."),
    };

    private static IResult Detail(int status, string code, string message) =>
        Json(new JsonObject { ["detail"] = new JsonObject { ["status"] = code, ["message"] = message } }, status);

    private async Task<IResult> SpeakAsync(HttpContext context, Caller caller, bool timed)
    {
        var voice = (string)context.GetRouteValue("voice")!;
        if (!Voices.Any(known => known.Id == voice))
            return Refuse(context, new Refusal(RefusalKind.NotFound, $"A voice with voice_id {voice} was not found."));
        var body = CallNotes.Of(context).Json();
        var text = (string?)body["text"] ?? "";
        var model = (string?)body["model_id"] ?? "eleven_multilingual_v2";
        if (text.Length == 0)
            return Refuse(context, new Refusal(RefusalKind.BadRequest, "Input text is empty.", Field: "input_text_empty"));
        if (!Models.Contains(model))
            return Refuse(context, new Refusal(RefusalKind.BadRequest, $"A model with model ID {model} does not exist.", Field: "model_not_found"));
        if (model == "eleven_multilingual_v2" && body["language_code"] is not null)
            return Refuse(context, new Refusal(RefusalKind.BadRequest, $"Model '{model}' does not support the language_code parameter.", Field: "unsupported_model_parameter"));
        var format = context.Request.Query["output_format"].ToString() is { Length: > 0 } asked ? asked : "mp3_44100_128";
        var (kind, rate) = (format.Split('_')[0], int.TryParse(format.Split('_').ElementAtOrDefault(1), CultureInfo.InvariantCulture, out var hertz) ? hertz : 44100);
        var speed = Math.Clamp((double?)body["voice_settings"]?["speed"] ?? 1, 0.7, 1.2);
        return await SpeakAsync(context, caller, text, async fault =>
        {
            var pcm = Tone.Pcm(text, voice, rate, speed);
            var sound = kind == "pcm" ? pcm : await Mp3Async(pcm, rate);
            return timed ? Json(Timed(text, sound, pcm.Length / 2.0 / rate)) : Sound(sound, kind == "pcm" ? "audio/pcm" : "audio/mpeg", fault);
        });
    }

    private static JsonObject Timed(string text, byte[] sound, double seconds)
    {
        var each = seconds / text.Length;
        JsonArray List<T>(Func<int, T> item) => new([.. Enumerable.Range(0, text.Length).Select(at => JsonValue.Create(item(at)))]);
        return new JsonObject
        {
            ["audio_base64"] = Convert.ToBase64String(sound),
            ["alignment"] = new JsonObject
            {
                ["characters"] = List(at => text[at].ToString()),
                ["character_start_times_seconds"] = List(at => Math.Round(at * each, 3)),
                ["character_end_times_seconds"] = List(at => Math.Round((at + 1) * each, 3)),
            },
        };
    }
}
