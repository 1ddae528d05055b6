using System.Net.Http.Headers;
using Microsoft.Extensions.AI;
using Rushes.Engine.Library;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.LanguageModels;

internal sealed class GeminiSource(Wire wire, TokenTurn tokens) : ChatSource(wire, tokens)
{
    public override string Provider => GeminiChat.Provider;

    public override IChatClient Open(Account account, LanguageModel model) => new GeminiChat(account, model, Wire, Tokens);

    protected override Uri ModelsOf(Account account) => new(GeminiChat.BaseOf(account), "models?pageSize=1");

    protected override void Sign(HttpRequestHeaders headers, string key) => headers.Add("x-goog-api-key", key);
}
