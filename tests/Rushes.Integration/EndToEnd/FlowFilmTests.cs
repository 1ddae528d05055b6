using System.Text;
using System.Text.Json;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Faults;

namespace Rushes.Integration.EndToEnd;

/// <summary>Films by the accounts of a provider that speaks Flow's wire, as a stranger would: import them, film, look at what came.</summary>
public sealed class FlowFilmTests : IDisposable
{
    private const string Script = """
        {"title":"Six moments","language":"en","scenes":[
          {"prompt":"A street at night, rain on the windows.","duration":1.2,"location":"city street","time_of_day":"Night"},
          {"prompt":"A woman looks up at the light.","duration":1.2,"location":"city street"},
          {"prompt":"A park in the morning, birds over the trees.","duration":1.2,"location":"park"},
          {"prompt":"The sea, waves roll in.","duration":1.2,"location":"sea"},
          {"prompt":"A kitchen, steam over a cup.","duration":1.2,"location":"kitchen"},
          {"prompt":"A woman smiles.","duration":1.2,"location":"park"}]}
        """;

    private static readonly string[] Tokens = ["ya29.planted-one", "ya29.planted-two", "ya29.planted-three"];

    private readonly TestHome _home = new();

    [Fact]
    public async Task Three_accounts_film_together_and_a_lost_answer_is_never_paid_twice_without_consent()
    {
        await using var server = await OpenAsync(new FaultPlan { Prompt = "the sea", Steps = [Fault.Parse("drop")] });
        var answer = (await _home.AskAsync("text2video", "--script", _home.Write("six.json", Script), "--provider", "google-flow", "--quality", "preview", "--yes"))
            .Expect(3);
        Assert.Equal(["ready", "ready", "ready", "unknown", "ready", "ready"], StatesOf(answer));
        Assert.Equal(6, server.Operations.All.Count);
        Assert.Equal(["Studio 0", "Studio 1", "Studio 2"], server.Operations.All.Select(operation => operation.Account).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("film").ValueKind);

        var again = (await _home.AskAsync("retry", answer.Json.GetProperty("run").GetString()!, "--submit-again")).Expect(0);
        Assert.All(StatesOf(again), state => Assert.Equal("ready", state));
        Assert.Equal(7, server.Operations.All.Count);
        var film = again.Json.GetProperty("film").GetString()!;
        Assert.InRange((await Screening.WatchAsync(film)).Frames, 6 * 30, 6 * 40);
        Assert.All(server.Calls.All.Where(call => call.Door == Door.Cdn), call => Assert.False(call.CarriesCredential));
        Assert.Empty(FilesThatTellATokenOf(answer, again));
    }

    [Fact]
    public async Task A_blocked_scene_gets_another_seed_once_and_a_failed_one_another_account()
    {
        await using var server = await OpenAsync(
            new FaultPlan { Prompt = "a kitchen", Steps = [Fault.Parse("blocked*always")] },
            new FaultPlan { Prompt = "a park", Steps = [Fault.Parse("failed*1")] });
        var answer = (await _home.AskAsync("text2video", "--script", _home.Write("six.json", Script), "--provider", "google-flow", "--quality", "preview", "--yes"))
            .Expect(3);
        Assert.Equal(["ready", "ready", "ready", "ready", "blocked", "ready"], StatesOf(answer));
        var kitchens = server.Operations.All.Where(operation => operation.Order.Prompt.Contains("kitchen", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, kitchens.Select(operation => operation.Order.Seed).Distinct().Count());
        Assert.Equal(2, kitchens.Count);
        var parks = server.Operations.All.Where(operation => operation.Order.Prompt.Contains("A park", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, parks.Select(operation => operation.Account).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, parks.Count);
        Assert.Equal(8, server.Operations.All.Count);
    }

    [Fact]
    public async Task An_account_at_Googles_own_host_is_told_plainly_that_it_cannot_film()
    {
        await ImportAsync("""[{"name":"Mine","provider":"google-flow","project_id":"p","tokens":["ya29.planted-one"]}]""");
        var answer = (await _home.RunAsync("text2video", "--script", _home.Write("six.json", Script), "--provider", "google-flow", "--quality", "preview", "--yes"))
            .Expect(3);
        Assert.Contains("gemini-omni", answer.Output + answer.Errors, StringComparison.Ordinal);
        Assert.Contains("Mine", answer.Output + answer.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private async Task<FakeServer> OpenAsync(params IReadOnlyList<FaultPlan> faults)
    {
        var server = await FakeServer.StartAsync("google-flow", new FakeOptions
        {
            Generate = TimeSpan.FromSeconds(0.5),
            Accounts = [.. Tokens.Select((token, at) => new FakeAccount { Name = $"Studio {at}", Tokens = [token], Project = $"project-{at}", Slots = 4 })],
        });
        foreach (var plan in faults)
            server.Faults.Add(plan);
        var entries = Tokens.Select((token, at) => new
        {
            name = $"Studio {at}",
            provider = "google-flow",
            project_id = $"project-{at}",
            tokens = new[] { token },
            base_url = server.Address.AbsoluteUri,
            limits = new { max_in_flight = 2, submit_interval_ms = 50 },
        });
        await ImportAsync(JsonSerializer.Serialize(entries));
        return server;
    }

    private async Task ImportAsync(string entries) => (await _home.AskAsync("accounts", "import", _home.Write("accounts.json", entries))).Expect(0);

    private static IEnumerable<string?> StatesOf(Answer answer) => answer.Json.GetProperty("scenes").EnumerateArray().Select(scene => scene.GetProperty("state").GetString());

    /// <summary>What the program wrote and said; the file that was imported is the user's own.</summary>
    private IEnumerable<string> FilesThatTellATokenOf(params IReadOnlyList<Answer> answers) => Directory
        .EnumerateFiles(_home.Home, "*", SearchOption.AllDirectories)
        .Where(file => Tells(File.ReadAllBytes(file)))
        .Concat(answers.Where(answer => Tells(Encoding.UTF8.GetBytes(answer.Output + answer.Errors))).Select(answer => answer.Command));

    private static bool Tells(byte[] content) => Tokens.Any(token => content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(token)) >= 0);
}
