using System.Text.Json.Nodes;
using Rushes.FakeProviders;
using Rushes.Integration.EndToEnd;
using Rushes.Integration.Studio.Api;

namespace Rushes.Integration.Studio;

/// <summary>What was filmed of a scene goes with it: nothing is paid again for another place in the film.</summary>
public sealed class MovedScenesTests(PaidStudio studio) : IClassFixture<PaidStudio>
{
    private string _project = "";
    private ApiClient _api = null!;
    private int _before;

    [Fact]
    public async Task Scenes_are_moved_removed_and_brought_back_and_nothing_is_filmed_again()
    {
        await FilmAsync("Places", "gemini-omni", "a street", "a park", "the sea");
        await _api.OverAsync(await _api.CallAsync("retryProject", new { project = _project }, new JsonObject { ["scene"] = 3 }));
        Assert.Equal(4, Asked);
        await _api.CallAsync("pickTake", new { project = _project, scene = 3 }, new JsonObject { ["take"] = 1 });
        var clips = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (place, scene) in new[] { "a street", "a park", "the sea" }.Zip([1, 2, 3]))
            clips[place] = await ClipAsync(scene);

        // The sea goes up; both its takes and the pick go with it.
        await ChangeAsync(3, "up");
        Assert.Equal(["a street:1", "the sea:1,2", "a park:1"], await TakesAsync());
        Assert.Equal([true, false], ((await SceneAsync(2))["takes"]!).AsArray().Select(take => (bool)take!["picked"]!));
        Assert.Equal(clips["the sea"], await ClipAsync(2));
        Assert.Equal(clips["a park"], await ClipAsync(3));
        await FilmedAsync(4);

        // What is gone leaves the rest as it was.
        var whole = await _api.CallAsync("getScript", new { project = _project });
        await ChangeAsync(1, "remove");
        Assert.Equal(["the sea:1,2", "a park:1"], await TakesAsync());
        await FilmedAsync(4);

        // It comes back with its take, here by a program that sends the whole script; and an editor moves scenes in the file.
        await _api.CallAsync("putScript", new { project = _project }, whole["script"]!.DeepClone());
        await FilmedAsync(4);
        Assert.Equal(["a street:1", "the sea:1,2", "a park:1"], await TakesAsync());
        var file = Path.Combine(studio.Home.Projects, _project, "script.json");
        var script = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        var scenes = script["scenes"]!.AsArray();
        var last = scenes[2]!;
        scenes.RemoveAt(2);
        scenes.Insert(0, last);
        await File.WriteAllTextAsync(file, script.ToJsonString(), TestContext.Current.CancellationToken);
        await FilmedAsync(4);
        Assert.Equal(["a park:1", "a street:1", "the sea:1,2"], await TakesAsync());
        Assert.Equal(clips["the sea"], await ClipAsync(3));
        Assert.Equal([true, false], ((await SceneAsync(3))["takes"]!).AsArray().Select(take => (bool)take!["picked"]!));

        // A scene that really changed is filmed, and only it; what it was filmed as before goes with it.
        await _api.CallAsync("editScene", new { project = _project, scene = 2 }, new JsonObject { ["prompt"] = "Rain on a roof." });
        await ChangeAsync(2, "up");
        Assert.Equal([true], ((await SceneAsync(1))["takes"]!).AsArray().Select(take => (bool)take!["stale"]!));
        await FilmedAsync(5);
        Assert.Equal(["a roof:1,2", "a park:1", "the sea:1,2"], await TakesAsync());
    }

    [Fact]
    public async Task Two_scenes_become_one_and_one_becomes_two_without_losing_what_was_filmed()
    {
        await FilmAsync("Halves", "gemini-omni", "a mill", "a barn", "a well");
        await ChangeAsync(1, "merge");
        Assert.Equal(["a mill:1,2", "a well:1"], await TakesAsync());
        Assert.Equal([true, true], ((await SceneAsync(1))["takes"]!).AsArray().Select(take => (bool)take!["stale"]!));
        await ChangeAsync(2, "split");
        Assert.Equal(["a mill:1,2", "a well:1", "a well:"], await TakesAsync());
        Assert.Equal(3, Asked);
    }

    /// <summary>How often the provider was asked for a clip since the test began.</summary>
    private int Asked => studio.Clips.Operations.All.Count - _before;

    [Fact]
    public async Task A_clip_with_another_number_on_its_slate_fits_again_when_the_scene_comes_back()
    {
        await FilmAsync("Slates", "animatic", "a quay", "a ferry");
        await ChangeAsync(1, "down");
        Assert.Equal(["a ferry:1", "a quay:1"], await TakesAsync());
        Assert.Equal([true, true], await StaleAsync());
        await ChangeAsync(2, "up");
        Assert.Equal([false, false], await StaleAsync());

        // This machine films for nothing: where the number stays wrong, the scene is filmed anew.
        await ChangeAsync(2, "up");
        await _api.OverAsync(await _api.CallAsync("filmProject", new { project = _project }, new JsonObject()));
        Assert.Equal(["a ferry:1,2", "a quay:1,2"], await TakesAsync());

        async Task<IEnumerable<bool>> StaleAsync() =>
            new[] { await SceneAsync(1), await SceneAsync(2) }.SelectMany(scene => scene["takes"]!.AsArray()).Select(take => (bool)take!["stale"]!);
    }

    [Fact]
    public async Task Scenes_that_another_process_films_are_not_moved_and_its_takes_go_along_when_it_is_dead()
    {
        await using var flow = await FakeServer.StartAsync("google-flow", new FakeOptions { Generate = TimeSpan.FromSeconds(12), ClipScale = 0.5 });
        await studio.AddAsync("google-flow", "Slow", flow, "p-a", "ya29.slow");
        var script = studio.Home.Write("slow.json", """{"title":"Slow","language":"en","scenes":[{"prompt":"Rain on a roof.","duration":4},{"prompt":"Rain on a wall.","duration":4}]}""");
        using var other = studio.Home.Start("text2video", "--script", script, "--provider", "google-flow", "--sound", "clip", "--quality", "preview", "--yes");
        await Waiting.ForAsync(() => flow.Operations.All.Count == 2);
        (_api, _project) = (await ApiClient.OfAsync(studio.Browser), "slow");
        await Waiting.ForAsync(async () => (await _api.CallAsync("listTakes", new { project = _project })).AsArray().All(take => (string?)take!["state"] == "generating"));
        var (status, refused) = await _api.TryAsync("changeScene", new { project = _project, scene = 1 }, new JsonObject { ["change"] = "down" });
        Assert.Equal((409, "film.in-hand"), (status, (string?)refused!["code"]));

        await other.KillAsync();
        await ChangeAsync(1, "down");
        Assert.Equal(["a wall", "a roof"], (await TakesAsync()).Select(scene => scene.Split(':')[0]));
        var over = await _api.OverAsync(await _api.CallAsync("resumeProject", new { project = _project }, new JsonObject()));
        Assert.Equal("done", (string?)over["stage"]);
        Assert.Equal(2, flow.Operations.All.Count);

        // Each clip with its scene, whatever its file is called: who had taken it up before it was moved writes it under the number that it had then.
        var runs = (await studio.Home.AskAsync("runs")).Expect(0).Json.GetProperty("runs").EnumerateArray();
        var takes = runs.Single(run => run.GetProperty("title").GetString() == "Slow").GetProperty("takes");
        foreach (var (scene, place) in new[] { (1, "wall"), (2, "roof") })
        {
            var clip = takes.EnumerateArray().Single(take => take.GetProperty("scene").GetInt32() == scene).GetProperty("clip").GetString();
            var notes = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(clip, ".json")!, TestContext.Current.CancellationToken))!;
            Assert.Contains(place, (string)notes["prompt"]!, StringComparison.Ordinal);
        }

        await _api.OverAsync(await _api.CallAsync("filmProject", new { project = _project }, new JsonObject()));
        Assert.Equal(2, flow.Operations.All.Count);
    }

    private async Task FilmAsync(string title, string provider, params string[] places)
    {
        (_api, _before) = (await ApiClient.OfAsync(studio.Browser), studio.Clips.Operations.All.Count);
        var film = await _api.CallAsync("beginText2Video", body: new JsonObject
        {
            ["idea"] = "Rain",
            ["provider"] = provider,
            ["quality"] = "preview",
            ["sound"] = "clip",
            ["script"] = new JsonObject
            {
                ["title"] = title,
                ["language"] = "en",
                ["scenes"] = new JsonArray([.. places.Select(place => new JsonObject { ["prompt"] = $"Rain on {place}.", ["duration"] = 4 })]),
            },
            ["max_cost"] = 1000,
        });
        _project = (string)(await _api.OverAsync(film))["project"]!;
    }

    private Task<JsonNode> ChangeAsync(int scene, string change) =>
        _api.CallAsync("changeScene", new { project = _project, scene }, new JsonObject { ["change"] = change });

    /// <summary>Films what the project lacks, and counts what the provider was asked for.</summary>
    private async Task FilmedAsync(int operations)
    {
        var over = await _api.OverAsync(await _api.CallAsync("filmProject", new { project = _project }, new JsonObject { ["max_cost"] = 1000 }));
        Assert.Equal("done", (string?)over["stage"]);
        Assert.Equal(operations, Asked);
        var scenes = (await _api.CallAsync("getProject", new { project = _project }))["scenes"]!.AsArray();
        Assert.All(scenes, scene => Assert.Contains(scene!["takes"]!.AsArray(), take => !(bool)take!["stale"]! && (string?)take["state"] == "ready"));
    }

    private Task<JsonNode> SceneAsync(int scene) => _api.CallAsync("getScene", new { project = _project, scene });

    /// <summary>The clip of the take that stands for a scene.</summary>
    private async Task<byte[]> ClipAsync(int scene) =>
        await _api.DownloadAsync("downloadClip", new { project = _project, scene, take = (int)(await SceneAsync(scene))["take"]! });

    /// <summary>Where each scene is, with the numbers of its takes.</summary>
    private async Task<IEnumerable<string>> TakesAsync() =>
        (await _api.CallAsync("getProject", new { project = _project }))["scenes"]!.AsArray().Select(scene =>
            $"{((string)scene!["prompt"]!).Split(" on ")[1].Split('.')[0]}:{string.Join(',', scene["takes"]!.AsArray().Select(take => (int)take!["take"]!))}");
}
