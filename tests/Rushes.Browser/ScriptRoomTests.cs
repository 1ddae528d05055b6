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

        // What is typed counts at once, and is kept whatever is pressed next.
        await visit.Page.Locator("#scene-1 [name=duration]").FillAsync("9");
        await Assertions.Expect(visit.Page.Locator(".panel > .timecode")).Not.ToHaveTextAsync(total);

        // By the keyboard alone.
        await visit.Page.Locator("#scene-2 button[value=rewrite]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(second).Not.ToHaveValueAsync(before);
        await Assertions.Expect(visit.Page.Locator("#scene-1 [name=duration]")).ToHaveValueAsync("9");
        await Assertions.Expect(visit.Page.Locator(".panel > .timecode")).Not.ToHaveTextAsync(total);
        await visit.InspectAsync();

        await visit.ClickAsync("a[href$='/variants']");
        await visit.Page.Locator("[name=count]").SelectOptionAsync("2");
        await visit.ClickAsync("form[action$='/variants'] button");
        await visit.Page.Locator("#variant-2").WaitForAsync();
        await visit.InspectAsync();
        var taken = await visit.Page.Locator("#variant-2").InnerTextAsync();

        await visit.Page.Locator("[name=scene-1][value='1']").CheckAsync();
        await visit.ClickAsync("form.mix button");
        await visit.ArriveAsync("/script");
        await visit.ClickAsync("a[href$='/variants']");
        await visit.ClickAsync("form[action$='/2/take'] button.action");
        await visit.ArriveAsync("/script");
        Assert.Equal(taken, await visit.Page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task What_was_typed_is_kept_when_another_scene_is_saved_the_page_is_left_or_another_tab_was_quicker()
    {
        var project = await ScriptAsync();
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "en", 1440);
        await visit.OpenAsync($"/films/{project}/script");
        await visit.Page.Locator("#scene-1 [name=location]").FillAsync("A lamp room");
        await visit.Page.Locator("form.about [name=title]").FillAsync("The last lamp");
        await visit.Page.Locator("#scene-2 [name=location]").FillAsync("A stair");
        await visit.ClickAsync("#scene-2 button.action");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("The last lamp");
        await Assertions.Expect(visit.Page.Locator("#scene-1 [name=location]")).ToHaveValueAsync("A lamp room");
        await Assertions.Expect(visit.Page.Locator("#scene-2 [name=location]")).ToHaveValueAsync("A stair");

        await visit.Page.Locator("#scene-2 [name=camera_shot]").FillAsync("close-up");
        await visit.ClickAsync("#phase-brief");
        await visit.ArriveAsync("/brief");
        await visit.OpenAsync($"/films/{project}/script");
        await Assertions.Expect(visit.Page.Locator("#scene-2 [name=camera_shot]")).ToHaveValueAsync("close-up");

        // Meanwhile the scene became another one: it is not written over.
        await visit.Page.Locator("#scene-1 [name=prompt]").FillAsync("An old tab's words.");
        using var other = await studio.PostAsync($"/films/{project}/script", $"/films/{project}/script/1", new FormUrlEncodedContent([new("do", "down")]));
        await visit.ClickAsync("#scene-2 button.action");
        await Assertions.Expect(visit.Page.Locator("#toast")).ToContainTextAsync("Scene 1 was changed in another tab");
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.Locator("#scene-2 [name=location]")).ToHaveValueAsync("A lamp room");
    }

    private async Task<string> ScriptAsync()
    {
        using var begun = await studio.Browser.PostAsJsonAsync("/api/v1/films/text2video", new { idea = "A lighthouse keeper finds a letter to himself", duration = 16, script_only = true });
        var work = (string)(await begun.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
        await Waiting.ForAsync(async () => (bool)(await studio.Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["over"]!);
        return (string)(await studio.Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["project"]!;
    }
}
