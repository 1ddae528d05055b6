using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Rushes.Browser;

/// <summary>Somebody's visit to the studio with one tab. What no page may do is noted from the first page to the last.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>Milliseconds after which something hangs; far above what anything takes on a busy machine.</summary>
    public const float Patience = 8 * 60 * 1000;

    private const string Film = "#room-film video";

    private static readonly string[] Grave = ["serious", "critical"];
    private static readonly AxeRunOptions Rules = new() { ResultTypes = [ResultType.Violations] };

    private readonly ConcurrentQueue<string> _troubles = new();
    private readonly IBrowserContext _profile;
    private readonly Uri _studio;
    private readonly string _language;
    private readonly int _width;

    private Visit(IBrowserContext profile, IPage page, Uri studio, string language, int width)
    {
        (_profile, Page, _studio, _language, _width) = (profile, page, studio, language, width);
        profile.Request += (_, request) => NoteForeign(request.Url);
        profile.Console += (_, message) => NoteError(message);
        profile.WebError += (_, error) => _troubles.Enqueue($"{error.Page?.Url}: {error.Error}");
    }

    public IPage Page { get; }

    /// <summary>How often the mouse, or the finger, was needed so far.</summary>
    public int Clicks { get; private set; }

    public static async Task<Visit> BeginAsync(IBrowserContext profile, Uri studio, string language, int width)
    {
        profile.SetDefaultTimeout(Patience);
        profile.SetDefaultNavigationTimeout(Patience);
        return new Visit(profile, await profile.NewPageAsync(), studio, language, width);
    }

    public Task OpenAsync(string address) => Page.GotoAsync(address);

    /// <summary>
    /// Waits until the tab is at an address and its page has loaded. Not by <c>WaitForURL</c> and <c>WaitForLoadState</c>: those look and then listen, and miss
    /// what comes between.
    /// </summary>
    /// <param name="path">The address's end, with its query; <c>*</c> stands for anything without a slash.</param>
    public Task ArriveAsync(string path) => Page.WaitForFunctionAsync(
        "end => new RegExp(end).test(location.href) && document.readyState === 'complete'", Regex.Escape(path).Replace("\\*", "[^/]*", StringComparison.Ordinal) + "$");

    /// <summary>Waits until the page and all that it loads is there.</summary>
    public Task LoadAsync() => Page.WaitForFunctionAsync("() => document.readyState === 'complete'");

    public async Task ClickAsync(string what)
    {
        await Page.Locator(what).ClickAsync();
        Clicks++;
    }

    /// <summary>Waits until the room shows its film, presses play, and waits until pictures really move.</summary>
    /// <returns>The film's length in seconds.</returns>
    public async Task<double> PlayFilmAsync()
    {
        // Chromium forgets a click on a film of which it has no picture yet.
        await FilmIsAsync("readyState >= 2");
        await ClickAsync(Film);
        await FilmIsAsync("currentTime > 0");
        Assert.True(await Page.Locator(Film).EvaluateAsync<bool>("film => film.videoWidth > 0"));
        return await Page.Locator(Film).EvaluateAsync<double>("film => film.duration");
    }

    /// <summary>Looks at the page that is open as it is now.</summary>
    public async Task InspectAsync()
    {
        await LoadAsync();
        Assert.Equal(_language, await Page.Locator("html").GetAttributeAsync("lang"));
        var content = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(content <= _width, $"{Page.Url} is {content} wide in a window of {_width}: {string.Join(" | ", await TooWideAsync())}");
        var faults = (await Page.RunAxe(Rules)).Violations.Where(violation => Grave.Contains(violation.Impact)).Select(Told);
        Assert.True(!faults.Any(), $"{Page.Url}\n{string.Join('\n', faults)}");
        Assert.Empty(_troubles);
    }

    /// <summary>Writes what the window shows as a picture, with everything that it loads.</summary>
    public async Task PhotographAsync(string file)
    {
        await LoadAsync();
        await Page.EvaluateAsync("Promise.all([document.fonts.ready, ...[...document.images].filter(image => image.getBoundingClientRect().top < innerHeight).map(image => image.decode())])");
        foreach (var video in await Page.Locator("video").AllAsync())
            await video.EvaluateAsync("video => new Promise(done => { video.oncanplaythrough = () => { if (video.currentTime === 0) { video.currentTime = 1.5; return; } video.controls = false; video.controls = true; done(); }; video.preload = 'auto'; video.load(); })");
        await Page.ScreenshotAsync(new() { Path = file, Type = ScreenshotType.Jpeg, Quality = 75, Animations = ScreenshotAnimations.Disabled });
    }

    public async ValueTask DisposeAsync() => await _profile.DisposeAsync();

    private static string Told(AxeResultItem violation) =>
        $"{violation.Impact}: {violation.Help}\n{string.Join('\n', violation.Nodes.Take(5).Select(node => $"    {node.Target}: {node.Html}\n        {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"))}";

    /// <summary>Waits until something is true of the film.</summary>
    /// <exception cref="InvalidOperationException">The browser cannot play it.</exception>
    private async Task FilmIsAsync(string condition)
    {
        await Page.WaitForFunctionAsync($"() => {{ const film = document.querySelector('{Film}'); return film && (film.error || film.{condition}); }}");
        if (await Page.Locator(Film).EvaluateAsync<string?>("film => film.error && `${film.error.code} ${film.error.message}`") is { } error)
            throw new InvalidOperationException(error);
    }

    private Task<string[]> TooWideAsync() => Page.EvaluateAsync<string[]>(
        "width => [...document.body.querySelectorAll('*')].filter(part => part.getBoundingClientRect().right > width + 1).slice(0, 5).map(part => part.outerHTML.slice(0, 120))", _width);

    private void NoteForeign(string address)
    {
        var url = new Uri(address);
        if (url.Scheme is not ("blob" or "data") && url.Authority != _studio.Authority)
            _troubles.Enqueue($"a request to {address}");
    }

    private void NoteError(IConsoleMessage message)
    {
        if (message.Type == "error")
            _troubles.Enqueue($"{message.Location} {message.Text}");
    }
}
