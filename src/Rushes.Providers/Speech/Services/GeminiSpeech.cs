using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Engine.Voices.Services;
using Rushes.Providers.Ffmpeg;
using Rushes.Providers.Http;
using Rushes.Providers.LanguageModels;

namespace Rushes.Providers.Speech.Services;

/// <summary>
/// Gemini's speech: <c>POST v1beta/models/{model}:generateContent</c> with the response modality AUDIO; raw samples in base64 come back, their rate in the
/// media type. How to speak is said in words before the text (ai.google.dev, speech generation).
/// </summary>
internal sealed partial class GeminiSpeech(Wire wire, TokenTurn tokens, MediaPrograms programs, SpeechRules rules, DataShelf shelf)
    : SpeechSource(wire, tokens, programs, rules)
{
    public override string Provider => GeminiChat.Provider;

    public override bool HearsEmotion => true;

    protected override (Uri Address, string Body) Compose(SpokenRequest request)
    {
        var words = ManneredWords.Of(shelf, request.Manner, request.Language);
        var text = Speakable.Plain(request.Text);
        var speech = new JsonObject
        {
            ["voiceConfig"] = new JsonObject { ["prebuiltVoiceConfig"] = new JsonObject { ["voiceName"] = request.Entry.WireName } },
        };
        if (request.Book.Languages.TryGetValue(request.Language, out var language))
            speech["languageCode"] = language;
        var body = new JsonObject
        {
            ["contents"] = new JsonArray(new JsonObject { ["parts"] = new JsonArray(new JsonObject { ["text"] = words is null ? text : $"{words}: {text}" }) }),
            ["generationConfig"] = new JsonObject { ["responseModalities"] = new JsonArray("AUDIO"), ["speechConfig"] = speech },
        };
        return (new Uri(GeminiChat.BaseOf(request.Account), $"models/{Uri.EscapeDataString(request.Model.Id)}:generateContent"), body.ToJsonString());
    }

    protected override void Sign(HttpRequestMessage request, string key) => request.WithHeader("x-goog-api-key", key);

    protected override Refusal RefusalOf(WireAnswer.Answered answer)
    {
        var refusal = ChatErrors.Of(answer);

        // The limit of a minute names the time to wait; the one of a day or of an empty balance does not.
        return refusal is { Kind: RefusalKind.Throttled, RetryAfter: null } && refusal.Words.Contains("current quota", StringComparison.OrdinalIgnoreCase)
            ? refusal with { Kind = RefusalKind.QuotaGone }
            : refusal;
    }

    protected override Heard Listen(WireAnswer.Brought brought)
    {
        var json = JsonFacts.Parse(System.Text.Encoding.UTF8.GetString(brought.Body));
        if (json.Text("promptFeedback", "blockReason") is { } blocked)
            return new Heard.Declined(new(RefusalKind.Policy, blocked));
        var candidate = json.Items("candidates").FirstOrDefault();
        if (candidate.Text("finishReason") is "SAFETY" or "PROHIBITED_CONTENT" or "BLOCKLIST" or "SPII" or "RECITATION")
            return new Heard.Declined(new(RefusalKind.Policy, candidate.Text("finishReason")!));
        var parts = candidate.Items("content", "parts").Select(part => part.At("inlineData")).Where(part => part.Text("data") is not null).ToList();
        var rate = parts.Count > 0 ? RateOf().Match(parts[0].Text("mimeType") ?? "").Groups["rate"].Value : "";
        var samples = parts.Count > 0 ? Samples(parts.Select(part => part.Text("data")!)) : null;
        if (rate.Length == 0 || samples is null)
            return new Heard.Nothing(Sentence.Of("voices.no-sound"));

        // A sound that broke off has half a sample, or says that it reached its limit.
        if (samples.Length % 2 != 0 || candidate.Text("finishReason") is { } finish and not "STOP" && finish.Length > 0)
            return new Heard.Nothing(Sentence.Of("voices.cut"));
        return new Heard.Sound(
            ["-f", "s16le", "-ar", rate, "-ac", "1", "-i", "pipe:0"],
            samples,
            (long?)json.Number("usageMetadata", "promptTokenCount"),
            (long?)json.Number("usageMetadata", "candidatesTokenCount"));
    }

    private static byte[]? Samples(IEnumerable<string> parts)
    {
        try
        {
            return [.. parts.SelectMany(Convert.FromBase64String)];
        }
        catch (FormatException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^audio/(L16|pcm)\b.*\brate=(?<rate>\d{4,6})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RateOf();
}
