using Rushes.Integration.Studio;

namespace Rushes.Browser;

/// <summary>The pages of a studio in which nothing has happened yet.</summary>
public sealed class PageTests(Chromium chromium, OpenStudio studio) : IClassFixture<OpenStudio>
{
    private static readonly string[] Addresses = ["/", "/new/text", "/new/images", "/new/sales", "/accounts", "/library", "/library/templates/three-act", "/history", "/machine"];

    public static MatrixTheoryData<string, string> Pages => new(Addresses, ["en", "vi"]);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_fits_its_window_and_reads_well_for_everybody(string page, string language)
    {
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, language, language == "en" ? 1440 : 390);
        await visit.OpenAsync(page);
        await visit.InspectAsync();
    }

    [Fact]
    public async Task The_language_changes_at_once_and_stays()
    {
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "en", 390);
        await visit.OpenAsync("/accounts");
        await visit.ClickAsync("button[value=vi]");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        await visit.OpenAsync("/");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
    }

    [Fact]
    public async Task Voices_are_heard_in_the_library_and_beside_the_field_that_names_one()
    {
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "vi", 390);
        await visit.OpenAsync("/library");
        var heard = await visit.Page.RunAndWaitForResponseAsync(() => visit.ClickAsync("#speakers [data-voice='espeak-ng:vi+f3']"), answer => answer.Request.ResourceType == "media");
        Assert.Contains("name=espeak-ng%3Avi%2Bf3", heard.Url, StringComparison.Ordinal);
        Assert.True(heard.Ok);

        await visit.OpenAsync("/new/text");
        await visit.Page.Locator("details").EvaluateAllAsync<object?>("parts => parts.forEach(part => { part.open = true; })");
        await visit.ClickAsync(".heard .hear");
        await Assertions.Expect(visit.Page.Locator("#toast")).ToContainTextAsync("Hãy chọn giọng trước");
        await visit.Page.Locator("[name=voice]").FillAsync("espeak-ng:en-us+m3");
        await visit.Page.RunAndWaitForResponseAsync(() => visit.ClickAsync(".heard .hear"), answer => answer.Request.ResourceType == "media" && answer.Ok);
        await visit.InspectAsync();
    }

    [Fact]
    public async Task A_film_that_cannot_be_made_says_so_on_its_page()
    {
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "vi", 390);
        await visit.OpenAsync("/new/text");
        await visit.Page.Locator("[name=idea]").FillAsync("Một con mèo");
        await visit.Page.Locator("[name=provider]").SelectOptionAsync("fal");
        await visit.ClickAsync("button.action");
        await visit.Page.Locator("#making .notice.bad").WaitForAsync();
        await visit.InspectAsync();
    }
}
