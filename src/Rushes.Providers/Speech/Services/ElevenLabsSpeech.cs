using System.Text.Json.Nodes;
using Rushes.Engine.Shooting;
using Rushes.Engine.Voices.Services;
using Rushes.Film.Accounts;
using Rushes.Providers.Ffmpeg;
using Rushes.Providers.Http;

namespace Rushes.Providers.Speech.Services;

/// <summary>ElevenLabs: <c>POST v1/text-to-speech/{voice}</c> with <c>xi-api-key</c>, MP3 back (elevenlabs.io/docs, text to speech).</summary>
internal sealed class ElevenLabsSpeech(Wire wire, TokenTurn tokens, MediaPrograms programs, SpeechRules rules) : SpeechSource(wire, tokens, programs, rules)
{
    public const string Kind = "elevenlabs";
    private const string Usual = "https://api.elevenlabs.io/";
    private const double Slowest = 0.7;
    private const double Fastest = 1.2;

    public override string Provider => Kind;

    public static Uri At(Account account, string path) => new(ProviderAddress.Of(account, Usual), path);

    protected override (Uri Address, string Body) Compose(SpokenRequest request)
    {
        var body = new JsonObject { ["text"] = Speakable.Plain(request.Text), ["model_id"] = request.Model.Id };
        if (request.Model.Takes("language_code") && request.Book.Languages.TryGetValue(request.Language, out var language))
            body["language_code"] = language;
        var settings = new JsonObject();
        foreach (var name in (string[])["stability", "similarity_boost", "style"])
        {
            if (request.Model.Takes(name) && request.Book.Number(request.Manner, name) is { } value)
                settings[name] = request.Model.Takes("fine_stability") || name != "stability" ? value : Math.Round(value * 2) / 2;
        }

        if (request.Model.Takes("speed") && request.Manner.Rate != 1)
            settings["speed"] = Math.Round(Math.Clamp(request.Manner.Rate, Slowest, Fastest), 2);
        if (settings.Count > 0)
            body["voice_settings"] = settings;
        return (At(request.Account, $"v1/text-to-speech/{Uri.EscapeDataString(request.Entry.WireName)}?output_format=mp3_44100_128"), body.ToJsonString());
    }

    protected override void Sign(HttpRequestMessage request, string key) => request.WithHeader("xi-api-key", key);

    protected override Refusal RefusalOf(WireAnswer.Answered answer) => ElevenLabsErrors.Of(answer);
}
