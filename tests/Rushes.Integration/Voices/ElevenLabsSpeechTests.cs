using System.Text.Json.Nodes;
using Rushes.Engine.Voices;

namespace Rushes.Integration.Voices;

public sealed class ElevenLabsSpeechTests : SpeechEngineContract
{
    protected override string Engine => "elevenlabs";

    protected override string Voice => "elevenlabs:Sarah";

    protected override string KeyHeader => "xi-api-key";

    [Fact]
    public async Task A_style_becomes_settings_of_the_voice()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", "key");
        await set.SpokenAsync(set.Order(Voice, manner: new SpeakingManner("storytelling", 0.9)));
        var body = JsonNode.Parse(Assert.Single(set.Asked).Body)!;
        Assert.Equal((0.55, 0.9, "vi"), ((double)body["voice_settings"]!["stability"]!, (double)body["voice_settings"]!["speed"]!, (string)body["language_code"]!));
        await set.SpokenAsync(set.Order(Voice, manner: new SpeakingManner(Expressiveness: 1)));
        Assert.Equal(0.9, (double)JsonNode.Parse(set.Asked[1].Body)!["voice_settings"]!["style"]!);
    }

    [Fact]
    public async Task Thai_is_spoken_by_the_model_that_can()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", "key");
        await set.SpokenAsync(set.Order(Voice, "สวัสดี", "th", new SpeakingManner("calm")));
        var body = JsonNode.Parse(Assert.Single(set.Asked).Body)!;
        Assert.Equal("eleven_v3", (string)body["model_id"]!);
        Assert.Equal(1.0, (double)body["voice_settings"]!["stability"]!);
    }

    [Fact]
    public async Task A_test_of_the_account_tells_what_is_left()
    {
        await using var set = await OpenAsync();
        var account = await set.AccountAsync("a", "key");
        var health = await set.Checks.Single(check => check.Provider == Engine).CheckAsync(account, Stop);
        Assert.Null(health.Trouble);
        Assert.Contains("99", Assert.Single(health.Facts), StringComparison.Ordinal);
    }

    protected override string TextOf(string body) => (string)JsonNode.Parse(body)!["text"]!;
}
