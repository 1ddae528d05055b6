using Rushes.Integration.Studio;

namespace Rushes.Browser;

/// <summary>
/// Takes the pictures of the studio that stand in docs/studio, in English on a desk and in Vietnamese on a phone. Run on demand alone: <c>docs/screenshots</c>.
/// </summary>
public sealed class Gallery(Chromium chromium, ThreeAccounts studio, OpenToOthers door) : IClassFixture<ThreeAccounts>, IClassFixture<OpenToOthers>
{
    private const string Folder = "RUSHES_SCREENSHOTS";

    [OnDemand(Folder)]
    public async Task Every_page_is_photographed()
    {
        var folder = Directory.CreateDirectory(Environment.GetEnvironmentVariable(Folder)!).FullName;
        await using var maker = await chromium.VisitAsync(studio.Browser.BaseAddress!, "en", 1440);
        var story = await FilmAsync(maker, "/new/text", new() { ["idea"] = "A kitten loses its mother and finds its way home through a rainy night", ["duration"] = "32" });
        string[] stills = [await StillAsync(story, 2), await StillAsync(story, 4), await StillAsync(story, 5)];
        await FilmAsync(maker, "/new/images", new() { ["idea"] = "Hội An after the rain", ["duration"] = "9", ["prompts"] = "Slow push-in" }, stills);
        var product = await FilmAsync(maker, "/new/sales", new() { ["name"] = "Bình giữ nhiệt Sao Mai", ["price"] = "249.000đ", ["duration"] = "18" }, stills[0]);
        await maker.OpenAsync(story + "/variants");
        await maker.ClickAsync("form[action$='/variants'] button");
        await maker.Page.Locator("#variant-2").WaitForAsync();
        await studio.AddAccountsAsync();
        await ThreeAccounts.FilmAsync(maker, "Người đưa thư vượt núi trong tuyết để trao một lá thư cũ", "96");
        var filming = new Uri(maker.Page.Url).AbsolutePath;

        foreach (var (language, width, suffix) in new[] { ("en", 1440, ""), ("vi", 390, "-phone") })
        {
            await using var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, language, width);
            foreach (var (name, address) in new[]
            {
                ("filming", filming), ("projects", "/"), ("new-text", "/new/text"), ("new-images", "/new/images"), ("new-sales", "/new/sales"), ("room", story), ("brief", product + "/brief"),
                ("script", story + "/script"), ("variants", story + "/variants"), ("takes", story + "/takes/3"), ("cut", product + "/cut"), ("accounts", "/accounts"), ("library", "/library"),
                ("library-file", "/library/templates/three-act"), ("history", "/history"), ("machine", "/machine"),
            })
            {
                await visit.OpenAsync(address);
                if (address == "/new/images")
                {
                    await visit.Page.Locator("[name=images]").SetInputFilesAsync(stills);
                    await visit.Page.Locator("[name=prompts]").FillAsync("Slow push-in on her eyes\nHe tilts his head\nThe moon comes out");
                }

                await visit.PhotographAsync(Path.Combine(folder, $"{name}{suffix}.jpg"));
            }

            await using var stranger = await chromium.VisitAsync(door.Browser.BaseAddress!, language, width);
            await stranger.OpenAsync("/");
            await stranger.PhotographAsync(Path.Combine(folder, $"sign-in{suffix}.jpg"));
        }
    }

    /// <summary>Makes a film by a form of the studio.</summary>
    /// <returns>The address of its room.</returns>
    private static async Task<string> FilmAsync(Visit visit, string form, Dictionary<string, string> fields, params string[] pictures)
    {
        await visit.OpenAsync(form);
        foreach (var (name, text) in fields)
            await visit.Page.Locator($"[name={name}]").FillAsync(text);
        if (pictures.Length > 0)
            await visit.Page.Locator("[name=images]").SetInputFilesAsync(pictures);
        await visit.Page.Locator("[name=quality]").SelectOptionAsync("preview");
        await visit.ClickAsync("button.action");
        await visit.PlayFilmAsync();
        return new Uri(visit.Page.Url).AbsolutePath;
    }

    /// <summary>The poster of a scene, as a picture to film.</summary>
    private async Task<string> StillAsync(string room, int scene)
    {
        var file = studio.Home[$"still-{scene}.jpg"];
        await File.WriteAllBytesAsync(file, await studio.Browser.GetByteArrayAsync(FormattableString.Invariant($"/media/{Path.GetFileName(room)}/takes/{scene}/1.jpg")));
        return file;
    }
}
