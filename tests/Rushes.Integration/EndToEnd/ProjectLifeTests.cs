using System.Globalization;
using System.Text.Json.Nodes;

namespace Rushes.Integration.EndToEnd;

/// <summary>What a person does with a film after it was made: other takes, picks, edits, cuts.</summary>
public sealed class ProjectLifeTests : IDisposable
{
    private const string TwoMoments = """
        {"title":"Two moments","language":"en","my_own":{"kept":true},"scenes":[
          {"prompt":"A lighthouse in the storm, waves crash against the rock.","duration":2,"location":"sea","time_of_day":"Night"},
          {"prompt":"A quiet kitchen, steam rises from a cup of tea.","duration":1.5,"location":"kitchen","time_of_day":"Dawn"}]}
        """;

    private readonly TestHome _home = new();

    [Fact]
    public async Task Takes_are_made_picked_and_cut_without_ever_overwriting_one()
    {
        var film = FilmSheet.Ready(await _home.AskAsync("text2video", "--script", _home.Write("mine.json", TwoMoments), "--quality", "preview", "--copies", "2"));
        Assert.All(film.Scenes, scene => Assert.Equal([1, 2], scene.Takes.Select(take => take.Take)));
        var name = Path.GetFileName(film.Project);
        var takes = TestHome.Inventory(film.Takes);

        foreach (var take in film.Scenes[0].Takes)
        {
            var number = take.Take.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(take.Take, (await _home.AskAsync("pick", name, "1", number)).Expect(0).Json.GetProperty("take").GetInt32());
            var cut = FilmSheet.Ready(await _home.AskAsync("cut", name));
            Assert.Equal(take.Clip, cut.Scenes[0].Clip);
            Assert.Equal(film.Scenes[1].Clip, cut.Scenes[1].Clip);
            Assert.Equal(await Screening.GreyAsync(take.Clip!, 0.5, 54, 96), await Screening.GreyAsync(cut.FilmFile, 0.5, 54, 96));
        }

        var retried = FilmSheet.Ready(await _home.AskAsync("retry", film.Run!, "--scene", "1"));
        Assert.Equal([1, 2, 3], retried.Scenes[0].Takes.Select(take => take.Take));
        Assert.Equal([1, 2], retried.Scenes[1].Takes.Select(take => take.Take));
        Assert.All(takes, take => Assert.Contains(take, TestHome.Inventory(film.Takes)));
    }

    [Fact]
    public async Task A_changed_scene_shows_its_takes_as_stale_and_only_it_is_filmed_again()
    {
        var film = FilmSheet.Ready(await _home.AskAsync("text2video", "--script", _home.Write("mine.json", TwoMoments), "--quality", "preview", "--sound", "voices"));
        var file = Path.Combine(film.Project, "script.json");
        var script = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        script["scenes"]![1]!["prompt"] = "A wide beach at noon, waves roll in, a red kite hangs in the sky.";
        script["scenes"]![1]!["location"] = "beach";
        await File.WriteAllTextAsync(file, script.ToJsonString(), TestContext.Current.CancellationToken);

        var takes = TestHome.Inventory(film.Takes);
        var cut = FilmSheet.Of((await _home.AskAsync("cut", film.Project)).Expect(0));
        Assert.False(cut.Scenes[0].Takes[0].Stale);
        Assert.True(cut.Scenes[1].Takes[0].Stale);
        Assert.Equal(takes, TestHome.Inventory(film.Takes));

        var retried = FilmSheet.Ready(await _home.AskAsync("retry", film.Run!, "--scene", "2"));
        Assert.Equal([true, false], retried.Scenes[1].Takes.Select(take => take.Stale));
        Assert.All(takes, take => Assert.Contains(take, TestHome.Inventory(film.Takes)));
    }

    [Fact]
    public async Task Captions_come_and_go_afterwards_and_clips_that_keep_them_say_so()
    {
        const string spoken = """
            {"title":"One line","language":"en","scenes":[{"prompt":"A quiet kitchen.","duration":2,"location":"kitchen","narration":"Good morning, dear kitchen."}]}
            """;
        var film = FilmSheet.Ready(await _home.AskAsync("text2video", "--script", _home.Write("line.json", spoken), "--quality", "preview", "--captions", "none"));
        var without = await Screening.GreyAsync(film.FilmFile, 0.5, 54, 96);
        (await _home.AskAsync("cut", film.Project, "--captions", "burn")).Expect(0);
        var with = await Screening.GreyAsync(film.FilmFile, 0.5, 54, 96);
        Assert.NotEqual(without, with);

        // What costs nothing was filmed anew with them; without them the first take is as good as it was.
        Assert.Equal(2, FilmSheet.Ready(await _home.AskAsync("cut", film.Project, "--captions", "none")).Scenes[0].Takes.Count);
        Assert.Equal(without, await Screening.GreyAsync(film.FilmFile, 0.5, 54, 96));

        (await _home.AskAsync("pick", film.Project, "1", "2")).Expect(0);
        var picked = (await _home.RunAsync(["cut", film.Project])).Expect(0);
        Assert.Contains("Captions are drawn into the clips of these scenes: 1.", picked.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_is_filmed_as_it_stands_and_the_project_can_be_removed()
    {
        var script = _home.Write("mine.json", TwoMoments);
        var film = FilmSheet.Ready(await _home.AskAsync("text2video", "--script", script, "--quality", "preview", "--out", _home["my film"], "--transition", "dissolve"));
        Assert.Equal(_home["my film"], film.Project);
        Assert.Equal(105, (await Screening.WatchAsync(film.FilmFile)).Frames);
        Assert.Contains("\"my_own\"", await File.ReadAllTextAsync(Path.Combine(film.Project, "script.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var removed = (await _home.AskAsync("projects", "remove", film.Project)).Expect(0).Json;
        Assert.Equal(film.Project, removed.GetProperty("removed").GetString());
        Assert.False(Directory.Exists(film.Project));
        Assert.True(File.Exists(script));
        Assert.Empty((await _home.AskAsync("runs")).Expect(0).Json.GetProperty("runs").EnumerateArray());
    }

    [Fact]
    public async Task Two_commands_at_once_in_one_home_make_two_films()
    {
        using var one = _home.Start("text2video", "A dog waits at the station", "--duration", "4", "--quality", "preview", "--json");
        using var two = _home.Start("text2video", "A dog waits at the station", "--duration", "4", "--quality", "preview", "--json");
        var films = new[] { FilmSheet.Ready(await one.EndAsync()), FilmSheet.Ready(await two.EndAsync()) };
        Assert.NotEqual(films[0].Project, films[1].Project);
        Assert.NotEqual(films[0].Run, films[1].Run);
        Assert.All(films, film => Assert.All(film.Scenes, scene => Assert.Single(scene.Takes)));
        foreach (var film in films)
            await Screening.WatchAsync(film.FilmFile);
    }

    [Fact]
    public async Task A_scene_that_cannot_be_filmed_leaves_the_others_whole()
    {
        var pictures = new[] { await Darkroom.PlainAsync(_home["1.png"], "red"), await Darkroom.PlainAsync(_home["2.png"], "green") };
        using (var begun = _home.Start(["image2video", .. pictures, "--duration", "3", "--quality", "preview"]))
        {
            await Waiting.ForAsync(() => begun.HasEnded || Directory.Exists(_home.Projects) && Directory.GetFiles(_home.Projects, "script.json", SearchOption.AllDirectories).Length > 0);
            await begun.KillAsync();
        }

        var project = Assert.Single(Directory.GetDirectories(_home.Projects));
        await File.WriteAllTextAsync(Path.Combine(project, "images", "image-02.png"), "no picture any more", TestContext.Current.CancellationToken);
        var broken = FilmSheet.Of((await _home.AskAsync("resume")).Expect(3));
        Assert.Equal(["ready", "failed"], broken.Scenes.Select(scene => scene.State));
        Assert.False(string.IsNullOrWhiteSpace(broken.Scenes[1].Error));
        Assert.Null(broken.Film);
        await Screening.WatchAsync(broken.Scenes[0].Clip!);

        var partial = FilmSheet.Of((await _home.AskAsync("cut", project, "--partial")).Expect(3));
        Assert.Equal(90, (await Screening.WatchAsync(partial.FilmFile)).Frames);
    }

    public void Dispose() => _home.Dispose();
}
