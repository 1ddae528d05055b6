using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.Speech;

/// <summary>Gemini's speech: <c>generateContent</c> whose answer is raw sound in base64.</summary>
internal sealed class GeminiVoiceWire(Backstage backstage) : VoiceWire(backstage)
{
    private const int Rate = 24000;

    private static readonly string[] Voices =
    [
        "Kore", "Charon", "Aoede", "Puck", "Leda", "Orus", "Zephyr", "Fenrir", "Sulafat", "Iapetus", "Callirrhoe", "Enceladus", "Achernar",
        "Umbriel", "Autonoe", "Algieba", "Despina", "Algenib", "Erinome", "Rasalgethi", "Laomedeia", "Alnilam", "Pulcherrima", "Schedar",
        "Gacrux", "Achird", "Vindemiatrix", "Sadachbia", "Sadaltager", "Zubenelgenubi",
    ];

    public override void Map(WebApplication api)
    {
        Route(api, "POST", "/v1beta/models/{call}", CallAsync);
        Route(api, "GET", "/v1beta/voices", (_, _) => Task.FromResult(Json(new JsonObject
        {
            ["voices"] = new JsonArray([.. Voices.Select(voice => new JsonObject { ["name"] = $"voices/{voice}", ["displayName"] = voice })]),
        })));
    }

    protected override string? CredentialOf(HttpRequest request) =>
        request.Headers.TryGetValue("x-goog-api-key", out var header) ? header.ToString() : request.Query["key"].ToString();

    public override IResult Say(Refusal refusal)
    {
        var (status, body) = GoogleErrors.Of(refusal);
        return Json(body, status);
    }

    private async Task<IResult> CallAsync(HttpContext context, Caller caller)
    {
        var call = ((string)context.GetRouteValue("call")!).Split(':');
        if (call.Length != 2 || call[1] != "generateContent" || !call[0].Contains("-tts", StringComparison.Ordinal))
            return Refuse(context, new Refusal(RefusalKind.NotFound, $"models/{call[0]} is not found for API version v1beta."));
        var body = CallNotes.Of(context).Json();
        var config = body["generationConfig"];
        var text = string.Join('\n', (body["contents"]?[0]?["parts"] as JsonArray ?? []).Select(part => (string?)part?["text"]));
        if (text.Length == 0 || config?["responseModalities"] is not JsonArray { Count: 1 } modes || (string?)modes[0] is not "AUDIO")
            return Refuse(context, new Refusal(RefusalKind.BadRequest, "The model only supports the AUDIO response modality."));
        var speech = config["speechConfig"];
        var voice = (string?)speech?["voiceConfig"]?["prebuiltVoiceConfig"]?["voiceName"]
            ?? (string?)speech?["multiSpeakerVoiceConfig"]?["speakerVoiceConfigs"]?[0]?["voiceConfig"]?["prebuiltVoiceConfig"]?["voiceName"] ?? Voices[0];
        if (!Voices.Contains(voice, StringComparer.OrdinalIgnoreCase))
            return Refuse(context, new Refusal(RefusalKind.BadRequest, $"Voice name {voice} is not supported. Allowed voice names are: {string.Join(", ", Voices)}."));
        return await SpeakAsync(context, caller, text, fault => Task.FromResult(Json(Answer(call[0], text, voice, fault))));
    }

    private static JsonObject Answer(string model, string text, string voice, Fault? fault)
    {
        var pcm = fault?.Kind switch
        {
            FaultKind.Empty => [],
            // An odd number of bytes is no 16-bit sound.
            FaultKind.Truncated or FaultKind.Damaged => Tone.Pcm(text, voice, Rate, 1)[..101],
            _ => Tone.Pcm(text, voice, Rate, 1),
        };
        var parts = fault?.Kind == FaultKind.Html ? new JsonArray(new JsonObject { ["text"] = "I can only answer in words here." })
            : new JsonArray(new JsonObject { ["inlineData"] = new JsonObject { ["mimeType"] = $"audio/L16;codec=pcm;rate={Rate}", ["data"] = Convert.ToBase64String(pcm) } });
        return new JsonObject
        {
            ["candidates"] = new JsonArray(new JsonObject { ["content"] = new JsonObject { ["role"] = "model", ["parts"] = parts }, ["finishReason"] = "STOP", ["index"] = 0 }),
            ["usageMetadata"] = new JsonObject { ["promptTokenCount"] = text.Length / 4, ["candidatesTokenCount"] = pcm.Length / 1920, ["totalTokenCount"] = (text.Length / 4) + (pcm.Length / 1920) },
            ["modelVersion"] = model,
        };
    }
}
