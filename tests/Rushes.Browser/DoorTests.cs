using Rushes.Integration.Studio;

namespace Rushes.Browser;

/// <summary>The door of a studio that others can reach.</summary>
public sealed class DoorTests(Chromium chromium, OpenToOthers studio) : IClassFixture<OpenToOthers>
{
    [Theory]
    [InlineData("en", 1440)]
    [InlineData("vi", 390)]
    public async Task The_owner_comes_in_and_goes_out_again(string language, int width)
    {
        await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, language, width);
        await visit.OpenAsync("/accounts");
        await visit.ArriveAsync("/sign-in?back=*");
        await visit.InspectAsync();
        await visit.Page.Locator("[name=password]").FillAsync(OpenToOthers.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ArriveAsync("/accounts");
        await visit.InspectAsync();
        await visit.ClickAsync("form[action='/sign-out'] button");
        await visit.ArriveAsync("/sign-in");
    }
}
