using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Microsoft.Extensions.AI;
using Rushes.Engine.Library;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.LanguageModels;

internal sealed class OpenAiSource(Wire wire, TokenTurn tokens) : ChatSource(wire, tokens)
{
    // Servers list these beside what one can talk to.
    private static readonly string[] Mute = ["embed", "whisper", "tts", "rerank", "image", "audio", "moderation"];

    private readonly ConcurrentDictionary<(string Place, string Model), StructuredOutput> _forms = new();

    public override string Provider => OpenAiChat.Provider;

    public override IChatClient Open(Account account, LanguageModel model) => new OpenAiChat(account, model, Wire, Tokens, _forms);

    /// <summary>A server of the user's own has its own models: the first that it lists and that one can talk to.</summary>
    public override async Task<string?> OwnModelAsync(Account account, CancellationToken cancellation)
    {
        if (OpenAiChat.BaseOf(account).Host == new Uri(OpenAiChat.Usual).Host)
            return null;
        var models = (await ModelsAsync(account, cancellation)).Json.Items("data").Select(model => model.Text("id")).OfType<string>().ToList();
        return models.Find(id => !Mute.Any(word => id.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    protected override Uri ModelsOf(Account account) => new(OpenAiChat.BaseOf(account), "models");

    protected override bool NeedsKey(Account account) => account.BaseUrl is null;

    protected override void Sign(HttpRequestHeaders headers, string key) => headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
}
