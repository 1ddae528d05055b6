using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Voices.Services;
using Rushes.Film.Accounts;
using Rushes.Providers.Ffmpeg;
using Rushes.Providers.Http;
using Rushes.Providers.LanguageModels;

namespace Rushes.Providers.Speech.Services;

/// <summary>
/// The speech endpoint of OpenAI and of servers that imitate it: <c>POST audio/speech</c>, sound back (platform.openai.com, text to speech).
/// </summary>
internal sealed class OpenAiSpeech(Wire wire, TokenTurn tokens, MediaPrograms programs, SpeechRules rules, DataShelf shelf)
    : SpeechSource(wire, tokens, programs, rules)
{
    private const double Slowest = 0.25;
    private const double Fastest = 4;

    // A server that was started meanwhile is found by the next film.
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ModelsPatience = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, string? Model)> _own = new(StringComparer.Ordinal);
    private readonly Wire _wire = wire;
    private readonly TokenTurn _tokens = tokens;

    public override string Provider => OpenAiChat.Provider;

    public override bool HearsEmotion => true;

    public override bool NeedsKey(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.BaseUrl is null;
    }

    /// <summary>Many such servers only write: one that lists its models, none of which speaks by its name, is left alone.</summary>
    public override async Task<string?> OwnModelAsync(Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.BaseUrl is not { } place || OpenAiChat.BaseOf(account).Host == new Uri(OpenAiChat.Usual).Host)
            return null;
        if (_own.TryGetValue(place, out var known) && known.Until > _wire.Time.GetUtcNow())
            return known.Model;
        var model = await AskForModelAsync(account, cancellation);
        _own[place] = (_wire.Time.GetUtcNow() + Memory, model);
        return model;
    }

    protected override (Uri Address, string Body) Compose(SpokenRequest request)
    {
        var body = new JsonObject
        {
            ["model"] = request.Model.Id,
            ["input"] = Speakable.Plain(request.Text),
            ["voice"] = request.Entry.WireName,
            ["response_format"] = "mp3",
        };
        if (request.Model.Takes("speed") && request.Manner.Rate != 1)
            body["speed"] = Math.Round(Math.Clamp(request.Manner.Rate, Slowest, Fastest), 2);
        if (request.Model.Takes("instructions") && ManneredWords.Of(shelf, request.Manner, request.Language) is { } words)
            body["instructions"] = words;
        return (new Uri(OpenAiChat.BaseOf(request.Account), "audio/speech"), body.ToJsonString());
    }

    protected override void Sign(HttpRequestMessage request, string key) => request.WithBearer(key);

    protected override Refusal RefusalOf(WireAnswer.Answered answer) => ChatErrors.Of(answer);

    private async Task<string?> AskForModelAsync(Account account, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(ModelsPatience, _wire.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        using var request = JsonRequests.Get(new Uri(OpenAiChat.BaseOf(account), "models"));
        if (await _tokens.NextAsync(account, cancellation) is { } key)
            Sign(request, key);
        try
        {
            return await _wire.SendAsync(request, either.Token) switch
            {
                WireAnswer.Answered { IsSuccess: true } yes when yes.Json.Items("data").Any() =>
                    yes.Json.Items("data").Select(model => model.Text("id")).OfType<string>().FirstOrDefault(Speaks) ?? "",
                WireAnswer.Answered => null,
                _ => "",
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "";
        }
    }

    private bool Speaks(string model) => shelf.Read<ServiceVoices>($"voices/{Provider}.json").SpeaksInName.Any(word => model.Contains(word, StringComparison.OrdinalIgnoreCase));
}
