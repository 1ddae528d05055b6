using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rushes.Integration.EndToEnd;
using Rushes.Integration.Studio;

namespace Rushes.Browser;

/// <summary>The emotional curve of a script.</summary>
public sealed class CurveTests(Chromium chromium, OpenStudio studio) : IClassFixture<OpenStudio>
{
    [Fact]
    public async Task A_point_is_dragged_or_moved_by_keys_and_the_script_follows()
    {
        var project = await ScriptAsync();
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "vi", 390);
        await visit.OpenAsync($"/films/{project}/script");
        var point = visit.Page.Locator(".curve circle").Nth(1);
        var curve = (await visit.Page.Locator(".curve").BoundingBoxAsync())!;
        await point.HoverAsync();
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(curve.X + (curve.Width / 2), curve.Y + (curve.Height * 0.3f), new() { Steps = 4 });
        await visit.Page.Mouse.UpAsync();
        await Assertions.Expect(visit.Page.Locator("#scene-2 [name=intensity]")).ToHaveValueAsync("0.5");
        await Assertions.Expect(point).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(visit.Page.Locator("#scene-2 [name=intensity]")).ToHaveValueAsync("0.4");
        await visit.InspectAsync();

        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.Locator(".curve circle").Nth(1)).ToHaveAttributeAsync("aria-valuenow", "0.4");
    }

    private async Task<string> ScriptAsync()
    {
        using var begun = await studio.Browser.PostAsJsonAsync("/api/v1/films/text2video", new
        {
            idea = "Three",
            script = new { title = "Three", language = "en", scenes = new[] { "a street", "a park", "a bridge" }.Select(place => new { prompt = $"Rain on {place} at night.", duration = 3 }) },
            script_only = true,
        });
        var work = (string)(await begun.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
        await Waiting.ForAsync(async () => (bool)(await studio.Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["over"]!);
        return (string)(await studio.Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["project"]!;
    }
}
