using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.Speech;

/// <summary>The four wires of speech on one server.</summary>
internal sealed class SpeechWire(Backstage backstage) : Wire(backstage)
{
    private readonly VoiceWire[] wires = [new OpenAiVoiceWire(backstage), new GeminiVoiceWire(backstage), new ElevenLabsWire(backstage), new AzureWire(backstage)];

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

    /// <summary>Only the four have routes.</summary>
    protected override string? CredentialOf(HttpRequest request) => null;

    public override IResult Say(Refusal refusal) => wires[0].Say(refusal);
}
