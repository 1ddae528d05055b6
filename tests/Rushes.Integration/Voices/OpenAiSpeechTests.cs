using System.Globalization;
using System.Text.Json.Nodes;
using Rushes.Engine.Voices;

namespace Rushes.Integration.Voices;

public sealed class OpenAiSpeechTests : SpeechEngineContract
{
    protected override string Engine => "openai-compatible";

    protected override string Path => "v1";

    protected override string Voice => "openai-compatible:nova";

    protected override string KeyHeader => "authorization";

    protected override int Models => 1;

    [Fact]
    public async Task A_server_of_the_users_own_speaks_with_the_model_that_it_lists_and_needs_no_key()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", "key");
        await set.SpokenAsync(set.Order("openai-compatible:af_bella", manner: new SpeakingManner(Rate: 1.2)));
        var body = JsonNode.Parse(Assert.Single(set.Asked).Body)!;
        Assert.Equal(("kokoro-tts", "af_bella", "1.2"), ((string)body["model"]!, (string)body["voice"]!, ((double)body["speed"]!).ToString(CultureInfo.InvariantCulture)));
    }

    protected override string TextOf(string body) => (string)JsonNode.Parse(body)!["input"]!;
}
