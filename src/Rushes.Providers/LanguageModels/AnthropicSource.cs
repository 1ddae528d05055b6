using System.Net.Http.Headers;
using Microsoft.Extensions.AI;
using Rushes.Engine.Library;
using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.LanguageModels;

internal sealed class AnthropicSource(Wire wire, TokenTurn tokens) : ChatSource(wire, tokens)
{
    public override string Provider => AnthropicChat.Provider;

    public override IChatClient Open(Account account, LanguageModel model) => new AnthropicChat(account, model, Wire, Tokens);

    protected override Uri ModelsOf(Account account) => new(AnthropicChat.BaseOf(account), "models?limit=1");

    protected override void Sign(HttpRequestHeaders headers, string key)
    {
        headers.Add("x-api-key", key);
        headers.Add("anthropic-version", AnthropicChat.Version);
    }
}
