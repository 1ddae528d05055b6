using System.Globalization;
using System.Text.Json;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Calls;

namespace Rushes.Integration.EndToEnd;

/// <summary>What the real program says a film costs where clips are free, and voices and writer are not.</summary>
public sealed class CostTests : IDisposable
{
    private const string Script = """
        {"title":"Two","language":"en","scenes":[
          {"prompt":"One: a street at night, and rain on the stones.","duration":2,"narration":"It rains tonight."},
          {"prompt":"Two: a park in the sun.","duration":2,"narration":"And now the sun is out."}]}
        """;

    private const string OneInVietnamese = """{"title":"Một","language":"vi","scenes":[{"prompt":"Một con mèo ngồi bên cửa sổ nhìn mưa rơi.","duration":3}]}""";
    private const string Spoken = """{"title":"One","language":"en","scenes":[{"prompt":"A street at night.","duration":2,"narration":"It rains tonight."}]}""";
    private const string OneInEnglish = """{"title":"One","language":"en","scenes":[{"prompt":"A cat sits at the window and looks at the rain.","duration":3}]}""";

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
    public async Task Translating_is_in_the_price_under_the_bound_and_in_the_cost_and_free_when_it_was_done_before()
    {
        await using var films = await FakeServer.StartAsync("gemini-omni", new FakeOptions { Generate = TimeSpan.FromSeconds(0.2) });
        await using var words = await FakeServer.StartAsync("language-models", new FakeOptions { Generate = TimeSpan.Zero });
        await AddAsync("gemini-omni", films.Address);
        await AddAsync("gemini", words.Address);
        string[] film = ["text2video", "--script", _home.Write("mot.json", OneInVietnamese), "--provider", "gemini-omni", "--sound", "clip", "--quality", "preview"];

        var cost = await CostOfAsync(film);
        Assert.True(cost.Of("translation") > 0);
        Assert.Equal(cost.Of("clips") + cost.Of("translation"), cost.Of("estimated"));
        await TooDearAsync([.. film, "--max-cost", Text(cost.Of("clips"))], films, words);
        var made = (await _home.AskAsync([.. film, "--max-cost", Text(cost.Of("estimated"))])).Expect(0).Json;
        using var project = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(made.GetProperty("project").GetString()!, "project.json"), TestContext.Current.CancellationToken));
        var translation = project.RootElement.GetProperty("translation");
        Assert.StartsWith("gemini:", translation.GetProperty("writer").GetString(), StringComparison.Ordinal);
        Assert.Equal((1, 1), (Posts(words).Count, translation.GetProperty("calls").GetInt32()));
        var spent = translation.GetProperty("cost").GetDecimal();
        Assert.True(spent > 0);
        Assert.True(made.GetProperty("cost").GetProperty("actual").GetDecimal() > spent);
        Assert.True(made.GetProperty("cost").GetProperty("estimated").GetDecimal() > spent);
        var again = await CostOfAsync(film);
        Assert.Equal((cost.Of("clips"), 0m), (again.Of("clips"), again.Of("translation")));
    }

    [Fact]
    public async Task Filming_again_stops_at_the_bound_before_anything_is_asked_for()
    {
        await using var films = await FakeServer.StartAsync("gemini-omni", new FakeOptions { Generate = TimeSpan.FromSeconds(0.2) });
        await AddAsync("gemini-omni", films.Address);
        string[] film = ["text2video", "--script", _home.Write("one.json", OneInEnglish), "--provider", "gemini-omni", "--sound", "clip", "--quality", "preview"];
        var made = (await _home.AskAsync([.. film, "--max-cost", "50"])).Expect(0).Json;
        var (run, clip) = (made.GetProperty("run").GetString()!, made.GetProperty("cost").GetProperty("estimated").GetDecimal());

        await TooDearAsync(["retry", run, "--scene", "1", "--max-cost", Text(clip / 2)], films);
        var again = (await _home.AskAsync("retry", run, "--scene", "1", "--max-cost", Text(clip))).Expect(0).Json;
        Assert.Equal(2, again.GetProperty("scenes")[0].GetProperty("takes").GetArrayLength());
        Assert.Equal(2, Posts(films).Count);
    }

    [Fact]
    public async Task Lines_that_were_changed_are_spoken_again_within_the_bound_only()
    {
        await using var voices = await FakeServer.StartAsync("speech", new FakeOptions { Generate = TimeSpan.Zero });
        await AddAsync("azure-speech", voices.Address);
        var film = (await _home.AskAsync("text2video", "--script", _home.Write("one.json", Spoken), "--quality", "preview", "--captions", "none")).Expect(0).Json;
        var (project, run) = (film.GetProperty("project").GetString()!, film.GetProperty("run").GetString()!);

        await ChangeAsync(project, "It rains tonight.", "It snows tonight.");
        await TooDearAsync(["cut", project, "--max-cost", "0.0000001"], voices);
        (await _home.AskAsync("cut", project, "--max-cost", "1")).Expect(0);
        Assert.Equal(2, Posts(voices).Count);

        await ChangeAsync(project, "It snows tonight.", "It hails tonight.");
        await TooDearAsync(["resume", run, "--max-cost", "0.0000001"], voices);
        (await _home.AskAsync("resume", run, "--max-cost", "1")).Expect(0);
        Assert.Equal(3, Posts(voices).Count);
    }

    [Fact]
    public async Task A_script_alone_and_several_of_them_stop_at_the_bound()
    {
        await using var words = await FakeServer.StartAsync("language-models", new FakeOptions { Generate = TimeSpan.Zero });
        await AddAsync("anthropic", words.Address);
        string[] script = ["script", "A red fox looks for its lost cub in a burning forest", "--duration", "12", "--out", _home["fox.json"]];
        await TooDearAsync([.. script, "--variants", "3", "--max-cost", "0.0001"], words);
        Assert.Empty(Directory.GetFiles(_home.Root, "fox*"));

        Assert.Contains("This would cost up to", (await _home.RunAsync([.. script, "--variants", "2", "--max-cost", "1"])).Expect(0).Output, StringComparison.Ordinal);
        Assert.True(Posts(words).Count >= 2);
        Assert.True(File.Exists(_home["fox-2.json"]));
    }

    public void Dispose() => _home.Dispose();

    private static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<Call> Posts(FakeServer server) => [.. server.Calls.All.Where(call => call.Method == "POST")];

    private static async Task ChangeAsync(string project, string line, string other)
    {
        var file = Path.Combine(project, "script.json");
        var script = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains(line, script, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, script.Replace(line, other, StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    /// <summary>What a film would cost, as a dry run says it.</summary>
    private async Task<CostLine> CostOfAsync(string[] film) => new((await _home.AskAsync([.. film, "--dry-run"])).Expect(0).Json.GetProperty("cost"));

    /// <summary>The command is refused for its price, and nobody was asked for anything.</summary>
    private async Task TooDearAsync(string[] command, params FakeServer[] servers)
    {
        var before = servers.Select(server => Posts(server).Count).ToList();
        Assert.Equal("models.too-dear", (await _home.AskAsync(command)).Expect(2).Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(before, servers.Select(server => Posts(server).Count));
    }

    private async Task AddAsync(string provider, Uri address) =>
        (await _home.RunAsync("accounts", "add", "--provider", provider, "--name", $"Paid {provider}", "--key", "key-0815-key", "--base-url", address.AbsoluteUri)).Expect(0);

    private sealed record CostLine(JsonElement Json)
    {
        public decimal Of(string part) => Json.GetProperty(part).GetDecimal();
    }
}
