using Rushes.Integration.EndToEnd;
using Rushes.Integration.Studio;

namespace Rushes.Browser;

/// <summary>The three workflows, from their form to a film that plays in the page, and through the pages of its room.</summary>
public sealed class WorkflowTests(Chromium chromium, OpenStudio studio) : IClassFixture<OpenStudio>
{
    [Theory]
    [InlineData("en", 1440)]
    [InlineData("vi", 390)]
    public async Task An_idea_becomes_a_film(string language, int width)
    {
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, language, width);
        await visit.OpenAsync("/new/text");
        await visit.Page.Locator("[name=idea]").FillAsync(language == "vi" ? "Người gác hải đăng đếm những con tàu" : "A lighthouse keeper counts the ships");
        await FilmAndLookAsync(visit, "3");
    }

    [Theory]
    [InlineData("vi", 390)]
    public async Task Pictures_become_a_film_and_which_prompt_belongs_to_which_is_shown_before(string language, int width)
    {
        string[] pictures = [await Darkroom.BusyAsync(studio.Home[$"market-{language}.jpg"]), await Darkroom.PlainAsync(studio.Home[$"beach-{language}.png"], "teal")];
        string[] prompts = language == "vi" ? ["Máy quay tiến chậm vào khu chợ", "Sóng vỗ vào bờ"] : ["Slow push-in on the market", "Waves roll in"];
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, language, width);
        await visit.OpenAsync("/new/images");
        await visit.Page.Locator("[name=images]").SetInputFilesAsync(pictures);
        await visit.Page.Locator("[name=prompts]").FillAsync(string.Join('\n', prompts));
        await Assertions.Expect(visit.Page.Locator("#pairs li")).ToHaveTextAsync(pictures.Zip(prompts, (picture, prompt) => $"{Path.GetFileName(picture)} — {prompt}"));

        // A prompt that names a picture goes to it, and one that names none is told before anything is sent.
        await visit.Page.Locator("[name=prompts]").FillAsync($"{Path.GetFileName(pictures[1])}: {prompts[1]}\n{prompts[0]}");
        await Assertions.Expect(visit.Page.Locator("#pairs li")).ToHaveTextAsync(pictures.Zip(prompts, (picture, prompt) => $"{Path.GetFileName(picture)} — {prompt}"));
        await visit.Page.Locator("[name=prompts]").FillAsync("nobody.jpg: rain");
        await Assertions.Expect(visit.Page.Locator("#pairing-mistake")).ToContainTextAsync("nobody.jpg");
        await visit.Page.Locator("[name=prompts]").FillAsync(string.Join('\n', prompts));
        await Assertions.Expect(visit.Page.Locator("#pairing-mistake")).ToBeHiddenAsync();
        await FilmAndLookAsync(visit, "4");
    }

    [Theory]
    [InlineData("en", 1440)]
    public async Task A_product_becomes_a_film_with_posts_to_copy(string language, int width)
    {
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, language, width);
        await visit.OpenAsync("/new/sales");
        await visit.Page.Locator("[name=name]").FillAsync(language == "vi" ? "Bình giữ nhiệt Sao Mai" : "Morning Star flask");
        await visit.Page.Locator("[name=images]").SetInputFilesAsync(await Darkroom.PlainAsync(studio.Home[$"flask-{language}.jpg"], "orange"));
        await visit.Page.Locator("[name=price]").FillAsync("249.000đ");
        await FilmAndLookAsync(visit, "6");

        var copy = visit.Page.Locator("button[data-copy]").First;
        var done = await copy.GetAttributeAsync("data-done");
        await copy.ClickAsync();
        await Assertions.Expect(copy).ToHaveTextAsync(done!);
        Assert.Equal(3, await visit.Page.Locator(".post").CountAsync());
    }

    /// <summary>Sends off the form that is filled in, as small and short a film as it allows, plays it, and ends at the last page of its room.</summary>
    private static async Task FilmAndLookAsync(Visit visit, string seconds)
    {
        await visit.Page.Locator("[name=duration]").FillAsync(seconds);
        await visit.Page.Locator("[name=quality]").SelectOptionAsync("preview");
        await visit.InspectAsync();
        await visit.ClickAsync("button.action");
        Assert.InRange(await visit.PlayFilmAsync(), 2, 30);
        await visit.InspectAsync();
        foreach (var phase in new[] { "brief", "script", "takes/1", "cut" })
        {
            await visit.ClickAsync($".phases a[href$='/{phase}']");
            await visit.ArriveAsync($"/{phase}");
            await visit.InspectAsync();
        }
    }
}
