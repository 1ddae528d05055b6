using Rushes.Integration.Studio;

namespace Rushes.Browser;

/// <summary>Somebody opens the studio for the first time, on an empty machine and without an account.</summary>
public sealed class FirstUseTests(Chromium chromium, OpenStudio studio) : IClassFixture<OpenStudio>
{
    [Fact]
    public async Task One_sentence_and_four_clicks_at_most_lead_to_a_film_that_plays()
    {
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "vi", 1440);
        await visit.OpenAsync("/");
        await visit.ClickAsync("textarea[name=idea]");
        await visit.Page.Keyboard.InsertTextAsync("Một chú mèo con lạc mẹ tìm đường về nhà trong đêm mưa");
        await visit.ClickAsync("button.action");
        Assert.InRange(await visit.PlayFilmAsync(), 30, 60);
        Assert.InRange(visit.Clicks, 1, 4);
        await visit.InspectAsync();
    }
}
