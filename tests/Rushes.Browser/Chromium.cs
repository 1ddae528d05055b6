using Rushes.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Rushes.Browser;

/// <summary>The machine's own Chromium, without a window: one for all tests, and for each visit a profile of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Visit.Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = OnPath(), ChromiumSandbox = false, Args = ["--disable-gpu"], Timeout = Visit.Patience });
    }

    /// <param name="studio">The studio's address.</param>
    /// <param name="language">What the browser asks for: en or vi.</param>
    /// <param name="width">Of the window in CSS pixels; below 500 it is a phone.</param>
    public async Task<Visit> VisitAsync(Uri studio, string language, int width)
    {
        var phone = width < 500;
        var profile = await _browser.NewContextAsync(new()
        {
            BaseURL = studio.AbsoluteUri,
            Locale = language == "vi" ? "vi-VN" : "en-GB",
            ViewportSize = new() { Width = width, Height = phone ? 844 : 900 },
            IsMobile = phone,
            HasTouch = phone,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await Visit.BeginAsync(profile, studio, language, width);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists) ?? throw new FileNotFoundException("There is no Chromium on the PATH. Install with: sudo apt-get install -y chromium");
}
