using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Faults;
using Rushes.Integration.Studio;

namespace Rushes.Browser;

/// <summary>Scenes that an account did not film, filmed again with another one.</summary>
public sealed class RetryTests(Chromium chromium, OpenStudio studio) : IClassFixture<OpenStudio>
{
    [Theory]
    [InlineData("en", 1440)]
    [InlineData("vi", 390)]
    public async Task What_one_account_refused_is_filmed_by_the_one_that_is_chosen_beside_the_button(string language, int width)
    {
        await using var flow = await FakeServer.StartAsync("google-flow", new FakeOptions
        {
            Generate = TimeSpan.FromSeconds(0.2),
            ClipScale = 0.5,
            Accounts = [new FakeAccount { Name = "strict", Project = "p-strict", Tokens = ["ya29.strict"] }, new FakeAccount { Name = "lenient", Project = "p-lenient", Tokens = ["ya29.lenient"] }, new FakeAccount { Name = "spare", Project = "p-spare", Tokens = ["ya29.spare"] }],
        });
        flow.Faults.Add("strict", "blocked*always");
        var strict = await AddAsync(flow, "strict", enabled: true);
        var lenient = await AddAsync(flow, "lenient", enabled: false);
        var spare = await AddAsync(flow, "spare", enabled: false);
        var work = await FilmAsync("Rain " + language);
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, language, width);
        await visit.OpenAsync("/making/" + work);
        await Assertions.Expect(visit.Page.Locator(".scene.is-blocked")).ToHaveCountAsync(2);
        await visit.Page.Locator("#act-retry").WaitForAsync();
        await Assertions.Expect(visit.Page.Locator("#retry-with")).ToHaveCountAsync(0); // nobody else is there
        await EnableAsync(lenient, true);
        await visit.Page.ReloadAsync();
        await visit.Page.Locator("#retry-with").SelectOptionAsync(lenient);
        await visit.InspectAsync();

        // What is chosen stays chosen when the page hears of something new meanwhile, also without the focus.
        await visit.Page.Locator("#room-head").FocusAsync();
        await EnableAsync(spare, true);
        await Assertions.Expect(visit.Page.Locator("#retry-with option")).ToHaveCountAsync(4);
        await EnableAsync(spare, false);
        await Assertions.Expect(visit.Page.Locator("#retry-with option")).ToHaveCountAsync(3);
        await Assertions.Expect(visit.Page.Locator("#retry-with")).ToHaveValueAsync(lenient);
        await visit.ClickAsync("#act-retry");
        await Assertions.Expect(visit.Page.Locator("#question .bill")).ToContainTextAsync("lenient (google-flow)");
        await Assertions.Expect(visit.Page.Locator("#question .bill")).Not.ToContainTextAsync("strict");
        await visit.ClickAsync("#question .action");
        await Assertions.Expect(visit.Page.Locator(".scene.is-ready")).ToHaveCountAsync(2);
        await visit.PlayFilmAsync();
        Assert.Equal(2, flow.Operations.All.Count(operation => operation.Account == "lenient"));

        // One scene's page offers the same.
        await visit.ClickAsync("#scene-1 .still");
        await Assertions.Expect(visit.Page.Locator("#again-with option")).ToHaveCountAsync(3);
        await visit.InspectAsync();
        await EnableAsync(strict, false);
        await EnableAsync(lenient, false);
    }

    [Fact]
    public async Task What_nobody_knows_of_is_asked_about_or_submitted_again_on_the_shoot_s_page()
    {
        await using var flow = await FakeServer.StartAsync("google-flow", new FakeOptions
        {
            Generate = TimeSpan.FromSeconds(0.2),
            ClipScale = 0.5,
            Accounts = [new FakeAccount { Name = "lossy", Project = "p-lossy", Tokens = ["ya29.lossy"] }],
        });
        flow.Faults.Add(new FaultPlan { Prompt = "a park", Steps = [Fault.Parse("drop")] });
        var lossy = await AddAsync(flow, "lossy", enabled: true);
        var work = await FilmAsync("Lost");
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "en", 1440);
        await visit.OpenAsync("/making/" + work);
        await Assertions.Expect(visit.Page.Locator("#unknown-takes")).ToContainTextAsync("Scene 2: nobody knows");
        await Assertions.Expect(visit.Page.Locator(".block.is-unknown")).ToHaveCountAsync(1);
        await visit.InspectAsync();

        // Filming what the project lacks leaves it alone, whoever asks for it.
        await visit.ClickAsync("#act-film");
        await Assertions.Expect(visit.Page.Locator("#log")).ToContainTextAsync("Scene 2: nobody knows whether the provider accepted it");
        await Assertions.Expect(visit.Page.Locator("#room-head")).ToHaveAttributeAsync("data-busy", "false");
        Assert.Equal(2, flow.Operations.All.Count);

        // The cut's page offers a film with a card in its place.
        await visit.ClickAsync("#phase-cut");
        await visit.ClickAsync("button[name=partial]");
        await visit.ArriveAsync("/films/lost");
        Assert.InRange(await visit.PlayFilmAsync(), 5.5, 6.5);
        Assert.Equal(2, flow.Operations.All.Count);

        // Asked again, the provider cannot say; submitted again, the user is warned first and then told who is asked.
        await visit.ClickAsync("#act-check");
        await Assertions.Expect(visit.Page.Locator("#log")).ToContainTextAsync("Scene 2: the provider cannot say");
        await visit.Page.Locator("#act-submit-again").WaitForAsync();
        Assert.Equal(2, flow.Operations.All.Count);
        var warnings = new List<string>();
        visit.Page.Dialog += (_, dialog) =>
        {
            warnings.Add(dialog.Message);
            _ = dialog.AcceptAsync();
        };
        await visit.ClickAsync("#act-submit-again");
        await Assertions.Expect(visit.Page.Locator("#question .bill")).ToContainTextAsync("lossy (google-flow)");
        Assert.Contains("charged twice", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Equal(2, flow.Operations.All.Count);
        await visit.ClickAsync("#question .action");
        await Assertions.Expect(visit.Page.Locator(".scene.is-ready")).ToHaveCountAsync(2);
        Assert.Equal(3, flow.Operations.All.Count);
        await Assertions.Expect(visit.Page.Locator("#unknown-takes")).ToHaveCountAsync(0);
        await EnableAsync(lossy, false);
    }

    /// <summary>Begins a film of two scenes and asks nobody.</summary>
    /// <returns>The work's id.</returns>
    private async Task<string> FilmAsync(string title)
    {
        using var begun = await studio.Browser.PostAsJsonAsync("/api/v1/films/text2video", new
        {
            idea = "Rain",
            provider = "google-flow",
            quality = "preview",
            captions = "none",
            script = new { title, language = "en", scenes = new[] { "a street", "a park" }.Select(place => new { prompt = $"Rain on {place} at night.", duration = 3 }) },
        });
        Assert.True(begun.IsSuccessStatusCode, await begun.Content.ReadAsStringAsync());
        return (string)(await begun.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    private async Task<string> AddAsync(FakeServer flow, string name, bool enabled)
    {
        using var added = await studio.Browser.PostAsJsonAsync("/api/v1/accounts", new
        {
            provider = "google-flow",
            name,
            project_id = "p-" + name,
            tokens = new[] { "ya29." + name },
            base_url = flow.Address.AbsoluteUri,
            enabled,
        });
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        return (string)(await added.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    private async Task EnableAsync(string account, bool enabled)
    {
        using var changed = await studio.Browser.PatchAsJsonAsync("/api/v1/accounts/" + account, new { enabled });
        Assert.True(changed.IsSuccessStatusCode, await changed.Content.ReadAsStringAsync());
    }
}
