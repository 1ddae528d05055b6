using System.Xml.Linq;
using Rushes.Engine.Voices;

namespace Rushes.Integration.Voices;

public sealed class AzureSpeechTests : SpeechEngineContract
{
    protected override string Engine => "azure-speech";

    protected override string Voice => "azure-speech:vi-VN-HoaiMyNeural";

    protected override string KeyHeader => "ocp-apim-subscription-key";

    protected override int Models => 1;

    [Fact]
    public async Task Rate_and_pitch_become_prosody_and_a_style_only_where_the_voice_has_it()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", "key");
        var natural = await set.SpokenAsync(set.Order(Voice));
        var faster = await set.SpokenAsync(set.Order(Voice, manner: new SpeakingManner("enthusiastic", 1.25, 2)));
        var prosody = XElement.Parse(set.Asked[1].Body).Descendants().Single(element => element.Name.LocalName == "prosody");
        Assert.Equal(("+25%", "+2st"), ((string?)prosody.Attribute("rate"), (string?)prosody.Attribute("pitch")));
        Assert.Equal(natural.Seconds / 1.25, faster.Seconds, 0.1);
        Assert.DoesNotContain("express-as", set.Asked[1].Body, StringComparison.Ordinal);

        await set.SpokenAsync(set.Order("azure-speech:en-US-JennyNeural", "Hello there.", "en", new SpeakingManner("enthusiastic")));
        Assert.Contains("express-as style=\"cheerful\"", set.Asked[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_costs_by_its_characters()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", "key");
        var spoken = await set.SpokenAsync(set.Order(Voice, "Mười ký tự"));
        Assert.Equal(10 * 16m / 1_000_000, spoken.Receipt!.Cost);
    }

    [Theory]
    [InlineData("good", null)]
    [InlineData("wrong", "signed-out")]
    public async Task A_test_of_the_account_asks_for_the_list_of_voices(string key, string? trouble)
    {
        await using var set = await OpenAsync(new() { Accounts = [new() { Name = "one", Tokens = ["good"] }] });
        var account = await set.AccountAsync("a", key);
        var health = await set.Checks.Single(check => check.Provider == Engine).CheckAsync(account, Stop);
        Assert.Equal(trouble, health.Trouble?.Code);
    }

    protected override string TextOf(string body) => XElement.Parse(body).Value;
}
