using System.Net.Http.Json;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Faults;
using Rushes.Integration.Studio;

namespace Rushes.Browser;

/// <summary>
/// A studio with three accounts at a fake provider: one films at once, one has not finished when the test is over, and one is throttled. A film of theirs comes to a
/// state that lasts.
/// </summary>
public sealed class ThreeAccounts : OpenStudio
{
    private FakeServer _provider = null!;

    public override async ValueTask InitializeAsync()
    {
        _provider = await FakeServer.StartAsync("google-flow", new FakeOptions
        {
            ClipScale = 0.5,
            Accounts =
            [
                new FakeAccount { Name = "flow-a", Project = "a", Tokens = ["ya29.a"], Generate = TimeSpan.FromSeconds(5) },
                new FakeAccount { Name = "flow-b", Project = "b", Tokens = ["ya29.b"], Generate = TimeSpan.FromHours(1) },
                new FakeAccount { Name = "flow-c", Project = "c", Tokens = ["ya29.c"] },
            ],
        });
        _provider.Faults.Add("flow-c", "429:900*always");
        await base.InitializeAsync();
    }

    public async Task AddAccountsAsync()
    {
        foreach (var account in _provider.Options.Accounts)
        {
            using var added = await Browser.PostAsJsonAsync("/api/v1/accounts", new
            {
                provider = "google-flow",
                name = account.Name,
                project_id = account.Project,
                tokens = account.Tokens,
                base_url = _provider.Address.AbsoluteUri,
                limits = new { max_in_flight = 2, submit_interval_ms = 200 },
            });
            Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        }
    }

    /// <summary>Begins a film by these accounts and waits until all is filmed that ever will be.</summary>
    public static async Task FilmAsync(Visit visit, string idea, string seconds)
    {
        await visit.OpenAsync("/new/text");
        await visit.Page.Locator("[name=idea]").FillAsync(idea);
        await visit.Page.Locator("[name=duration]").FillAsync(seconds);
        await visit.Page.Locator("[name=quality]").SelectOptionAsync("preview");
        await visit.ClickAsync("button.action");

        // What Flow asks for a clip nobody knows: the studio asks first, and hears a yes that is said twice once.
        await visit.Page.Locator("#question .notice").WaitForAsync();
        await Assertions.Expect(visit.Page.Locator(".block")).ToHaveCountAsync(0);
        await visit.InspectAsync();
        await visit.Page.Locator("#question .action").DblClickAsync();
        await LastsAsync(visit);
    }

    /// <summary>Waits for the state that lasts.</summary>
    public static async Task LastsAsync(Visit visit)
    {
        await Assertions.Expect(Lane(visit, "flow-b").Locator(".block.is-generating")).ToHaveCountAsync(2);
        await Assertions.Expect(Lane(visit, "flow-c").Locator("[data-until]")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".scene:not(.is-ready)")).ToHaveCountAsync(2);

        // The head tells the same, also when it has the focus since the question went.
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('#room-head progress').value === document.querySelectorAll('.scene.is-ready').length");
    }

    public static ILocator Lane(Visit visit, string account) => visit.Page.Locator(".lane", new() { HasText = account });
}
