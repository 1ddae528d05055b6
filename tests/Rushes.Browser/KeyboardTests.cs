using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rushes.Integration.EndToEnd;
using Rushes.Integration.Studio;

namespace Rushes.Browser;

/// <summary>The studio by the keyboard alone.</summary>
public sealed class KeyboardTests(Chromium chromium, OpenStudio studio) : IClassFixture<OpenStudio>
{
    private static readonly string[] Empty = ["/", "/new/text", "/new/images", "/new/sales", "/accounts", "/library", "/library/templates/three-act", "/history", "/machine"];

    /// <summary>On a phone, where most is out of sight and a bar lies over the rest.</summary>
    [Fact]
    public async Task Every_control_of_every_page_is_reached_and_shows_that_it_is()
    {
        var room = "/films/" + await FilmAsync();
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "vi", 390);
        var keys = new Keyboard(visit.Page);
        List<string> faults = [];
        foreach (var page in Empty.Concat([room, room + "/script", room + "/variants", room + "/takes/1", room + "/cut"]))
        {
            await visit.OpenAsync(page);
            faults.AddRange((await keys.WalkAsync()).Select(fault => $"{page}: {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task From_an_idea_to_a_film_that_plays()
    {
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "en", 1440);
        var keys = new Keyboard(visit.Page);
        await visit.OpenAsync("/");
        await keys.ToAsync("a[href='#main']");
        await keys.PressAsync("Enter");
        await keys.HasFocusAsync("#main");
        await keys.ToAsync("a[href='/new/text']");
        await keys.LeaveAsync("Enter");
        await keys.ToAsync("[name=idea]");
        await keys.TypeAsync("A lighthouse keeper counts the ships");
        await keys.WriteAsync("[name=duration]", "3");
        await keys.ChooseAsync("[name=quality]", "preview");
        await keys.ChooseAsync("[name=captions]", "none");
        await keys.ToAsync("button[value=script]");
        await keys.LeaveAsync("Space");
        await visit.ArriveAsync("/films/*");
        await keys.ToAsync(".phases a[href$='/script']");
        await keys.LeaveAsync("Enter");

        // Enter in a field of a scene saves it, and one is there again.
        await keys.WriteAsync("#scene-1 [name=location]", "A harbour at night");
        await keys.LeaveAsync("Enter");
        await keys.HasFocusAsync("#scene-1 [name=location]");
        await Assertions.Expect(visit.Page.Locator("#scene-1 [name=location]")).ToHaveValueAsync("A harbour at night");
        await keys.ToAsync("#scene-1 button[value=add]");
        await keys.LeaveAsync("Enter");
        await keys.HasFocusAsync("#scene-2 button[value=add]");
        visit.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await keys.ToAsync("#scene-2 button[value=remove]");
        await keys.LeaveAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("#scene-2")).ToHaveCountAsync(0);
        await keys.ToAsync("a.action");
        await keys.LeaveAsync("Enter");

        // What was pressed makes room for other buttons: the focus stays at their place.
        await keys.ToAsync("#act-film");
        await keys.PressAsync("Enter");
        await keys.HasFocusAsync("#room-head");

        // Chromium forgets what is pressed on a film of which it has no picture yet.
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('#room-film video')?.readyState >= 2");
        await keys.ToAsync("#room-film video");
        await keys.PressAsync("Space");
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('#room-film video').currentTime > 0");
        await visit.InspectAsync();
    }

    /// <summary>Films two scenes, and the first of them twice.</summary>
    /// <returns>Name of the project.</returns>
    private async Task<string> FilmAsync()
    {
        using var begun = await studio.Browser.PostAsJsonAsync("/api/v1/films/text2video", new
        {
            idea = "Keys",
            script = new { title = "Keys", language = "en", scenes = new[] { "a street", "a park" }.Select(place => new { prompt = $"Rain on {place} at night.", duration = 1 }) },
            quality = "preview",
            captions = "none",
            copies = 2,
        });
        var work = (string)(await begun.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
        await Waiting.ForAsync(async () => (bool)(await studio.Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["over"]!);
        return (string)(await studio.Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["project"]!;
    }
}
