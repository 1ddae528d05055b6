using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rushes.Integration.EndToEnd;
using Rushes.Integration.Studio.Api;

namespace Rushes.Integration.Studio;

/// <summary>The script's room: one scene written anew, and other scripts side by side; by its pages and by its interface for programs.</summary>
public sealed partial class ScriptRoomTests(OpenStudio studio) : IClassFixture<OpenStudio>
{
    [Fact]
    public async Task A_scene_is_written_anew_and_the_film_stays_as_long_as_it_was()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var project = await ScriptAsync(api, "Một chú mèo con lạc mẹ");
        var room = "/films/" + project + "/script";
        var before = await ScenesAsync(api, project);

        Assert.Contains("Viết lại cảnh 2", WebUtility.HtmlDecode(await studio.ReadAsync(room, "vi")), StringComparison.Ordinal);
        using var answer = await studio.PostAsync(room, room + "/2", Form(("do", "rewrite")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await FreeAsync(api, project);
        var after = await ScenesAsync(api, project);
        Assert.Equal([2], Different(before, after));
        Assert.NotEqual((string)before[1]!["prompt"]!, (string)after[1]!["prompt"]!);
        Assert.Equal((double)before[1]!["duration"]!, (double)after[1]!["duration"]!);

        // The same by a program; the key begins it once.
        var work = await api.CallAsync("rewriteScene", new { project, scene = 3 }, key: "anew-3");
        Assert.Equal("done", (string?)(await api.OverAsync(work))["stage"]);
        var again = await ScenesAsync(api, project);
        Assert.Equal([3], Different(after, again));
        Assert.Equal((string?)work["id"], (string?)(await api.CallAsync("rewriteScene", new { project, scene = 3 }, key: "anew-3"))["id"]);
        Assert.Empty(Different(again, await ScenesAsync(api, project)));
    }

    [Fact]
    public async Task What_cannot_be_written_anew_is_refused_in_one_sentence_and_changes_nothing()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var project = await ScriptAsync(api, "A small boat on a wide sea");
        var before = await ScenesAsync(api, project);
        var (missing, problem) = await api.TryAsync("rewriteScene", new { project, scene = 99 });
        Assert.Equal((404, "film.no-scene"), (missing, (string?)problem!["code"]));
        Assert.Equal(400, (await api.TryAsync("rewriteScene", new { project, scene = 1 }, new JsonObject { ["max_cost"] = -1 })).Status);
        using var unsealed = await studio.Browser.PostAsync($"/films/{project}/script/1", Form(("do", "rewrite")));
        Assert.Equal(HttpStatusCode.BadRequest, unsealed.StatusCode);
        Assert.Empty(Different(before, await ScenesAsync(api, project)));

        // Nobody wrote what pictures show.
        var picture = await File.ReadAllBytesAsync(await Darkroom.PlainAsync(studio.Home["teal.png"], "teal"), TestContext.Current.CancellationToken);
        var upload = (string)(await api.UploadAsync("upload", picture, "image/png"))["upload"]!;
        var work = await api.CallAsync("beginImage2Video", body: new JsonObject { ["title"] = "Teal", ["script_only"] = true, ["pictures"] = new JsonArray(new JsonObject { ["upload"] = upload }) });
        project = (string)(await api.OverAsync(work))["project"]!;
        Assert.DoesNotContain("value=\"rewrite\"", await studio.ReadAsync($"/films/{project}/script"), StringComparison.Ordinal);
        Assert.Equal("script.of-pictures", (string?)(await api.TryAsync("rewriteScene", new { project, scene = 1 })).Answer!["code"]);
        Assert.Equal("script.of-pictures", (string?)(await api.TryAsync("listVariants", new { project })).Answer!["code"]);
    }

    [Fact]
    public async Task Variants_are_written_compared_and_taken_whole_and_none_gets_lost()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var project = await ScriptAsync(api, "The last <b>bus</b> driver of Hue");
        var page = $"/films/{project}/variants";
        using var written = await studio.PostAsync(page, page, Form(("count", "2")));
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        await FreeAsync(api, project);

        var variants = (await api.CallAsync("listVariants", new { project })).AsArray();
        Assert.Equal([0, 1, 2], variants.Select(one => (int)one!["variant"]!));
        Assert.Equal(3, variants.Select(one => one!["script"]!["scenes"]!.ToJsonString()).Distinct().Count());
        Assert.All(variants, one => Assert.InRange((double)one!["score"]!, 0.01, 1));
        var html = await studio.ReadAsync(page, "vi");
        Assert.Contains("Phương án 2", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("name=\"scene-1\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>bus</b>", html, StringComparison.Ordinal);

        using var taken = await studio.PostAsync(page, page + "/2/take", Form());
        Assert.EndsWith("/script", taken.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Empty(Different(variants[2]!["script"]!["scenes"]!.AsArray(), await ScenesAsync(api, project)));
        var left = (await api.CallAsync("listVariants", new { project })).AsArray();
        Assert.Equal(
            variants.Select(one => one!["script"]!["scenes"]!.ToJsonString()).Order(StringComparer.Ordinal),
            left.Select(one => one!["script"]!["scenes"]!.ToJsonString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Scenes_of_several_variants_become_one_script_that_is_as_long_as_before()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var project = await ScriptAsync(api, "A clockmaker repairs the town's last clock");
        Assert.Equal("done", (string?)(await api.OverAsync(await api.CallAsync("writeVariants", new { project }, new JsonObject { ["count"] = 2 })))["stage"]);
        var variants = (await api.CallAsync("listVariants", new { project })).AsArray();
        var own = await ScenesAsync(api, project);
        Assert.Equal(own.Count, variants[1]!["script"]!["scenes"]!.AsArray().Count);

        var page = $"/films/{project}/variants";
        await api.CallAsync("noteResults", new { project, variant = 0 }, new JsonObject { ["views"] = 9 });
        using var same = await studio.PostAsync(page, page + "/mix", Form([.. Enumerable.Range(1, own.Count).Select(scene => ($"scene-{scene}", "0"))]));
        Assert.Equal([9, null, null], (await api.CallAsync("listVariants", new { project })).AsArray().Select(one => (int?)one!["results"]?["views"]));

        // What was earned, the script that gives way has earned.
        (string, string)[] choice = [.. Enumerable.Range(1, own.Count).Select(scene => ($"scene-{scene}", scene == 2 ? "1" : "0"))];
        using var mixed = await studio.PostAsync(page, page + "/mix", Form(choice));
        Assert.Equal(HttpStatusCode.Redirect, mixed.StatusCode);
        var mix = await ScenesAsync(api, project);
        Assert.Equal([2], Different(own, mix));
        Assert.Equal((string)variants[1]!["script"]!["scenes"]![1]!["prompt"]!, (string)mix[1]!["prompt"]!);
        Assert.Equal(own.Sum(scene => (double)scene!["duration"]!), mix.Sum(scene => (double)scene!["duration"]!), 6);

        Assert.Equal([null, null, null, 9], (await api.CallAsync("listVariants", new { project })).AsArray().Select(one => (int?)one!["results"]?["views"]));

        var shorter = await api.CallAsync(
            "takeVariant", new { project }, new JsonObject { ["scenes"] = new JsonArray(new JsonObject { ["variant"] = 2, ["scene"] = 3 }, new JsonObject { ["variant"] = 0, ["scene"] = 1 }) });
        Assert.Equal(2, (int)shorter["scenes"]!);
        foreach (var (body, status) in new (JsonObject, int)[]
        {
            (new() { ["variant"] = 77 }, 404),
            (new(), 400),
            (new() { ["variant"] = 1, ["scenes"] = new JsonArray(new JsonObject { ["variant"] = 0, ["scene"] = 1 }) }, 400),
            (new() { ["scenes"] = new JsonArray(new JsonObject { ["variant"] = 0, ["scene"] = 99 }) }, 400),
            (new() { ["scenes"] = new JsonArray() }, 400),
        })
            Assert.Equal(status, (await api.TryAsync("takeVariant", new { project }, body)).Status);
        using var nothing = await studio.PostAsync(page, page + "/mix", Form(("scene-1", "")));
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        Assert.Equal(400, (await api.TryAsync("writeVariants", new { project }, new JsonObject { ["count"] = 5 })).Status);
    }

    [Fact]
    public async Task What_a_variant_really_earned_stands_beside_its_score_and_a_variant_can_go()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var project = await ScriptAsync(api, "Two sisters open a noodle shop");
        await api.OverAsync(await api.CallAsync("writeVariants", new { project }, new JsonObject { ["count"] = 2 }));
        var page = $"/films/{project}/variants";
        using var noted = await studio.PostAsync(page, page + "/1/results", Form(("views", "1200"), ("retention", "61.5"), ("sales", "")));
        Assert.Equal(HttpStatusCode.Redirect, noted.StatusCode);
        await api.CallAsync("noteResults", new { project, variant = 0 }, new JsonObject { ["sales"] = 7 });
        using var wrong = await studio.PostAsync(page, page + "/1/results", Form(("views", "<script>")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(400, (await api.TryAsync("noteResults", new { project, variant = 1 }, new JsonObject { ["retention"] = 1.5 })).Status);

        var variants = (await api.CallAsync("listVariants", new { project })).AsArray();
        Assert.Equal((7, null, 1200L, 0.615), ((int)variants[0]!["results"]!["sales"]!, (long?)variants[0]!["results"]!["views"], (long)variants[1]!["results"]!["views"]!, (double)variants[1]!["results"]!["retention"]!));
        Assert.Contains("1,200", await studio.ReadAsync(page), StringComparison.Ordinal);
        Assert.Contains("1.200", await studio.ReadAsync(page, "vi"), StringComparison.Ordinal);

        using var removed = await studio.PostAsync(page, page + "/1/remove", Form());
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        await api.CallAsync("removeVariant", new { project, variant = 2 });
        Assert.Equal(404, (await api.TryAsync("removeVariant", new { project, variant = 2 })).Status);
        Assert.Single((await api.CallAsync("listVariants", new { project })).AsArray());

        // What was thrown away does not come back under its number.
        await api.OverAsync(await api.CallAsync("writeVariants", new { project }, new JsonObject { ["count"] = 2 }));
        var others = (await api.CallAsync("listVariants", new { project })).AsArray();
        Assert.Equal([0, 3, 4], others.Select(other => (int)other!["variant"]!));
        Assert.DoesNotContain(others, other => variants.Skip(1).Any(gone => JsonNode.DeepEquals(gone!["script"]!["scenes"], other!["script"]!["scenes"])));
    }

    [Fact]
    public async Task A_button_keeps_what_the_form_says_and_an_old_page_writes_over_nothing()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var project = await ScriptAsync(api, "A baker waits for the rain to end");
        var page = $"/films/{project}/script";
        var html = await studio.ReadAsync(page);
        var was = Was().Matches(html)[0].Groups["was"].Value;
        using var moved = await studio.PostAsync(page, page + "/1", Form(("do", "down"), ("was", was), ("prompt", "Steam on a window."), ("duration", "3"), ("intensity", "0")));
        Assert.EndsWith("#scene-2", moved.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal("Steam on a window.", (string)(await ScenesAsync(api, project))[1]!["prompt"]!);

        var scenes = await ScenesAsync(api, project);
        foreach (var todo in new[] { "save", "remove", "up" })
        {
            using var late = await studio.PostAsync(page, page + "/2", Form(("do", todo), ("was", was), ("prompt", "Old words."), ("duration", "3"), ("intensity", "0")));
            Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
            Assert.Contains("Scene 2 was changed in another tab", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.True(JsonNode.DeepEquals(scenes, await ScenesAsync(api, project)));

        using var named = await studio.PostAsync(page, page, Form(("title", "The baker"), ("hook_summary", "Rain"), ("emotional_arc", "up")));
        Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        Assert.Equal("The baker", (string)(await api.CallAsync("getScript", new { project }))["script"]!["title"]!);
        using var nameless = await studio.PostAsync(page, page, Form(("title", " ")));
        Assert.Equal(HttpStatusCode.BadRequest, nameless.StatusCode);
    }

    [Fact]
    public async Task A_scene_that_was_changed_since_it_was_filmed_says_so_until_it_is_filmed_again()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var film = await api.CallAsync("beginText2Video", body: new JsonObject
        {
            ["idea"] = "Rain",
            ["quality"] = "preview",
            ["script"] = JsonNode.Parse("""{"title":"Changed","language":"en","scenes":[{"prompt":"Rain on a street at night.","duration":1},{"prompt":"Snow on a hill.","duration":1}]}"""),
        });
        var project = (string)(await api.OverAsync(film))["project"]!;
        var (room, page) = ($"/films/{project}", $"/films/{project}/script");
        Assert.DoesNotContain("out of date", await studio.ReadAsync(room), StringComparison.Ordinal);

        using var edited = await studio.PostAsync(page, page + "/2", Form(("do", "save"), ("prompt", "Sun on a hill."), ("duration", "1"), ("intensity", "0")));
        Assert.Equal(HttpStatusCode.Redirect, edited.StatusCode);
        var html = await studio.ReadAsync(room);
        Assert.Contains("Changed since they were filmed: 1", html, StringComparison.Ordinal);
        Assert.Contains("film out of date", html, StringComparison.Ordinal);
        Assert.Contains("Film what changed", html, StringComparison.Ordinal);
        Assert.Equal([false, true], await StaleAsync());
        Assert.Contains("out of date", await studio.ReadAsync(room + "/takes/2"), StringComparison.Ordinal);

        await api.OverAsync(await api.CallAsync("filmProject", new { project }, new JsonObject()));
        Assert.Equal([false, true, false], await StaleAsync());
        html = await studio.ReadAsync(room);
        Assert.DoesNotContain("out of date", html, StringComparison.Ordinal);
        Assert.Contains("Cut again", html, StringComparison.Ordinal);

        async Task<IEnumerable<bool>> StaleAsync()
        {
            var scenes = new[] { await api.CallAsync("getScene", new { project, scene = 1 }), await api.CallAsync("getScene", new { project, scene = 2 }) };
            return scenes.SelectMany(scene => scene["takes"]!.AsArray()).Select(take => (bool)take!["stale"]!);
        }
    }

    [Fact]
    public async Task A_picture_goes_with_its_scene()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        using var form = new MultipartFormDataContent { { new StringContent("Colours"), "idea" }, { new StringContent("6"), "duration" }, { new StringContent("One\nTwo\nThree"), "prompts" }, { new StringContent("script"), "then" } };
        Dictionary<string, byte[]> files = [];
        foreach (var colour in new[] { "red", "green", "blue" })
        {
            files[colour] = await File.ReadAllBytesAsync(await Darkroom.PlainAsync(studio.Home[colour + ".png"], colour), TestContext.Current.CancellationToken);
            form.Add(new ByteArrayContent(files[colour]) { Headers = { ContentType = new("image/png") } }, "images", colour + ".png");
        }

        using var begun = await studio.PostAsync("/new/images", "/new/images", form);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var work = await api.OverAsync((await api.CallAsync("listWorks")).AsArray()[0]!);
        var project = (string)work["project"]!;
        var page = $"/films/{project}/script";
        Assert.Equal(["red", "green", "blue"], await ColoursAsync());

        using var moved = await studio.PostAsync(page, page + "/1", Form(("do", "down")));
        Assert.Equal(["green", "red", "blue"], await ColoursAsync());
        using var edited = await studio.PostAsync(page, page + "/3", Form(("do", "up"), ("prompt", "Another"), ("duration", "2"), ("intensity", "0")));
        Assert.Equal(["green", "blue", "red"], await ColoursAsync());
        using var removed = await studio.PostAsync(page, page + "/1", Form(("do", "remove")));
        Assert.Equal(["blue", "red"], await ColoursAsync());
        foreach (var todo in new[] { "split", "merge", "add" })
        {
            using var refused = await studio.PostAsync(page, page + "/1", Form(("do", todo)));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        Assert.Equal(["blue", "red"], await ColoursAsync());

        async Task<List<string>> ColoursAsync()
        {
            List<string> colours = [];
            for (var number = 1; number <= (await ScenesAsync(api, project)).Count; number++)
            {
                var bytes = await studio.Browser.GetByteArrayAsync($"/media/{project}/images/{number}", TestContext.Current.CancellationToken);
                colours.Add(files.Single(file => file.Value.SequenceEqual(bytes)).Key);
            }

            return colours;
        }
    }

    [GeneratedRegex(@"name=""was"" value=""(?<was>[0-9a-f]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Was();

    private static async Task<string> ScriptAsync(ApiClient api, string idea)
    {
        var work = await api.CallAsync("beginText2Video", body: new JsonObject { ["idea"] = idea, ["duration"] = 24, ["script_only"] = true });
        return (string)(await api.OverAsync(work))["project"]!;
    }

    private static async Task<JsonArray> ScenesAsync(ApiClient api, string project) => (await api.CallAsync("getScript", new { project }))["script"]!["scenes"]!.AsArray();

    /// <summary>Numbers of the scenes that differ.</summary>
    private static IEnumerable<int> Different(JsonArray before, JsonArray after)
    {
        Assert.Equal(before.Count, after.Count);
        return before.Zip(after).Index().Where(pair => !JsonNode.DeepEquals(pair.Item.First, pair.Item.Second)).Select(pair => pair.Index + 1);
    }

    /// <summary>Waits until nobody works on the project.</summary>
    private static async Task FreeAsync(ApiClient api, string project)
    {
        foreach (var work in (await api.CallAsync("listWorks")).AsArray().Where(work => (string?)work!["project"] == project))
            Assert.Equal("done", (string?)(await api.OverAsync(work!))["stage"]);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
