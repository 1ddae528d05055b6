using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rushes.Integration.EndToEnd;

namespace Rushes.Browser;

/// <summary>Thirty scenes on three accounts, of which one is throttled and one fails: what the lanes show is what happened, whatever happens to the studio.</summary>
public sealed class LanesTests(Chromium chromium, StudioAtWork studio) : IClassFixture<StudioAtWork>
{
    private const int Scenes = 30;

    private const string Blocks = """
        [...document.querySelectorAll('.lane')].flatMap(lane => [...lane.querySelectorAll('.block')].map(block =>
          `${lane.dataset.account} scene ${block.dataset.scene} take ${block.dataset.take} attempt ${block.dataset.attempt} ${block.dataset.state}`))
        """;

    /// <summary>Lanes that say another number in flight than they show, and rows in which two blocks are in work.</summary>
    private const string Lies = """
        [...document.querySelectorAll('.lane')].flatMap(lane => {
          const open = [...lane.querySelectorAll('.block[data-open]')];
          const said = Number(lane.querySelector('.who').dataset.flight);
          const flying = open.filter(block => block.dataset.state !== 'downloading').length;
          const rows = new Set(open.map(block => block.dataset.row)).size;
          return said === flying && rows === open.length ? [] : [`${lane.innerText}: ${said} said, ${flying} in flight, ${open.length} open in ${rows} rows`];
        })
        """;

    [Fact]
    public async Task Lanes_show_what_happened_also_after_a_reload_and_after_the_studio_was_killed()
    {
        studio.Provider.Faults.Add("flow-b", "429:1*4");
        studio.Provider.Faults.Add("flow-c", "failed*always");
        var project = await studio.FilmAsync(Scenes);
        await using var log = new EventLog(studio.Api, project);
        await using var visit = await chromium.VisitAsync(studio.Address, "en", 1440);

        // Posters are another test's: thirty of them are as much work as the clips.
        await visit.Page.RouteAsync("**/media/**/*.jpg", route => route.AbortAsync());
        await visit.OpenAsync("/films/" + project);
        foreach (var ready in new[] { 1, 4, 8 })
            await TrueAsync(visit, log, ready);

        await visit.Page.ReloadAsync();
        await TrueAsync(visit, log, 9);

        await studio.KillAsync();
        await studio.StartAsync();
        foreach (var ready in new[] { 12, 20, Scenes })
            await TrueAsync(visit, log, ready);

        // What was being submitted when the studio was killed, one take an account at most, is unknown, and said to be.
        var unknown = await visit.Page.Locator(".block.is-unknown").CountAsync();
        Assert.InRange(unknown, 0, 3);
        if (unknown == 0)
            await visit.Page.Locator("#room-film video").WaitForAsync();
        Assert.Equal(Scenes - unknown, await visit.Page.Locator(".scene.is-ready").CountAsync());
        Assert.Equal(
            Enumerable.Range(1, Scenes).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            (await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.block.is-ready, .block.is-unknown')].map(block => block.dataset.scene)")).OrderBy(int.Parse));
        var sheet = await studio.Api.GetFromJsonAsync<JsonObject>("api/v1/projects/" + project);
        var states = sheet!["scenes"]!.AsArray().Select(scene => (string?)Assert.Single(scene!["takes"]!.AsArray())!["state"]).CountBy(state => state!).ToDictionary();
        Assert.Equal((Scenes - unknown, unknown), (states["ready"], states.GetValueOrDefault("unknown")));
        await visit.Page.ReloadAsync();
        await TrueAsync(visit, log, Scenes);
    }

    /// <summary>Waits until the page shows so many scenes ready, or unknown, and all that the log knows now; whatever it shows until then must have been so, too.</summary>
    private static async Task TrueAsync(Visit visit, EventLog log, int ready)
    {
        await visit.Page.WaitForFunctionAsync("ready => document.querySelectorAll('.block.is-ready, .block.is-unknown').length >= ready", ready, new() { PollingInterval = 200 });
        var known = log.Count;
        int? after = null;
        do
        {
            var look = EventLog.Look(await visit.Page.EvaluateAsync<string[]>(Blocks));
            Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Lies));
            await Waiting.ForAsync(() => (after = log.After(look)) is not null);
        }
        while (after < known);
    }
}
