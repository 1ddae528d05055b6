using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Engine.Voices;
using Rushes.Engine.Voices.Services;
using Rushes.Film.Accounts;
using Rushes.Film.Takes;
using Rushes.Providers.Ffmpeg;
using Rushes.Providers.Http;

namespace Rushes.Providers.Speech.Services;

/// <summary>What the wires of speech have alike: one request out, sound back, keys in a header and used in turn, refusals told apart.</summary>
internal abstract class SpeechSource(Wire wire, TokenTurn tokens, MediaPrograms programs, SpeechRules rules) : ISpeechSource
{
    private const long MostBytes = 64 << 20;

    public abstract string Provider { get; }

    public virtual bool HearsEmotion => false;

    protected virtual string BodyType => "application/json";

    public virtual bool NeedsKey(Account account) => true;

    public virtual Task<string?> OwnModelAsync(Account account, CancellationToken cancellation) => Task.FromResult<string?>(null);

    public string Essence(SpokenRequest request)
    {
        var (address, body) = Compose(request);
        return $"{address}\n{body}";
    }

    public async Task<SpeechAnswer> AskAsync(SpokenRequest request, string wav, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Text.Length > request.Model.LongestText)
            return new SpeechAnswer.Refused(new(RefusalKind.BadRequest, Sentence.Of("voices.too-long", request.Text.Length, request.Model.LongestText)));
        using var patience = new CancellationTokenSource(rules.LongestAnswer, wire.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await HearAsync(await SendAsync(request, either.Token), wav, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SpeechAnswer.Lost(new(Troubles.Lost, Sentence.Of("voices.no-answer", rules.LongestAnswer.TotalSeconds)));
        }
    }

    public Task<Utterance> HurryAsync(string wav, double pace, string into, CancellationToken cancellation) =>
        VoiceFile.WriteAsync(programs, ["-i", wav], null, pace, into, null, cancellation);

    /// <summary>Where a line is asked for and with which body, without anything that signs it.</summary>
    protected abstract (Uri Address, string Body) Compose(SpokenRequest request);

    /// <summary>Puts the key into a header.</summary>
    protected abstract void Sign(HttpRequestMessage request, string key);

    protected abstract Refusal RefusalOf(WireAnswer.Answered answer);

    /// <summary>Further headers of a request for sound.</summary>
    protected virtual void Prepare(HttpRequestMessage request)
    {
    }

    /// <summary>What a success holds.</summary>
    protected virtual Heard Listen(WireAnswer.Brought brought)
    {
        ArgumentNullException.ThrowIfNull(brought);
        return brought.MediaType is not { } type || type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) || type.EndsWith("/octet-stream", StringComparison.OrdinalIgnoreCase)
            ? new Heard.Sound(["-i", "pipe:0"], brought.Body)
            : new Heard.Nothing(Sentence.Of("voices.not-sound", type));
    }

    /// <returns>Null when the account has no key.</returns>
    private async Task<WireAnswer?> SendAsync(SpokenRequest request, CancellationToken cancellation)
    {
        while (true)
        {
            var key = await tokens.NextAsync(request.Account, cancellation);
            if (key is null && NeedsKey(request.Account))
                return null;
            using var message = Write(request, key);
            var answer = await wire.FetchAsync(message, MostBytes, cancellation);

            // Such a refusal comes before anything was spoken, so the next key may ask the same.
            if (key is null || answer is not WireAnswer.Answered no || RefusalOf(no).Kind != RefusalKind.SignedOut || !tokens.Refused(request.Account, key))
                return answer;
        }
    }

    private HttpRequestMessage Write(SpokenRequest request, string? key)
    {
        var (address, body) = Compose(request);
        var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new(BodyType);
        var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        Prepare(message);
        if (key is not null)
            Sign(message, key);
        return message;
    }

    private async Task<SpeechAnswer> HearAsync(WireAnswer? answer, string wav, CancellationToken cancellation) => answer switch
    {
        null => new SpeechAnswer.Refused(new(RefusalKind.SignedOut, Sentence.Of("provider.no-key"))),
        WireAnswer.NeverSent unsent => new SpeechAnswer.Refused(new(RefusalKind.Unreachable, unsent.Reason)),
        WireAnswer.Lost lost => new SpeechAnswer.Lost(new(Troubles.Lost, lost.Reason)),
        WireAnswer.Answered no => new SpeechAnswer.Refused(RefusalOf(no)),
        WireAnswer.Brought brought => Listen(brought) switch
        {
            Heard.Sound sound => await WriteAsync(sound, wav, cancellation),
            Heard.Declined declined => new SpeechAnswer.Refused(declined.Refusal),
            Heard.Nothing nothing => new SpeechAnswer.Lost(new(Troubles.FailedAtProvider, nothing.Reason)),
            var other => throw new ArgumentOutOfRangeException(nameof(answer), other, "Unknown kind of body."),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown answer."),
    };

    private async Task<SpeechAnswer> WriteAsync(Heard.Sound sound, string wav, CancellationToken cancellation)
    {
        // A RIFF that was streamed does not know its length, which is no error; what is wrong in anything else is.
        string[] strictly = sound.Body.AsSpan().StartsWith("RIFF"u8) ? [] : ["-xerror"];
        var written = await VoiceFile.WriteAsync(programs, [.. strictly, .. sound.Input], (input, stop) => input.WriteAsync(sound.Body, stop).AsTask(), 1, wav, null, cancellation);
        return written is Utterance.Spoken { Seconds: > 0 } said
            ? new SpeechAnswer.Spoken(said.Seconds, sound.InputTokens, sound.OutputTokens)
            : new SpeechAnswer.Lost(new Trouble(Troubles.FailedAtProvider, Sentence.Of("voices.no-sound")));
    }
}
