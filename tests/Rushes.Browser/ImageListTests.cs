using Rushes.Integration.EndToEnd;
using Rushes.Integration.Studio;

namespace Rushes.Browser;

/// <summary>The list of films of pictures.</summary>
public sealed class ImageListTests(Chromium chromium, OpenStudio studio) : IClassFixture<OpenStudio>
{
    [Fact]
    public async Task Films_are_added_removed_and_run_one_by_one_or_all()
    {
        var picture = await Darkroom.PlainAsync(studio.Home["beach.png"], "teal");
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "vi", 390);
        visit.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        foreach (var title in new[] { "Một", "Hai", "Ba" })
        {
            await visit.OpenAsync("/new/images");
            await visit.Page.Locator("[name=idea]").FillAsync(title);
            await visit.Page.Locator("[name=images]").SetInputFilesAsync(picture);
            await visit.Page.Locator("[name=duration]").FillAsync("3");
            await visit.Page.Locator("[name=quality]").SelectOptionAsync("preview");
            await visit.ClickAsync("button[value=script]");
            await Assertions.Expect(visit.Page.Locator("tbody a").First).ToHaveTextAsync(title);
        }

        await visit.OpenAsync("/new/images");
        await visit.InspectAsync();
        Assert.Equal(["Ba", "Hai", "Một"], await visit.Page.Locator("tbody a").AllInnerTextsAsync());
        await visit.ClickAsync("button[aria-label='Bỏ \"Hai\"']");
        await Assertions.Expect(visit.Page.Locator("tbody a")).ToHaveTextAsync(["Ba", "Một"]);
        await visit.ClickAsync("form[action='/new/images/run'] button");
        await visit.ClickAsync("tbody tr:last-child a");
        await visit.PlayFilmAsync();
        await visit.OpenAsync("/new/images");
        await visit.ClickAsync("tbody tr:first-child a");
        await visit.PlayFilmAsync();
        await visit.OpenAsync("/new/images");
        await Assertions.Expect(visit.Page.Locator("button[formaction$='/run']")).ToHaveCountAsync(0);
    }
}
