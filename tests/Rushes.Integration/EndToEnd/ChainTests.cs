using System.Security.Cryptography;
using System.Text.Json;
using Rushes.FakeProviders;

namespace Rushes.Integration.EndToEnd;

/// <summary>A film whose scenes go on from one another (<c>--chain</c>), by a remote provider that is a fake one, and by the animatic that cannot.</summary>
public sealed class ChainTests : IDisposable
{
    private const string Script = """
        {"title":"Paper boat","language":"en","scenes":[
          {"prompt":"A paper boat sets off on a rainy street","duration":3},
          {"prompt":"The boat turns around a corner","duration":3},
          {"prompt":"The boat reaches a lantern","duration":3}]}
        """;

    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Each_scene_is_sent_with_the_last_frame_of_the_one_before_and_its_notes_prove_it()
    {
        await using var server = await OpenAsync(TimeSpan.FromMilliseconds(300));
        var film = (await _home.AskAsync(Command)).Expect(0);
        AssertChained(server, film);
    }

    [Fact]
    public async Task A_chain_goes_on_after_a_kill_and_nothing_is_paid_for_twice()
    {
        await using var server = await OpenAsync(TimeSpan.FromSeconds(2));
        using (var shoot = _home.Start(Command))
        {
            // The second scene was sent, and the program knows: it has asked about it.
            await Waiting.ForAsync(() => shoot.HasEnded || (server.Operations.All is [_, var second] && server.Calls.All.Any(call => call.Method == "GET" && call.Path.Contains(second.Name, StringComparison.Ordinal))));
            await shoot.KillAsync();
        }

        AssertChained(server, (await _home.AskAsync("resume")).Expect(0));
    }

    [Fact]
    public async Task Who_cannot_go_on_from_a_frame_says_so_and_films_all_the_same()
    {
        var film = (await _home.AskAsync("text2video", "--script", _home.Write("boat.json", Script), "--chain", "--quality", "preview", "--yes")).Expect(0);
        Assert.Contains("cannot go on from a frame", film.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(film.Json.GetProperty("film").GetString()));
    }

    private string[] Command => ["text2video", "--script", _home.Write("boat.json", Script), "--provider", "gemini-omni", "--chain", "--quality", "preview", "--yes"];

    private async Task<FakeServer> OpenAsync(TimeSpan generate)
    {
        var server = await FakeServer.StartAsync("gemini-omni", new FakeOptions { Generate = generate }, TestContext.Current.CancellationToken);
        (await _home.RunAsync("accounts", "import", _home.Write(
            "accounts.json", $$"""[{"name":"Omni","provider":"gemini-omni","tokens":["key"],"base_url":"{{server.Address}}"}]"""))).Expect(0);
        return server;
    }

    private static void AssertChained(FakeServer server, Answer film)
    {
        var made = server.Operations.All.OrderBy(operation => operation.CreatedAt).ToList();
        Assert.Equal(3, made.Count);
        Assert.DoesNotContain(made[0].Order.Enclosures, enclosure => enclosure.Role == "first");
        var clips = film.Json.GetProperty("scenes").EnumerateArray().Select(scene => scene.GetProperty("clip").GetString()!).ToList();
        for (var scene = 2; scene <= 3; scene++)
        {
            var frame = Path.ChangeExtension(clips[scene - 2], ".last.png");
            var digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(frame)));
            Assert.Equal(digest, Assert.Single(made[scene - 1].Order.Enclosures, enclosure => enclosure.Role == "first").Sha256);
            using var notes = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(clips[scene - 1], ".json")));
            Assert.Equal((frame, digest), (notes.RootElement.GetProperty("first_frame").GetProperty("path").GetString(), notes.RootElement.GetProperty("first_frame").GetProperty("sha256").GetString()));
        }
    }
}
