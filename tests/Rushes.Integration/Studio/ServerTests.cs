using System.Text.Json;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Faults;
using Rushes.Integration.Cutting;
using Rushes.Integration.EndToEnd;

namespace Rushes.Integration.Studio;

/// <summary>The command line speaks to a running studio, and answers in the same shape as by itself.</summary>
public sealed class ServerTests(OpenStudio studio) : IClassFixture<OpenStudio>, IDisposable
{
    private const string Narrator = "espeak-ng:en-gb-x-rp+m3";
    private readonly TestHome _elsewhere = new();

    private string Address => studio.Browser.BaseAddress!.ToString();

    [Fact]
    public async Task A_film_is_made_cut_and_listed_by_the_studio()
    {
        var answer = (await AskAsync("text2video", "A small boat on a wide sea", "--duration", "3", "--quality", "preview", "--captions", "none")).Expect(0);
        var film = FilmSheet.Ready(answer);
        Assert.StartsWith(studio.Home.Projects, film.Project, StringComparison.Ordinal);
        var project = Path.GetFileName(film.Project);

        Assert.Contains(Rows(await AskAsync("projects"), "projects"), row => row.GetProperty("name").GetString() == project);
        Assert.Contains(Rows(await AskAsync("runs"), "runs"), row => row.GetProperty("run").GetString() == film.Run);
        Assert.NotEmpty(Rows(await AskAsync("styles"), "styles"));
        (await AskAsync("pick", project, "1", "1")).Expect(0);
        Assert.Equal(film.Run, FilmSheet.Ready(await AskAsync("cut", project)).Run);
        var again = FilmSheet.Ready(await AskAsync("retry", film.Run!, "--scene", "1"));
        Assert.Equal(2, again.Scenes[0].Takes.Count);
        Assert.False(Directory.Exists(_elsewhere.Home), "nothing is made on this machine");
    }

    [Fact]
    public async Task A_film_has_the_user_s_music_and_narrator_until_they_are_taken_away()
    {
        using var media = new Media();
        foreach (var song in (string[])["song.wav", "other.flac"])
            await media.FfmpegAsync("-v", "error", "-f", "lavfi", "-i", "sine=frequency=300:duration=2", _elsewhere[song]);
        var film = FilmSheet.Ready(await AskAsync(
            "text2video", "A lamp in a dark street", "--duration", "3", "--quality", "preview", "--captions", "none", "--music", _elsewhere["song.wav"]));
        var project = Path.GetFileName(film.Project);
        Assert.Equal("audio/music.wav", BriefOf(film, "music"));

        FilmSheet.Ready(await AskAsync("cut", project, "--music", _elsewhere["other.flac"], "--voice", Narrator));
        var kept = Assert.IsType<string>(BriefOf(film, "music"));
        Assert.Matches("^audio/music-[0-9a-f]{12}\\.flac$", kept);
        Assert.True(File.Exists(Path.Combine(film.Project, kept)));
        Assert.Equal(Narrator, BriefOf(film, "voice"));

        FilmSheet.Ready(await AskAsync("cut", project, "--music", "none"));
        Assert.Null(BriefOf(film, "music"));
        Assert.Equal(Narrator, BriefOf(film, "voice"));
        Assert.Equal("film.voice-unknown", (await AskAsync("cut", project, "--voice", "nobody:nowhere")).Expect(2).Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(Narrator, BriefOf(film, "voice"));
        Assert.Equal("api.no-kind", (await AskAsync("cut", project, "--music", _elsewhere.Write("song.mp3", "no song at all"))).Expect(2).Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Accounts_are_the_studio_s_and_no_key_comes_back()
    {
        var added = (await AskAsync("accounts", "add", "--provider", "fal", "--name", "Far", "--key", "key-4712-key")).Expect(0);
        Assert.DoesNotContain("key-4712", added.ToString().Replace("--key key-4712-key", "", StringComparison.Ordinal), StringComparison.Ordinal);
        (await AskAsync("accounts", "disable", "Far")).Expect(0);
        Assert.Contains(Rows(await AskAsync("accounts", "list"), "accounts"), row => row.GetProperty("name").GetString() == "Far" && !row.GetProperty("enabled").GetBoolean());
        (await AskAsync("accounts", "remove", "Far")).Expect(0);
        (await AskAsync("accounts", "enable", "Far")).Expect(2);
    }

    [Fact]
    public async Task Takes_of_which_nobody_knows_are_settled_by_either_choice_all_at_once()
    {
        await using var flow = await FakeServer.StartAsync("google-flow", new FakeOptions { Generate = TimeSpan.FromSeconds(0.2) });
        flow.Faults.Add(new FaultPlan { Prompt = "Two", Steps = [Fault.Parse("drop")] });
        (await AskAsync("accounts", "add", "--provider", "google-flow", "--name", "Lossy", "--token", "ya29.lossy", "--project-id", "p", "--base-url", flow.Address.AbsoluteUri)).Expect(0);
        var script = _elsewhere.Write("two.json", """{"title":"Lossy","language":"en","scenes":[{"prompt":"One: a street.","duration":1},{"prompt":"Two: a park.","duration":1}]}""");
        var lost = await AskAsync("text2video", "--script", script, "--provider", "google-flow", "--sound", "clip", "--quality", "preview", "--yes");
        Assert.Equal(["ready", "unknown"], StatesOf(lost));

        var run = lost.Json.GetProperty("run").GetString()!;
        Assert.Equal(["ready", "unknown"], StatesOf(await AskAsync("retry", run, "--check-again")));

        Assert.Equal("film.unknown-first", (await AskAsync("retry", run, "--scene", "2")).Json.GetProperty("error").GetProperty("code").GetString());

        // A second submission is a new expense: it keeps to the bound.
        Assert.Equal("models.price-unknown", (await AskAsync("retry", run, "--submit-again", "--max-cost", "1")).Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(2, flow.Operations.All.Count);
        Assert.Equal(["ready", "ready"], StatesOf(await AskAsync("retry", run, "--submit-again")));
        Assert.Equal(3, flow.Operations.All.Count);

        // A run is filmed by those with whom it was begun.
        (await AskAsync("accounts", "add", "--provider", "fal", "--name", "Stranger", "--key", "k")).Expect(0);
        Assert.Equal("film.account-of-other-run", (await AskAsync("retry", run, "--scene", "1", "--account", "Stranger")).Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(3, flow.Operations.All.Count);
        (await AskAsync("accounts", "remove", "Stranger")).Expect(0);
        (await AskAsync("accounts", "remove", "Lossy")).Expect(0);
    }

    [Theory]
    [InlineData("brief.unknown-style", "text2video", "A cat", "--style", "xyzzyxyzzy")]
    [InlineData("project.missing", "cut", "nobody")]
    [InlineData("film.no-run", "resume", "nobody")]
    [InlineData("cli.not-on-server", "merge", "a.mp4")]
    [InlineData("cli.not-on-server", "doctor")]
    public async Task What_the_studio_refuses_is_said_with_its_own_sentence(string code, params string[] command)
    {
        var answer = (await AskAsync(command)).Expect(2);
        Assert.Equal(code, answer.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.NotEmpty(answer.Sentence);
    }

    [Fact]
    public async Task A_studio_that_is_not_there_is_said_so()
    {
        var answer = (await _elsewhere.AskAsync("--server", "http://127.0.0.1:1", "projects")).Expect(2);
        Assert.Equal("cli.server-silent", answer.Json.GetProperty("error").GetProperty("code").GetString());
    }

    public void Dispose() => _elsewhere.Dispose();

    private Task<Answer> AskAsync(params string[] command) => _elsewhere.AskAsync(["--server", Address, .. command]);

    /// <summary>What the project's file says of the brief, paths from its folder.</summary>
    private static string? BriefOf(FilmSheet film, string field)
    {
        using var project = JsonDocument.Parse(File.ReadAllText(Path.Combine(film.Project, "project.json")));
        return project.RootElement.GetProperty("brief").TryGetProperty(field, out var value) ? value.GetString() : null;
    }

    private static IEnumerable<string?> StatesOf(Answer answer) =>
        answer.Json.GetProperty("scenes").EnumerateArray().Select(scene => scene.GetProperty("state").GetString());

    private static List<JsonElement> Rows(Answer answer, string list) => [.. answer.Expect(0).Json.GetProperty(list).EnumerateArray()];
}
