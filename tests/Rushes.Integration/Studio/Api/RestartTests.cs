using System.Text.Json.Nodes;

namespace Rushes.Integration.Studio.Api;

/// <summary>A studio that closes in the middle of a film.</summary>
public sealed class RestartTests(OpenStudio studio) : IClassFixture<OpenStudio>
{
    [Fact]
    public async Task What_was_filmed_when_the_studio_closed_goes_on_by_itself_and_its_events_without_a_gap()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var project = await FilmingAsync(api, "A lighthouse keeper counts the ships");
        await studio.ReopenAsync();

        api = await ApiClient.OfAsync(studio.Browser);
        var events = (await api.StreamAsync("watchProject", new { project }, "?until_idle=true")).Where(one => one.Kind == "event").ToList();
        Assert.Equal(Enumerable.Range(1, events.Count).Select(number => (long)number), events.Select(one => (long)one.Data["sequence"]!));
        Assert.DoesNotContain(events, one => (string?)one.Data["event"]!["event"] == "run-paused");
        var sheet = await api.CallAsync("getProject", new { project });
        Assert.NotNull(sheet["film"]);
        Assert.All(sheet["scenes"]!.AsArray(), scene => Assert.Single(scene!["takes"]!.AsArray()));
    }

    [Fact]
    public async Task What_the_user_paused_stays_paused()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var project = await FilmingAsync(api, "A baker waits for the bread");
        var stopped = await api.CallAsync("stopProject", new { project });
        Assert.Equal("paused", (string?)stopped["run"]!["state"]);
        await studio.ReopenAsync();

        api = await ApiClient.OfAsync(studio.Browser);
        Assert.DoesNotContain((await api.CallAsync("listWorks")).AsArray(), work => (string?)work!["project"] == project);
        Assert.Equal("paused", (string?)(await api.CallAsync("getProject", new { project }))["run"]!["state"]);
        Assert.Equal("done", (string?)(await api.OverAsync(await api.CallAsync("resumeProject", new { project })))["stage"]);
    }

    [Fact]
    public async Task How_a_work_ended_is_still_known()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var written = await api.OverAsync(await api.CallAsync("beginText2Video", body: new JsonObject { ["idea"] = "A tailor mends a sail", ["duration"] = 9, ["script_only"] = true }));
        var project = (string)written["project"]!;
        var rewritten = await api.OverAsync(await api.CallAsync("rewriteScene", new { project, scene = 1 }));
        var filming = await api.CallAsync("filmProject", new { project });
        await api.CallAsync("stopProject", new { project }, new JsonObject { ["cancel"] = true });
        var cancelled = await api.OverAsync(filming);
        Assert.Equal(("done", "done", "cancelled"), ((string?)written["stage"], (string?)rewritten["stage"], (string?)cancelled["stage"]));
        await studio.ReopenAsync();

        api = await ApiClient.OfAsync(studio.Browser);
        foreach (var before in new[] { written, rewritten, cancelled })
        {
            var now = await api.CallAsync("getWork", new { id = (string)before["id"]! });
            Assert.Equal(((string?)before["stage"], (string?)before["project"]), ((string?)now["stage"], (string?)now["project"]));
        }
    }

    /// <summary>Begins a film and waits until its run is filmed.</summary>
    private static async Task<string> FilmingAsync(ApiClient api, string idea)
    {
        var work = await api.CallAsync("beginText2Video", body: new JsonObject { ["idea"] = idea, ["duration"] = 9, ["quality"] = "preview", ["captions"] = "none" });
        for (var look = 0; look < 1200; look++)
        {
            var now = await api.CallAsync("getWork", new { id = (string)work["id"]! });
            Assert.False((bool)now["over"]!, now.ToJsonString());
            if ((string?)now["project"] is { } project && (string?)(await api.CallAsync("getProject", new { project }))["run"]?["state"] == "filming")
                return project;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The film was never shot.");
    }
}
