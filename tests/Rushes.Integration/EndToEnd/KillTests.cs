using System.Text.Json;

namespace Rushes.Integration.EndToEnd;

/// <summary><c>kill -9</c> at any moment loses nothing, films nothing twice and leaves nothing behind.</summary>
public sealed class KillTests(SixScenes undisturbed) : IClassFixture<SixScenes>, IDisposable
{
    private const int KillsEach = 4;
    private readonly TestHome _home = new();

    private string Project => Path.Combine(_home.Projects, "six-moments");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_killed_run_becomes_the_very_film_that_it_would_have_been(int seed)
    {
        var chance = new Random(seed);
        var wreck = new Wreck(_home, Project);
        var kills = 0;
        using (var shoot = _home.Start(SixScenes.Command(_home)))
            kills += await KillAsync(shoot, wreck, chance) ? 1 : 0;
        for (var again = 1; again < KillsEach; again++)
        {
            using var resume = _home.Start("resume");
            kills += await KillAsync(resume, wreck, chance) ? 1 : 0;
        }

        Assert.True(kills > 0, "nothing was killed");
        var answer = await _home.AskAsync("resume");
        var film = FilmSheet.Ready(answer.Json.GetProperty("run").ValueKind != JsonValueKind.Null ? answer : await _home.AskAsync("cut", Project));
        wreck.CheckNothingWasFilmedTwice(film);
        Assert.Equal(undisturbed.Pictures, await SixScenes.PicturesAsync(film));
        Assert.Equal(undisturbed.Frames, (await Screening.WatchAsync(film.FilmFile)).Frames);

        var takes = Assert.Single((await _home.AskAsync("runs")).Expect(0).Json.GetProperty("runs").EnumerateArray()).GetProperty("takes").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, SixScenes.Count), takes.Select(take => take.GetProperty("scene").GetInt32()));
        Assert.All(takes, take => Assert.Equal("ready", take.GetProperty("state").GetString()));
        Assert.Equal(JsonValueKind.Null, (await _home.AskAsync("resume")).Expect(0).Json.GetProperty("run").ValueKind);
    }

    [Fact]
    public async Task Interrupted_it_says_so_and_goes_on_later()
    {
        var wreck = new Wreck(_home, Project);
        using (var shoot = _home.Start([.. SixScenes.Command(_home), "--json"]))
        {
            await Waiting.ForAsync(() => shoot.HasEnded || wreck.Clips > 0);
            shoot.InterruptGently();
            var answer = (await shoot.EndAsync()).Expect(130);
            Assert.Equal("cancelled", answer.Json.GetProperty("error").GetProperty("code").GetString());
            Assert.Contains("rushes resume", answer.ErrorLines[^1], StringComparison.Ordinal);
        }

        await wreck.SurveyAsync();
        var film = FilmSheet.Ready(await _home.AskAsync("resume"));
        wreck.CheckNothingWasFilmedTwice(film);
        Assert.Equal(undisturbed.Pictures, await SixScenes.PicturesAsync(film));
    }

    [Fact]
    public async Task A_cancelled_run_stops_keeps_its_clips_and_can_be_resumed()
    {
        var wreck = new Wreck(_home, Project);
        string cancelled;
        using (var shoot = _home.Start([.. SixScenes.Command(_home), "--json"]))
        {
            await Waiting.ForAsync(() => shoot.HasEnded || wreck.Clips > 0);
            var run = Assert.Single((await _home.AskAsync("runs")).Expect(0).Json.GetProperty("runs").EnumerateArray()).GetProperty("run").GetString()!;
            cancelled = run;
            (await _home.AskAsync("cancel", run)).Expect(0);
            var answer = await shoot.EndAsync();
            Assert.Contains(answer.Exit, new[] { 3, 130 });
        }

        await wreck.SurveyAsync();
        Assert.InRange(wreck.Clips, 1, SixScenes.Count - 1);
        Assert.False(File.Exists(Path.Combine(Project, "film.mp4")));
        var film = FilmSheet.Ready(await _home.AskAsync("resume", cancelled));
        wreck.CheckNothingWasFilmedTwice(film);
    }

    [Fact]
    public async Task A_second_process_that_resumes_a_run_in_work_disturbs_nothing()
    {
        var wreck = new Wreck(_home, Project);
        using var shoot = _home.Start([.. SixScenes.Command(_home), "--json"]);
        await Waiting.ForAsync(() => shoot.HasEnded || wreck.Clips > 0);
        using var second = _home.Start("resume", "--json");
        var film = FilmSheet.Ready(await shoot.EndAsync());
        (await second.EndAsync()).Expect(0);
        await wreck.SurveyAsync();
        wreck.CheckNothingWasFilmedTwice(film);
        Assert.Equal(undisturbed.Pictures, await SixScenes.PicturesAsync(film));
    }

    public void Dispose() => _home.Dispose();

    /// <summary>Kills the program at a moment that chance picks among everything that happens; false when it was done before.</summary>
    private async Task<bool> KillAsync(RushesProcess process, Wreck wreck, Random chance)
    {
        var begun = wreck.Clips;
        var filmed = chance.Next(begun, SixScenes.Count + 1);
        var later = TimeSpan.FromMilliseconds(chance.Next(400));
        await Waiting.ForAsync(() => process.HasEnded || (File.Exists(Path.Combine(Project, "project.json")) && wreck.Clips >= filmed));
        await Task.Delay(later, TestContext.Current.CancellationToken);
        var struck = !process.HasEnded;
        if (struck)
            await process.KillAsync();
        else
            (await process.EndAsync()).Expect(0);
        await wreck.SurveyAsync();
        return struck;
    }
}
