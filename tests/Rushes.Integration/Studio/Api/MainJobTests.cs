using System.Text;
using System.Text.Json.Nodes;
using Rushes.Integration.EndToEnd;

namespace Rushes.Integration.Studio.Api;

/// <summary>The whole of the main job by a client that has nothing but the OpenAPI document.</summary>
public sealed class MainJobTests : OpenStudio
{
    [Fact]
    public async Task An_idea_becomes_a_film_that_can_be_downloaded()
    {
        var api = await ApiClient.OfAsync(Browser);
        var wish = new JsonObject { ["idea"] = "A small boat on a wide sea", ["duration"] = 3, ["quality"] = "preview", ["captions"] = "none" };
        var plan = await api.CallAsync("estimateText2Video", body: wish);
        Assert.True((bool)plan["cost"]!["free"]!);
        Assert.Empty((await api.CallAsync("listProjects")).AsArray());

        // The script first; then it is looked at and changed; then it is filmed.
        var written = await api.OverAsync(await api.CallAsync("beginText2Video", body: With(wish, ("script", plan["script"]!.DeepClone()), ("script_only", true))));
        var project = (string)written["project"]!;
        var script = await api.CallAsync("getScript", new { project });
        Assert.True(JsonNode.DeepEquals(plan["script"], script["script"]), "the script that was planned is the one that was begun");
        Assert.NotEmpty(api.Document.Faults(api.Document["putScript"].Request, new JsonObject { ["scenes"] = new JsonArray(new JsonObject { ["prompt"] = 1 }) }, "script"));
        await api.CallAsync("editScene", new { project, scene = 1 }, new JsonObject { ["emotion"] = "calm" });
        Assert.Equal("calm", (string?)(await api.CallAsync("getScript", new { project }))["script"]!["scenes"]![0]!["emotion"]);

        var filmed = await api.OverAsync(await api.CallAsync("filmProject", new { project }));
        Assert.Equal("done", (string?)filmed["stage"]);
        var sheet = await api.CallAsync("getProject", new { project });
        var scenes = sheet["scenes"]!.AsArray();
        Assert.All(scenes, scene => Assert.Equal("ready", (string?)scene!["state"]));
        Assert.Equal(Enumerable.Range(1, scenes.Count), scenes.Select(scene => (int)scene!["scene"]!));

        await api.CallAsync("pickTake", new { project, scene = 1 }, new JsonObject { ["take"] = 1 });
        var cut = await api.OverAsync(await api.CallAsync("cutProject", new { project }));
        Assert.Equal("done", (string?)cut["stage"]);
        Assert.True(IsFilm(await api.DownloadAsync("downloadFile", new { project, file = "film.mp4" })));
        Assert.True(IsFilm(await api.DownloadAsync("downloadClip", new { project, scene = 1, take = 1 })));

        await TellsEverythingAsync(api, project);
        await api.CallAsync("removeProject", new { project });
        Assert.Equal(404, (await api.TryAsync("getProject", new { project })).Status);
    }

    [Fact]
    public async Task Pictures_and_a_product_become_scripts_with_what_was_uploaded()
    {
        var api = await ApiClient.OfAsync(Browser);
        var picture = await File.ReadAllBytesAsync(await Darkroom.PlainAsync(Home["red.png"], "red"), TestContext.Current.CancellationToken);
        var upload = (string)(await api.UploadAsync("upload", picture, "image/png"))["upload"]!;
        var pictures = await api.OverAsync(await api.CallAsync("beginImage2Video", body: new JsonObject
        {
            ["title"] = "Red",
            ["script_only"] = true,
            ["pictures"] = new JsonArray(new JsonObject { ["upload"] = upload, ["prompt"] = "the red deepens" }),
        }));
        Assert.Equal("done", (string?)pictures["stage"]);
        var product = await api.OverAsync(await api.CallAsync("beginSalesVideo", body: new JsonObject
        {
            ["script_only"] = true,
            ["duration"] = 12,
            ["product"] = new JsonObject { ["name"] = "Bình giữ nhiệt", ["price"] = "249.000đ", ["images"] = new JsonArray(upload) },
        }));
        Assert.Equal("done", (string?)product["stage"]);
        var script = await api.CallAsync("getScript", new { project = (string)product["project"]! });
        Assert.Equal("sales", (string?)script["script"]!["kind"]);
    }

    /// <summary>The stream has every event of the run in order, and goes on after the one that is named.</summary>
    private static async Task TellsEverythingAsync(ApiClient api, string project)
    {
        var all = (await api.StreamAsync("watchProject", new { project }, "?until_idle=true")).Where(one => one.Kind == "event").ToList();
        Assert.Equal(Enumerable.Range(1, all.Count).Select(number => (long)number), all.Select(one => (long)one.Data["sequence"]!));
        Assert.Contains(all, one => (string?)one.Data["event"]!["event"] == "take-ready");
        Assert.Contains(all, one => (string?)one.Data["event"]!["event"] == "run-finished");
        Assert.All(all, one => Assert.NotEmpty((string)one.Data["text"]!));
        var middle = all[all.Count / 2];
        var rest = (await api.StreamAsync("watchProject", new { project }, "?until_idle=true", middle.Id)).Where(one => one.Kind == "event").ToList();
        Assert.Equal(all.SkipWhile(one => one.Id != middle.Id).Skip(1).Select(one => one.Id), rest.Select(one => one.Id));
    }

    private static bool IsFilm(byte[] content) => Encoding.ASCII.GetString(content, 4, 4) == "ftyp";

    private static JsonObject With(JsonObject wish, params (string Name, JsonNode? Value)[] more)
    {
        var whole = wish.DeepClone().AsObject();
        foreach (var (name, value) in more)
            whole[name] = value;
        return whole;
    }
}
