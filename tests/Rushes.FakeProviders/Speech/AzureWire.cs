using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.Speech;

/// <summary>Azure's speech: SSML in, sound out.</summary>
internal sealed class AzureWire(Backstage backstage) : VoiceWire(backstage)
{
    private static readonly string[] Voices =
    [
        "vi-VN-HoaiMyNeural", "vi-VN-NamMinhNeural", "en-US-AvaNeural", "en-US-AndrewNeural", "en-US-JennyNeural", "en-US-GuyNeural",
        "en-US-AnaNeural", "en-GB-SoniaNeural", "en-GB-RyanNeural", "ja-JP-NanamiNeural", "ja-JP-KeitaNeural", "ko-KR-SunHiNeural",
        "ko-KR-InJoonNeural", "zh-CN-XiaoxiaoNeural", "zh-CN-YunxiNeural", "zh-CN-XiaoshuangNeural", "fr-FR-DeniseNeural",
        "fr-FR-HenriNeural", "fr-FR-EloiseNeural", "de-DE-KatjaNeural", "de-DE-ConradNeural", "de-DE-GiselaNeural", "es-ES-ElviraNeural",
        "es-ES-AlvaroNeural", "ru-RU-SvetlanaNeural", "ru-RU-DmitryNeural", "th-TH-PremwadeeNeural", "th-TH-NiwatNeural",
        "id-ID-GadisNeural", "id-ID-ArdiNeural",
    ];

    /// <summary>Output formats: sample rate and what it is wrapped in.</summary>
    private static readonly Dictionary<string, (int Rate, string Kind, string MimeType)> Formats = new(StringComparer.Ordinal)
    {
        ["riff-24khz-16bit-mono-pcm"] = (24000, "wav", "audio/x-wav"),
        ["riff-48khz-16bit-mono-pcm"] = (48000, "wav", "audio/x-wav"),
        ["riff-16khz-16bit-mono-pcm"] = (16000, "wav", "audio/x-wav"),
        ["raw-24khz-16bit-mono-pcm"] = (24000, "pcm", "audio/basic"),
        ["audio-24khz-96kbitrate-mono-mp3"] = (24000, "mp3", "audio/mpeg"),
        ["audio-24khz-48kbitrate-mono-mp3"] = (24000, "mp3", "audio/mpeg"),
        ["audio-48khz-192kbitrate-mono-mp3"] = (48000, "mp3", "audio/mpeg"),
    };

    public override void Map(WebApplication api)
    {
        Route(api, "POST", "/cognitiveservices/v1", SpeakAsync);
        Route(api, "GET", "/cognitiveservices/voices/list", (_, _) => Task.FromResult(Json(new JsonArray([.. Voices.Select(voice => new JsonObject
        {
            ["Name"] = $"Microsoft Server Speech Text to Speech Voice ({voice[..5]}, {voice[6..]})",
            ["DisplayName"] = voice[6..].Replace("Neural", "", StringComparison.Ordinal),
            ["ShortName"] = voice,
            ["Gender"] = voice.Contains("NamMinh", StringComparison.Ordinal) || voice.Contains("Andrew", StringComparison.Ordinal) ? "Male" : "Female",
            ["Locale"] = voice[..5],
            ["SampleRateHertz"] = "24000",
            ["VoiceType"] = "Neural",
            ["Status"] = "GA",
        })]))));
    }

    protected override string? CredentialOf(HttpRequest request) =>
        request.Headers.TryGetValue("Ocp-Apim-Subscription-Key", out var key) ? key.ToString() : BearerOf(request);

    /// <summary>Azure's answers say little in their bodies.</summary>
    public override IResult Say(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.BadRequest => Results.Text(refusal.Message ?? "Bad Request", statusCode: 400),
        RefusalKind.Unauthorized => Json(new JsonObject
        {
            ["error"] = new JsonObject { ["code"] = "401", ["message"] = "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource." },
        }, 401),
        RefusalKind.NoCredit => Json(new JsonObject { ["error"] = new JsonObject { ["code"] = "403", ["message"] = "Out of call volume quota. Quota will be replenished in 10 days." } }, 403),
        RefusalKind.Forbidden or RefusalKind.Captcha => Results.StatusCode(403),
        RefusalKind.NotFound => Results.StatusCode(404),
        RefusalKind.TooMany => GoogleErrors.WithRetryAfter(Results.StatusCode(429), refusal.RetryAfter),
        RefusalKind.Unavailable => Results.StatusCode(503),
        _ => Results.StatusCode(500),
    };

    private async Task<IResult> SpeakAsync(HttpContext context, Caller caller)
    {
        var request = context.Request;
        if (string.IsNullOrEmpty(request.Headers.UserAgent))
            return Refuse(context, new Refusal(RefusalKind.BadRequest, "User-Agent header is missing"));
        if (request.ContentType?.StartsWith("application/ssml+xml", StringComparison.OrdinalIgnoreCase) != true)
            return Results.StatusCode(415);
        if (!Formats.TryGetValue(request.Headers["X-Microsoft-OutputFormat"].ToString(), out var format))
            return Refuse(context, new Refusal(RefusalKind.BadRequest, "Unsupported output format"));
        XElement speak;
        try
        {
            using var reader = new StreamReader(new MemoryStream(CallNotes.Of(context).Body), System.Text.Encoding.UTF8);
            speak = XElement.Parse(await reader.ReadToEndAsync(context.RequestAborted), LoadOptions.PreserveWhitespace);
        }
        catch (XmlException wrong)
        {
            return Refuse(context, new Refusal(RefusalKind.BadRequest, $"SSML is not well-formed: {wrong.Message}"));
        }
        var voices = speak.Descendants().Where(each => each.Name.LocalName == "voice").Select(each => (string?)each.Attribute("name")).ToArray();
        if (speak.Name.LocalName != "speak" || speak.Attribute("version") is null || speak.Attribute(XNamespace.Xml + "lang") is null || voices.Length == 0)
            return Refuse(context, new Refusal(RefusalKind.BadRequest, "SSML needs speak with version and xml:lang, and a voice with a name"));
        if (voices.FirstOrDefault(voice => !Voices.Contains(voice)) is { } unknown)
            return Refuse(context, new Refusal(RefusalKind.BadRequest, $"Unsupported voice {unknown}."));
        var text = speak.Value.Trim();
        var speed = speak.Descendants().Where(each => each.Name.LocalName == "prosody").Select(each => Speed((string?)each.Attribute("rate"))).FirstOrDefault(1.0);
        return await SpeakAsync(context, caller, text, async fault =>
        {
            var pcm = Tone.Pcm(text, voices[0]!, format.Rate, speed);
            var sound = format.Kind switch { "wav" => Tone.Wav(pcm, format.Rate), "mp3" => await Mp3Async(pcm, format.Rate), _ => pcm };
            return Sound(sound, format.MimeType, fault);
        });
    }

    /// <summary>A rate as SSML has it: <c>+5%</c>, <c>0.9</c>, <c>slow</c>.</summary>
    private static double Speed(string? rate)
    {
        double? word = rate switch { "x-slow" => 0.5, "slow" => 0.75, "fast" => 1.25, "x-fast" => 1.5, null or "medium" => 1, _ => null };
        if (word is { } known)
            return known;
        return !double.TryParse(rate!.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) ? 1
            : Math.Clamp(rate.EndsWith('%') ? 1 + (speed / 100) : speed, 0.5, 2);
    }
}
