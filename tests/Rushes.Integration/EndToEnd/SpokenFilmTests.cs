using System.Xml.Linq;
using Rushes.FakeProviders;

namespace Rushes.Integration.EndToEnd;

/// <summary>How everybody in a film speaks, as the service hears it.</summary>
public sealed class SpokenFilmTests : IDisposable
{
    private const string Script = """
        {"title":"Three","language":"en","characters":[{"name":"Ann","manner":{"rate":1.3}},{"name":"Bob"}],"scenes":[
          {"prompt":"A street at night.","duration":8,"narration":"It rains.","characters":["Ann","Bob"],
           "dialogues":[{"speaker":"Ann","text":"Come in."},{"speaker":"Bob","text":"Not yet."},{"speaker":"A voice","text":"Who is there?"}]}]}
        """;

    private readonly TestHome _home = new();

    [Fact]
    public async Task The_manner_of_the_film_reaches_the_service_for_everybody_who_has_none_of_their_own()
    {
        await using var service = await FakeServer.StartAsync("speech", new FakeOptions { Generate = TimeSpan.Zero });
        (await _home.RunAsync("accounts", "add", "--provider", "azure-speech", "--name", "Voices", "--key", "key-0815-key", "--base-url", service.Address.AbsoluteUri)).Expect(0);
        string[] film = ["text2video", "--script", _home.Write("three.json", Script), "--quality", "preview", "--captions", "none"];
        (await _home.AskAsync([.. film, "--manner", "enthusiastic", "--rate", "0.8", "--pitch", "-2", "--voice", "azure-speech:en-US-JennyNeural", "--expressiveness", "0.9"])).Expect(0);

        var said = service.Calls.To("/cognitiveservices/v1").ToDictionary(call => XElement.Parse(call.Body).Value, call => XElement.Parse(call.Body), StringComparer.Ordinal);
        Assert.Equal(["Come in.", "It rains.", "Not yet.", "Who is there?"], said.Keys.Order());
        Assert.Equal(("+30%", null), ProsodyOf(said["Come in."]));
        Assert.All(["It rains.", "Not yet.", "Who is there?"], line => Assert.Equal(("-20%", "-2st"), ProsodyOf(said[line])));
        var express = Assert.Single(said["It rains."].Descendants(), element => element.Name.LocalName == "express-as");
        Assert.Equal("cheerful", (string?)express.Attribute("style"));
        Assert.True((double?)express.Attribute("styledegree") > 1);
    }

    public void Dispose() => _home.Dispose();

    private static (string? Rate, string? Pitch) ProsodyOf(XElement line)
    {
        var prosody = Assert.Single(line.Descendants(), element => element.Name.LocalName == "prosody");
        return ((string?)prosody.Attribute("rate"), (string?)prosody.Attribute("pitch"));
    }
}
