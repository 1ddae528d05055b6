using System.Globalization;
using System.Xml.Linq;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Engine.Voices.Services;
using Rushes.Film.Accounts;
using Rushes.Providers.Ffmpeg;
using Rushes.Providers.Http;

namespace Rushes.Providers.Speech.Services;

/// <summary>
/// Azure's speech: SSML to <c>POST cognitiveservices/v1</c> of the key's region, RIFF back (learn.microsoft.com, text to speech REST API). There are no
/// models; the one of the data file stands for the price.
/// </summary>
internal sealed class AzureSpeech(Wire wire, TokenTurn tokens, MediaPrograms programs, SpeechRules rules) : SpeechSource(wire, tokens, programs, rules)
{
    public const string Kind = "azure-speech";

    /// <summary>Only for an account that names none, which the kind forbids.</summary>
    private const string Usual = "https://southeastasia.tts.speech.microsoft.com/";

    private const string Format = "riff-24khz-16bit-mono-pcm";
    private const int RiffHeader = 44;
    private static readonly XNamespace Ssml = "http://www.w3.org/2001/10/synthesis";
    private static readonly XNamespace Express = "https://www.w3.org/2001/mstts";

    public override string Provider => Kind;

    protected override string BodyType => "application/ssml+xml";

    public static Uri At(Account account, string path) => new(ProviderAddress.Of(account, Usual), path);

    public static Refusal ErrorOf(WireAnswer.Answered answer)
    {
        var words = answer.Json.Text("error", "message") ?? (answer.Body.Length is > 0 and < 300 && !answer.Body.TrimStart().StartsWith('<') ? answer.Body.Trim() : StatusMeaning.Said(answer.Status));
        var kind = (int)answer.Status switch
        {
            403 when words.Contains("quota", StringComparison.OrdinalIgnoreCase) => RefusalKind.QuotaGone,
            404 => RefusalKind.NotAllowed,
            408 or >= 500 => RefusalKind.FailedAtProvider,
            _ => StatusMeaning.Of(answer.Status),
        };
        return new(kind, words, answer.RetryAfter);
    }

    public static void SignWith(HttpRequestMessage request, string key) => request.WithHeader("Ocp-Apim-Subscription-Key", key);

    protected override (Uri Address, string Body) Compose(SpokenRequest request)
    {
        XNode said = new XText(Speakable.Plain(request.Text));
        var (rate, pitch) = (request.Manner.Rate, request.Manner.Pitch);
        if (rate != 1 || pitch != 0)
        {
            var prosody = new XElement(Ssml + "prosody", said);
            if (rate != 1)
                prosody.SetAttributeValue("rate", string.Create(CultureInfo.InvariantCulture, $"{(rate - 1) * 100:+0;-0;+0}%"));
            if (pitch != 0)
                prosody.SetAttributeValue("pitch", string.Create(CultureInfo.InvariantCulture, $"{pitch:+0.##;-0.##;+0}st"));
            said = prosody;
        }

        if (request.Book.Word(request.Manner, "express_as") is { } style && request.Entry.Styles?.Contains(style, StringComparer.Ordinal) == true)
        {
            var express = new XElement(Express + "express-as", new XAttribute("style", style), said);
            if (request.Book.Number(request.Manner with { Style = null }, "styledegree") is { } degree)
                express.SetAttributeValue("styledegree", degree.ToString("0.##", CultureInfo.InvariantCulture));
            said = express;
        }

        var speak = new XElement(
            Ssml + "speak",
            new XAttribute("version", "1.0"),
            new XAttribute(XNamespace.Xmlns + "mstts", Express),
            new XAttribute(XNamespace.Xml + "lang", request.Book.Languages.GetValueOrDefault(request.Language, request.Language)),
            new XElement(Ssml + "voice", new XAttribute("name", request.Entry.WireName), said));
        return (At(request.Account, "cognitiveservices/v1"), speak.ToString(SaveOptions.DisableFormatting));
    }

    protected override void Prepare(HttpRequestMessage request) => request.WithHeader("X-Microsoft-OutputFormat", Format);

    protected override void Sign(HttpRequestMessage request, string key) => SignWith(request, key);

    protected override Refusal RefusalOf(WireAnswer.Answered answer) => ErrorOf(answer);

    protected override Heard Listen(WireAnswer.Brought brought) => base.Listen(brought) switch
    {
        // The header names the length: what is shorter broke off.
        Heard.Sound { Body: { Length: > RiffHeader } body } sound when BitConverter.ToUInt32(body, 4) is var length && (length + 8 == body.Length || length > int.MaxValue) => sound,
        Heard.Sound => new Heard.Nothing(Sentence.Of("voices.cut")),
        var other => other,
    };
}
