using System.Net.Http.Json;
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
        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(0);
        await using var wall = await chromium.VisitAsync(studio.Browser.BaseAddress!, "vi", 390);
        await wall.OpenAsync("/");
        using var begun = await studio.Browser.PostAsJsonAsync("/api/v1/films/text2video", new
        {
            idea = "Rain",
            quality = "preview",
            script = new { title = "Rain", language = "en", scenes = new[] { new { prompt = "Rain on a street at night.", duration = 1 } } },
        });
        Assert.True(begun.IsSuccessStatusCode, await begun.Content.ReadAsStringAsync());
        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToContainTextAsync("1 / 1");
        await visit.InspectAsync();
        await Assertions.Expect(wall.Page.Locator("#wall .facts")).ToHaveTextAsync("Đã có phim");
        await Assertions.Expect(wall.Page.Locator("#wall img")).ToHaveCountAsync(1);
        await wall.InspectAsync();

        Assert.False(await visit.Page.EvaluateAsync<bool>("document.body.classList.contains('away')"));
        await studio.ReopenAsync();
        await Assertions.Expect(visit.Page.Locator("body.away")).ToHaveCountAsync(1);
    }
}
