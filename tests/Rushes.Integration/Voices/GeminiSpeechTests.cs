using System.Text.Json.Nodes;
using Rushes.Engine.Voices;

namespace Rushes.Integration.Voices;

public sealed class GeminiSpeechTests : SpeechEngineContract
{
    protected override string Engine => "gemini";

    protected override string Voice => "gemini:Kore";

    protected override string KeyHeader => "x-goog-api-key";

    [Fact]
    public async Task Manner_and_feeling_are_said_in_the_lines_language_and_the_tokens_are_paid_for()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", "key");
        var manner = new SpeakingManner("storytelling", 0.9, -2, 0.9, "vui mừng");
        var natural = await set.SpokenAsync(set.Order(Voice));
        var spoken = await set.SpokenAsync(set.Order(Voice, manner: manner));
        Assert.StartsWith("Đọc như người kể chuyện", TextOf(set.Asked[1].Body), StringComparison.Ordinal);
        Assert.Contains("vui mừng", TextOf(set.Asked[1].Body), StringComparison.Ordinal);
        Assert.EndsWith(": Xin chào các bạn.", TextOf(set.Asked[1].Body), StringComparison.Ordinal);
        Assert.Equal("Xin chào các bạn.", TextOf(set.Asked[0].Body));
        Assert.True(spoken.Receipt!.Cost > 0);
        Assert.True(natural.Receipt!.Cost > 0);
    }

    [Fact]
    public async Task The_pace_that_the_service_cannot_be_told_is_made_here()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", "key");
        var natural = await set.SpokenAsync(set.Order(Voice));
        var slow = await set.SpokenAsync(set.Order(Voice, manner: new SpeakingManner(Rate: 0.8)));
        Assert.Single(set.Asked);
        Assert.Equal(natural.Seconds / 0.8, slow.Seconds, 0.1);
    }

    protected override string TextOf(string body) => (string)JsonNode.Parse(body)!["contents"]![0]!["parts"]![0]!["text"]!;
}
