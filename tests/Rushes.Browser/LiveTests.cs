using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rushes.Integration.EndToEnd;
using Rushes.Integration.Studio;

namespace Rushes.Browser;

/// <summary>Pages that show the state of more than one film.</summary>
public sealed class LiveTests(Chromium chromium, OpenStudio studio) : IClassFixture<OpenStudio>
{
    [Fact]
    public async Task What_is_filmed_appears_on_pages_that_are_open_and_a_studio_that_is_gone_is_told()
    {
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "en", 1440);
        await visit.OpenAsync("/history");
        var before = await visit.Page.Locator("tbody tr").CountAsync();
        await using var wall = await chromium.VisitAsync(studio.Browser.BaseAddress!, "vi", 390);
        await wall.OpenAsync("/");
        await FilmAsync();
        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(before + 1);
        await Assertions.Expect(visit.Page.Locator("tbody tr").First).ToContainTextAsync("1 / 1");
        await visit.InspectAsync();
        await Assertions.Expect(wall.Page.Locator("#wall .facts").First).ToHaveTextAsync("Đã có phim");
        await Assertions.Expect(wall.Page.Locator("#wall img").First).ToBeVisibleAsync();
        await wall.InspectAsync();

        Assert.False(await visit.Page.EvaluateAsync<bool>("document.body.classList.contains('away')"));
        await studio.ReopenAsync();
        await Assertions.Expect(visit.Page.Locator("body.away")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Scenes_that_are_moved_in_another_tab_change_places_on_the_shoot_s_page_with_their_pictures()
    {
        var work = await FilmAsync("a street at night", "a hill by day");
        await Waiting.ForAsync(async () => (bool)(await studio.Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["over"]!);
        var project = (string)(await studio.Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["project"]!;
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "en", 1440);
        await visit.OpenAsync("/films/" + project);
        await Assertions.Expect(visit.Page.Locator("#scene-1")).ToContainTextAsync("street");
        var (street, hill) = (await PictureAsync(1), await PictureAsync(2));
        await visit.Page.EvaluateAsync("window.here = true");

        using var moved = await studio.Browser.PostAsJsonAsync($"/api/v1/projects/{project}/script/scenes/1/changes", new { change = "down" });
        Assert.True(moved.IsSuccessStatusCode, await moved.Content.ReadAsStringAsync());
        await Assertions.Expect(visit.Page.Locator("#scene-2")).ToContainTextAsync("street");
        await Assertions.Expect(visit.Page.Locator("#scene-1")).ToContainTextAsync("hill");
        Assert.Equal((hill.Split("?v=")[1], street.Split("?v=")[1]), ((await PictureAsync(1)).Split("?v=")[1], (await PictureAsync(2)).Split("?v=")[1]));
        using var removed = await studio.Browser.PostAsJsonAsync($"/api/v1/projects/{project}/script/scenes/1/changes", new { change = "remove" });
        await Assertions.Expect(visit.Page.Locator(".scene")).ToHaveCountAsync(1);
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.here"));
        await visit.InspectAsync();

        async Task<string> PictureAsync(int scene) => (await visit.Page.Locator($"#scene-{scene} img").GetAttributeAsync("src"))!;
    }

    /// <summary>A browser keeps six connections to a studio: with a seventh tab that held one, nothing would be answered any more.</summary>
    [Fact]
    public async Task A_tab_that_nobody_looks_at_lets_go_of_its_stream_and_is_up_to_date_when_somebody_does()
    {
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "en", 1440);
        await visit.Page.Clock.InstallAsync();
        await visit.OpenAsync("/history");
        var before = await visit.Page.Locator("tbody tr").CountAsync();
        await LookAsync(visit.Page, hidden: true);
        await visit.Page.Clock.FastForwardAsync(6000);
        var work = await FilmAsync();
        await Waiting.ForAsync(async () => (bool)(await studio.Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["over"]!);
        Assert.Equal(before, await visit.Page.Locator("tbody tr").CountAsync());

        await LookAsync(visit.Page, hidden: false);
        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(before + 1);
        await Assertions.Expect(visit.Page.Locator("tbody tr").First).ToContainTextAsync("1 / 1");
        await visit.InspectAsync();
    }

    /// <summary>Turns to the tab or away from it, as its page sees it.</summary>
    private static Task LookAsync(IPage page, bool hidden) => page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }", hidden);

    private Task<string> FilmAsync() => FilmAsync("a street at night");

    /// <summary>Begins a film of a second a place.</summary>
    /// <returns>The work's id.</returns>
    private async Task<string> FilmAsync(params string[] places)
    {
        using var begun = await studio.Browser.PostAsJsonAsync("/api/v1/films/text2video", new
        {
            idea = "Rain",
            quality = "preview",
            script = new { title = "Rain", language = "en", scenes = places.Select(place => new { prompt = $"Rain on {place}.", duration = 1 }) },
        });
        Assert.True(begun.IsSuccessStatusCode, await begun.Content.ReadAsStringAsync());
        return (string)(await begun.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }
}
