namespace Rushes.Browser;

/// <summary>A room while accounts film.</summary>
public sealed class FilmingTests(Chromium chromium, ThreeAccounts studio) : IClassFixture<ThreeAccounts>
{
    [Fact]
    public async Task Lanes_tell_who_films_who_rests_and_what_is_ready_also_after_a_reload_and_on_a_phone()
    {
        await studio.AddAccountsAsync();
        await using var desk = await chromium.VisitAsync(studio.Browser.BaseAddress!, "en", 1440);
        await ThreeAccounts.FilmAsync(desk, "A postman crosses the mountain in snow", "48");
        var ready = await ThreeAccounts.Lane(desk, "flow-a").Locator(".block.is-ready").CountAsync();
        Assert.Equal(await desk.Page.Locator(".scene.is-ready").CountAsync(), ready);
        await desk.InspectAsync();

        await desk.Page.ReloadAsync();
        await ThreeAccounts.LastsAsync(desk);
        await Assertions.Expect(ThreeAccounts.Lane(desk, "flow-a").Locator(".block.is-ready")).ToHaveCountAsync(ready);
        await desk.InspectAsync();

        await using var phone = await chromium.VisitAsync(studio.Browser.BaseAddress!, "vi", 390);
        foreach (var page in new[] { new Uri(desk.Page.Url).AbsolutePath, "/accounts", "/history", "/" })
        {
            await phone.OpenAsync(page);
            await phone.InspectAsync();
        }

        // On the wall, which is open last, a scene that is ready stands for the film, whether or not it is the first.
        await Assertions.Expect(phone.Page.Locator(".poster img")).ToHaveJSPropertyAsync("naturalWidth", 360);
    }
}
