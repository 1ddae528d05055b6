using System.Text;
using System.Text.Json;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Faults;

namespace Rushes.Integration.EndToEnd;

/// <summary>Runs on accounts of Flow's wire while something happens to the accounts; what is said of it, and what it costs.</summary>
public sealed class FlowStudioTests : IDisposable
{
    private const string Script = """
        {"title":"Six","language":"en","scenes":[
          {"prompt":"One: a street at night.","duration":1},{"prompt":"Two: a park.","duration":1},{"prompt":"Three: the sea.","duration":1},
          {"prompt":"Four: a kitchen.","duration":1},{"prompt":"Five: a roof.","duration":1},{"prompt":"Six: a bridge.","duration":1}]}
        """;

    private readonly TestHome _home = new();

    [Fact]
    public async Task A_token_that_expires_in_mid_run_is_renewed_by_a_command_and_the_account_goes_on()
    {
        var studio = new FakeAccount { Name = "Studio A", Tokens = ["ya29.old"], Project = "p-a" };
        await using var server = await FakeServer.StartAsync("google-flow", new FakeOptions
        {
            Generate = TimeSpan.FromSeconds(2),
            Accounts = [studio, new FakeAccount { Name = "Studio B", Tokens = ["ya29.other"], Project = "p-b", Generate = TimeSpan.FromSeconds(4) }],
        });
        await ImportAsync(
            Entry(server, "Studio A", "p-a", "ya29.old", slots: 1),
            Entry(server, "Studio B", "p-b", "ya29.other", slots: 1));

        using var run = _home.Start("text2video", "--script", _home.Write("six.json", Script), "--provider", "google-flow", "--sound", "clip", "--quality", "preview", "--yes");
        await Waiting.ForAsync(() => server.Operations.All.Any(operation => operation.Account == "Studio A"));
        server.Revoke("ya29.old");
        await Waiting.ForAsync(() => server.Calls.All.Any(call => call.Status == 401));
        server.Admit("ya29.new", studio);
        (await _home.AskAsync("accounts", "set", "Studio A", "--token", "ya29.new")).Expect(0);

        var answer = (await run.EndAsync()).Expect(0);
        var said = answer.Output + answer.Errors;
        Assert.Contains("Processing mode: PARALLEL", said, StringComparison.Ordinal);
        Assert.Contains("Studio A is set aside: signed out: the token has expired or is wrong", said, StringComparison.Ordinal);

        // What it was generating when the token expired came home, which only the new token can have asked about.
        Assert.Equal(6, server.Operations.All.Count);
        Assert.Contains(server.Operations.All, operation => operation.Account == "Studio A");
        Assert.DoesNotContain("ya29.", said, StringComparison.Ordinal);
        Assert.All(server.Calls.All, call => Assert.DoesNotContain("ya29.", call.Path + call.Query, StringComparison.Ordinal));
        AssertNoFileTells("ya29.");
    }

    [Fact]
    public async Task Clips_are_enlarged_by_Flow_and_one_that_it_will_not_enlarge_stays_as_it_was_filmed()
    {
        await using var server = await FakeServer.StartAsync("google-flow", new FakeOptions { Generate = TimeSpan.FromSeconds(0.2) });
        server.Faults.Add(new FaultPlan { Path = "Upsample", Prompt = "Two", Steps = [Fault.Parse("400")] });
        await ImportAsync(Entry(server, "Studio A", "p-a", "ya29.old", slots: 2));
        var script = _home.Write("two.json", """{"title":"Two","language":"en","scenes":[{"prompt":"One: a street.","duration":1},{"prompt":"Two: a park.","duration":1}]}""");
        var answer = (await _home.AskAsync("text2video", "--script", script, "--provider", "google-flow", "--upscale", "1080p", "--sound", "clip", "--quality", "preview", "--yes")).Expect(0);

        Assert.Equal(2, server.Calls.To("UpsampleVideo").Count);
        var takes = answer.Json.GetProperty("scenes").EnumerateArray().Select(scene => NotesBeside(scene.GetProperty("clip").GetString()!)).ToList();
        Assert.Equal(("1080p", "google-flow"), (takes[0].GetProperty("target").GetString(), takes[0].GetProperty("by").GetString()));
        Assert.Equal(JsonValueKind.Null, takes[1].GetProperty("by").ValueKind);
        Assert.NotEqual("", takes[1].GetProperty("problem").GetString());
        Assert.Contains("Scene 2", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_film_may_cost_is_estimated_beforehand_and_bounds_are_kept_before_anything_is_sent()
    {
        await using var server = await FakeServer.StartAsync("fal", new FakeOptions { Generate = TimeSpan.FromSeconds(0.2) });
        await ImportAsync(new { name = "Fal", provider = "fal", tokens = new[] { "PLANTED" }, base_url = server.Address.AbsoluteUri });
        var script = _home.Write("two.json", """{"title":"Two","language":"en","scenes":[{"prompt":"One: a street.","duration":4},{"prompt":"Two: a park.","duration":4}]}""");
        string[] film = ["text2video", "--script", script, "--provider", "fal", "--sound", "clip", "--quality", "preview"];

        var planned = (await _home.AskAsync([.. film, "--dry-run"])).Expect(0).Json.GetProperty("cost");
        var estimated = planned.GetProperty("estimated").GetDecimal();
        Assert.True(estimated > 0);
        var dear = (await _home.AskAsync([.. film, "--max-cost", "0.01"])).Expect(2);
        Assert.Contains("0.01", dear.Sentence, StringComparison.Ordinal);
        Assert.Contains(estimated.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), dear.Sentence, StringComparison.Ordinal);
        Assert.Empty(server.Operations.All);

        var within = (await _home.RunAsync([.. film, "--max-cost", "100", "--yes"])).Expect(0);
        Assert.Equal(2, server.Operations.All.Count);
        var said = within.Output + within.Errors;
        Assert.Matches(@"would cost up to [0-9.]+ USD \(2 takes\)", said);
        Assert.Contains("Processing mode: SEQUENTIAL", said, StringComparison.Ordinal);
        Assert.Contains("the floor for these accounts is", said, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private static object Entry(FakeServer server, string name, string project, string token, int slots) => new
    {
        name,
        provider = "google-flow",
        project_id = project,
        tokens = new[] { token },
        base_url = server.Address.AbsoluteUri,
        limits = new { max_in_flight = slots, submit_interval_ms = 50 },
    };

    private async Task ImportAsync(params object[] entries) =>
        (await _home.AskAsync("accounts", "import", _home.Write("accounts.json", JsonSerializer.Serialize(entries)))).Expect(0);

    private static JsonElement NotesBeside(string clip)
    {
        using var notes = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(clip, ".json")));
        return notes.RootElement.GetProperty("upscale").Clone();
    }

    private void AssertNoFileTells(string planted)
    {
        var bytes = Encoding.UTF8.GetBytes(planted);
        Assert.All(Directory.EnumerateFiles(_home.Home, "*", SearchOption.AllDirectories), file => Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(bytes) < 0, file));
    }
}
