using System.Text.Json;
using Rushes.FakeProviders;

namespace Rushes.Integration.EndToEnd;

/// <summary>What the real program says a film costs where clips are free, and voices and writer are not.</summary>
public sealed class CostTests : IDisposable
{
    private const string Script = """
        {"title":"Two","language":"en","scenes":[
          {"prompt":"One: a street at night, and rain on the stones.","duration":2,"narration":"It rains tonight."},
          {"prompt":"Two: a park in the sun.","duration":2,"narration":"And now the sun is out."}]}
        """;

    private readonly TestHome _home = new();

    [Fact]
    public async Task Paid_voices_are_in_the_price_and_a_bound_stops_before_they_speak()
    {
        await using var server = await FakeServer.StartAsync("speech", new FakeOptions { Generate = TimeSpan.Zero });
        await AddAsync("azure-speech", server.Address);
        string[] film = ["text2video", "--script", _home.Write("two.json", Script), "--quality", "preview"];

        var cost = (await _home.AskAsync([.. film, "--dry-run"])).Expect(0).Json.GetProperty("cost");
        var voices = cost.GetProperty("voices").GetDecimal();
        Assert.True(voices > 0);
        Assert.Equal((voices, 0m, false), (cost.GetProperty("estimated").GetDecimal(), cost.GetProperty("clips").GetDecimal(), cost.GetProperty("free").GetBoolean()));
        Assert.Contains("voices: 0.00", (await _home.RunAsync([.. film, "--dry-run"])).Expect(0).Output, StringComparison.Ordinal);

        Assert.Equal("models.too-dear", (await _home.AskAsync([.. film, "--max-cost", "0.0001"])).Expect(2).Json.GetProperty("error").GetProperty("code").GetString());
        Assert.DoesNotContain(server.Calls.All, call => call.Method == "POST");
        Assert.Empty(TestHome.Inventory(_home.Projects));

        var made = (await _home.AskAsync([.. film, "--max-cost", "1"])).Expect(0);
        Assert.Equal(2, server.Calls.All.Count(call => call.Method == "POST"));
        Assert.Equal(voices, made.Json.GetProperty("cost").GetProperty("actual").GetDecimal());
        Assert.Equal(0m, (await _home.AskAsync([.. film, "--dry-run"])).Expect(0).Json.GetProperty("cost").GetProperty("voices").GetDecimal());
    }

    [Fact]
    public async Task A_language_model_is_not_asked_to_write_beyond_the_bound_and_its_price_is_told()
    {
        await using var server = await FakeServer.StartAsync("language-models", new FakeOptions { Generate = TimeSpan.Zero });
        await AddAsync("anthropic", server.Address);
        string[] film = ["text2video", "A red fox looks for its lost cub in a burning forest", "--duration", "12", "--voice", "flite:slt", "--quality", "preview"];

        Assert.Equal("models.too-dear", (await _home.AskAsync([.. film, "--max-cost", "0.0001"])).Expect(2).Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("models.too-dear", (await _home.AskAsync([.. film, "--dry-run", "--max-cost", "0.0001"])).Expect(2).Json.GetProperty("error").GetProperty("code").GetString());
        Assert.DoesNotContain(server.Calls.All, call => call.Method == "POST");

        var cost = (await _home.AskAsync([.. film, "--dry-run", "--max-cost", "1"])).Expect(0).Json.GetProperty("cost");
        var writing = cost.GetProperty("writing").GetDecimal();
        Assert.True(writing > 0);
        Assert.Equal((writing, 0m), (cost.GetProperty("estimated").GetDecimal(), cost.GetProperty("clips").GetDecimal()));
    }

    [Fact]
    public async Task What_translating_took_is_kept_with_the_film_and_part_of_its_cost()
    {
        await using var films = await FakeServer.StartAsync("gemini-omni", new FakeOptions { Generate = TimeSpan.FromSeconds(0.2) });
        await using var words = await FakeServer.StartAsync("language-models", new FakeOptions { Generate = TimeSpan.Zero });
        await AddAsync("gemini-omni", films.Address);
        await AddAsync("gemini", words.Address);
        var script = _home.Write("mot.json", """{"title":"Một","language":"vi","scenes":[{"prompt":"Một con mèo ngồi bên cửa sổ nhìn mưa rơi.","duration":3}]}""");

        var film = (await _home.AskAsync("text2video", "--script", script, "--provider", "gemini-omni", "--sound", "clip", "--quality", "preview", "--yes")).Expect(0).Json;
        using var project = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(film.GetProperty("project").GetString()!, "project.json"), TestContext.Current.CancellationToken));
        var translation = project.RootElement.GetProperty("translation");
        Assert.StartsWith("gemini:", translation.GetProperty("writer").GetString(), StringComparison.Ordinal);
        Assert.Equal(words.Calls.All.Count(call => call.Method == "POST"), translation.GetProperty("calls").GetInt32());
        var spent = translation.GetProperty("cost").GetDecimal();
        Assert.True(spent > 0);
        Assert.True(film.GetProperty("cost").GetProperty("actual").GetDecimal() > spent);
        Assert.True(film.GetProperty("cost").GetProperty("estimated").GetDecimal() > spent);
    }

    public void Dispose() => _home.Dispose();

    private async Task AddAsync(string provider, Uri address) =>
        (await _home.RunAsync("accounts", "add", "--provider", provider, "--name", "Paid", "--key", "key-0815-key", "--base-url", address.AbsoluteUri)).Expect(0);
}
