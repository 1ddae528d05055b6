using Rushes.FakeProviders;

namespace Rushes.Integration.EndToEnd;

/// <summary>A film by each of the remote providers, as a stranger makes it: an account whose address is the provider's, here a fake one, and one command.</summary>
public sealed class OtherProvidersTests : IDisposable
{
    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Veo_on_Google_Cloud_films_an_idea_with_a_service_account()
    {
        await using var server = await StartAsync("vertex-veo");
        var film = await FilmAsync(
            "vertex-veo",
            $$"""[{"name":"Cloud","provider":"vertex-veo","project_id":"film-project","document":{{server.CreateServiceAccount("studio", "film-project")}},"base_url":"{{server.Address}}"}]""",
            "text2video", "A paper boat sails down a rainy street");
        Assert.Equal(film.Json.GetProperty("scenes").GetArrayLength(), server.Operations.All.Count);
        Assert.Single(server.Calls.To("/token"));
        AssertNothingShown(film, "PRIVATE KEY");
    }

    [Fact]
    public async Task Fal_films_an_idea_with_a_key()
    {
        await using var server = await StartAsync("fal");
        var film = await FilmAsync(
            "fal", $$"""[{"name":"Fal","provider":"fal","tokens":["PLANTED-fal"],"base_url":"{{server.Address}}"}]""", "text2video", "A paper boat sails down a rainy street");
        Assert.Equal(film.Json.GetProperty("scenes").GetArrayLength(), server.Operations.All.Count);
        Assert.All(server.Calls.All.Where(call => call.Door == FakeProviders.Calls.Door.Cdn), call => Assert.False(call.CarriesCredential));
        AssertNothingShown(film, "PLANTED-fal");
    }

    [Fact]
    public async Task ComfyUI_films_a_picture_on_a_server_that_wants_no_credentials()
    {
        await using var server = await StartAsync("comfyui");
        var film = await FilmAsync(
            "comfyui", $$"""[{"name":"Comfy","provider":"comfyui","tokens":["PLANTED-proxy"],"base_url":"{{server.Address}}"}]""",
            "image2video", await Darkroom.PlainAsync(_home["street.png"], "blue"), "--prompt", "Rain falls, a boat drifts by");
        Assert.Equal(["first"], Assert.Single(server.Operations.All).Order.Enclosures.Select(enclosure => enclosure.Role));
        Assert.Equal(0m, film.Json.GetProperty("cost").GetProperty("actual").GetDecimal());
        AssertNothingShown(film, "PLANTED-proxy");
    }

    private static Task<FakeServer> StartAsync(string provider) =>
        FakeServer.StartAsync(provider, new FakeOptions { Generate = TimeSpan.FromMilliseconds(300) }, TestContext.Current.CancellationToken);

    private async Task<Answer> FilmAsync(string provider, string accounts, params string[] command)
    {
        (await _home.RunAsync("accounts", "import", _home.Write("accounts.json", accounts))).Expect(0);
        var film = (await _home.AskAsync([.. command, "--provider", provider, "--duration", "5", "--quality", "preview", "--yes"])).Expect(0);
        Assert.True(File.Exists(film.Json.GetProperty("film").GetString()), film.Output);
        Assert.All(film.Json.GetProperty("scenes").EnumerateArray(), scene => Assert.Equal("ready", scene.GetProperty("state").GetString()));
        return film;
    }

    /// <summary>No credential in what is printed, logged or written.</summary>
    private void AssertNothingShown(Answer film, string planted)
    {
        Assert.DoesNotContain(planted, film.Output + film.Errors, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_home.Home, "*", SearchOption.AllDirectories).Where(file => file.EndsWith(".json", StringComparison.Ordinal) || file.Contains("/logs/", StringComparison.Ordinal)))
            Assert.DoesNotContain(planted, File.ReadAllText(file), StringComparison.Ordinal);
    }
}
