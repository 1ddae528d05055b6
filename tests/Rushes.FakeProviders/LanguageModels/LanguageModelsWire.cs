using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.LanguageModels;

/// <summary>The three wires of language models on one server.</summary>
internal sealed class LanguageModelsWire(Backstage backstage) : Wire(backstage)
{
    private readonly TalkWire[] wires = [new GeminiTalkWire(backstage), new OpenAiTalkWire(backstage), new AnthropicTalkWire(backstage)];

    public override void Map(WebApplication api)
    {
        foreach (var wire in wires)
            wire.Map(api);
    }

    public override void Reset()
    {
        foreach (var wire in wires)
            wire.Reset();
    }

    /// <summary>Only the three have routes.</summary>
    protected override string? CredentialOf(HttpRequest request) => null;

    public override IResult Say(Refusal refusal) => wires[1].Say(refusal);
}
