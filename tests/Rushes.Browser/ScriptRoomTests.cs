using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rushes.Integration.EndToEnd;
using Rushes.Integration.Studio;

namespace Rushes.Browser;

/// <summary>The script's room as people use it: a scene is written anew, variants are written and compared, and one is taken.</summary>
public sealed class ScriptRoomTests(Chromium chromium, OpenStudio studio) : IClassFixture<OpenStudio>
{
    [Fact]
    public async Task A_scene_is_written_anew_and_a_variant_is_picked()
    {
        var project = await ScriptAsync();
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "vi", 390);
        await visit.OpenAsync($"/films/{project}/script");
        var second = visit.Page.Locator("#scene-2 [name=prompt]");
        var before = await second.InputValueAsync();
        var total = await visit.Page.Locator(".panel > .timecode").InnerTextAsync();

        // What is typed counts at once, and for nothing until it is saved.
        await visit.Page.Locator("#scene-1 [name=duration]").FillAsync("99");
        await Assertions.Expect(visit.Page.Locator(".panel > .timecode")).Not.ToHaveTextAsync(total);

        // By the keyboard alone.
        await visit.Page.Locator("#scene-2 button[value=rewrite]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(second).Not.ToHaveValueAsync(before);
        await Assertions.Expect(visit.Page.Locator(".panel > .timecode")).ToHaveTextAsync(total);
        await visit.InspectAsync();

        await visit.ClickAsync("a[href$='/variants']");
        await visit.Page.Locator("[name=count]").SelectOptionAsync("2");
        await visit.ClickAsync("form[action$='/variants'] button");
        await visit.Page.Locator("#variant-2").WaitForAsync();
        await visit.InspectAsync();
        var taken = await visit.Page.Locator("#variant-2").InnerTextAsync();

        await visit.Page.Locator("[name=scene-1][value='1']").CheckAsync();
        await visit.ClickAsync("form.mix button");
        await visit.Page.WaitForURLAsync("**/script");
        await visit.ClickAsync("a[href$='/variants']");
        await visit.ClickAsync("form[action$='/2/take'] button.action");
        await visit.Page.WaitForURLAsync("**/script");
        Assert.Equal(taken, await visit.Page.Locator("h1").InnerTextAsync());
    }

    private async Task<string> ScriptAsync()
    {
        using var begun = await studio.Browser.PostAsJsonAsync("/api/v1/films/text2video", new { idea = "A lighthouse keeper finds a letter to himself", duration = 16, script_only = true });
        var work = (string)(await begun.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
        await Waiting.ForAsync(async () => (bool)(await studio.Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["over"]!);
        return (string)(await studio.Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["project"]!;
    }
}
