using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Rushes.Integration.EndToEnd;
using Rushes.Integration.Studio;

namespace Rushes.Browser;

/// <summary>What strangers would have people type, choose and open: it stays text, and nothing of it happens.</summary>
public sealed class HostilePagesTests(Chromium chromium, OpenStudio studio) : IClassFixture<OpenStudio>
{
    private const string Evil = """<script>hurt=1</script>"><img src=x onerror="hurt=1"> ../../etc/passwd""";
    private const string EvilAddress = """https://evil.example/"><script>hurt=1</script>/../../etc/passwd""";
    private const string Secret = "planted-secret-0816";

    /// <summary>Notes what would happen if any of it were more than text: a script that runs or that the policy stops, a question, a way elsewhere.</summary>
    private const string Watch = """
        for (const happened of ['securitypolicyviolation', 'error']) addEventListener(happened, event => { window.hurt = event.violatedDirective ?? event.message ?? event.target.outerHTML; }, true);
        """;

    private const string Found = """
        [...document.querySelectorAll('script:not([src]), iframe, object, [src="x"], [onerror], [href*="evil.example"]')].map(part => part.outerHTML).concat(window.hurt ? [`${window.hurt}`] : [])
        """;

    /// <summary>Fills every field of a form that takes text with the same.</summary>
    private const string FillAll = """
        (form, { evil, address }) => {
          for (const field of form.querySelectorAll('input:not([type]), input[type=url], input[type=text], textarea'))
            field.value = field.type === 'url' ? address : evil;
        }
        """;

    [Fact]
    public async Task What_is_typed_into_any_field_is_shown_as_text_and_names_no_file()
    {
        await using var visit = await VisitAsync();
        await visit.OpenAsync("/new/text");
        await FillAsync(visit, "main .film-form");
        var story = await ScriptAsync(visit);

        await visit.OpenAsync(story + "/script");
        await FillAsync(visit, "#scene-1 form");
        await visit.ClickAsync("#scene-1 button[value=save]:visible");
        await visit.ArriveAsync("/script#scene-1");
        foreach (var field in new[] { "prompt", "location", "camera_shot", "lighting_mood", "time_of_day", "emotion", "story_beat", "sound", "visual_notes", "dialogues", "narration" })
            await Assertions.Expect(visit.Page.Locator($"#scene-1 [name={field}]")).ToHaveValueAsync(Evil);

        await visit.OpenAsync("/new/images");
        await FillAsync(visit, "main .film-form");
        await visit.Page.Locator("[name=images]").SetInputFilesAsync(await EvilPictureAsync());
        await Assertions.Expect(visit.Page.Locator("#pairs li")).ToContainTextAsync("<script>hurt=1</script>\"><img src=x onerror=\"hurt=1\">");
        await UnhurtAsync(visit);
        var pictures = await ScriptAsync(visit, "tbody tr:first-child a");

        await visit.OpenAsync("/new/sales");
        await FillAsync(visit, "main .film-form");
        await visit.Page.Locator("[name=images]").SetInputFilesAsync(await EvilPictureAsync());
        var sale = await ScriptAsync(visit);

        foreach (var page in new[] { story, pictures, sale }.SelectMany(room => new[] { room, room + "/script", room + "/takes/1", room + "/cut" }).Concat([story + "/variants", "/new/images", "/history", "/"]))
        {
            await visit.OpenAsync(page);
            await UnhurtAsync(visit);
        }

        Assert.Equal(3, await visit.Page.Locator(".poster-title", new() { HasText = "<script>hurt=1</script>" }).CountAsync());
        NoFileIsNamedSo();
    }

    [Fact]
    public async Task An_account_shows_what_was_typed_as_text_and_its_secret_never()
    {
        await using var visit = await VisitAsync();
        await visit.OpenAsync("/accounts");
        await FillAsync(visit, "form[action='/accounts']");
        await visit.Page.Locator("form[action='/accounts'] [name=provider]").SelectOptionAsync("google-flow");
        await visit.Page.Locator("form[action='/accounts'] [name=base_url]").FillAsync("");
        await visit.Page.Locator("form[action='/accounts'] [name=document]").FillAsync("");
        await visit.Page.Locator("form[action='/accounts'] [name=tokens]").FillAsync(Secret);
        await visit.ClickAsync("form[action='/accounts'] button");
        await Assertions.Expect(visit.Page.Locator("tbody")).ToContainTextAsync(Evil);
        await UnhurtAsync(visit);

        // It films, and is named to whoever is asked what that costs.
        foreach (var page in new[] { "/accounts", "/", "/new/text", "/library" })
        {
            await visit.OpenAsync(page);
            await UnhurtAsync(visit);
            Assert.DoesNotContain(Secret, await visit.Page.ContentAsync(), StringComparison.Ordinal);
        }

        await visit.OpenAsync("/new/text");
        await visit.Page.Locator("[name=idea]").FillAsync("A question");
        await visit.Page.Locator("[name=duration]").FillAsync("3");
        await visit.ClickAsync("button.action");
        await Assertions.Expect(visit.Page.Locator("#question")).ToContainTextAsync(Evil);
        await UnhurtAsync(visit);
        Assert.DoesNotContain(Secret, await visit.Page.ContentAsync(), StringComparison.Ordinal);
        await visit.ClickAsync("#question .quiet-button");

        await visit.OpenAsync("/accounts");
        var asked = new TaskCompletionSource<string>();
        visit.Page.Dialog += (_, dialog) => { asked.TrySetResult(dialog.Message); _ = dialog.AcceptAsync(); };
        await visit.ClickAsync("button[data-confirm]");
        await Assertions.Expect(visit.Page.Locator("button[data-confirm]")).ToHaveCountAsync(0);
        Assert.Contains(Evil, await asked.Task, StringComparison.Ordinal);
        NoFileIsNamedSo();
    }

    [Theory]
    [InlineData("duration")]
    [InlineData("aspect")]
    [InlineData("language")]
    [InlineData("style")]
    [InlineData("template")]
    [InlineData("topic")]
    [InlineData("platform")]
    [InlineData("quality")]
    [InlineData("captions")]
    [InlineData("transition")]
    [InlineData("provider")]
    [InlineData("manner")]
    [InlineData("voice")]
    [InlineData("model")]
    [InlineData("upscale")]
    [InlineData("writer")]
    [InlineData("rate")]
    [InlineData("copies")]
    [InlineData("seed")]
    public async Task A_choice_that_the_form_does_not_offer_is_refused_in_words(string field)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["idea"] = "A choice", ["then"] = "script", [field] = Evil });
        using var answer = await studio.PostAsync("/new/text", "/new/text", form);
        var page = answer.StatusCode == HttpStatusCode.Redirect ? await WrongAsync(answer.Headers.Location!) : await answer.Content.ReadAsStringAsync();
        Assert.Contains("notice bad", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;hurt=1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>hurt", page, StringComparison.Ordinal);
        NoFileIsNamedSo();
    }

    [Fact]
    public async Task A_cut_that_the_form_does_not_offer_is_refused_and_not_kept()
    {
        var room = "/films/" + await ProjectAsync();
        var before = await studio.Browser.GetStringAsync("/api/v1/projects" + room["/films".Length..]);
        await using var visit = await VisitAsync();
        foreach (var name in new[] { "captions", "transition", "platform", "sound" })
        {
            await visit.OpenAsync(room + "/cut");
            await visit.Page.Locator($"[name={name}]").EvaluateAsync("(list, evil) => list.append(new Option(evil, evil, true, true))", Evil);
            await visit.ClickAsync("form[action$='/cut'] button");
            await Assertions.Expect(visit.Page.Locator(".notice.bad")).ToContainTextAsync(Evil);
            await UnhurtAsync(visit);
        }

        Assert.Equal(before, await studio.Browser.GetStringAsync("/api/v1/projects" + room["/films".Length..]));
    }

    [Theory]
    [InlineData("../../../passwd.png")]
    [InlineData("..\\..\\passwd.png")]
    [InlineData("/etc/passwd.png")]
    [InlineData("<script>hurt=1</script>passwd.png")]
    public async Task The_name_of_an_upload_is_never_a_path(string name)
    {
        using var form = new MultipartFormDataContent { { new StringContent("Harmless"), "idea" }, { new StringContent("3"), "duration" }, { new StringContent("script"), "then" } };
        var picture = new ByteArrayContent(await File.ReadAllBytesAsync(await Darkroom.PlainAsync(studio.Home["plain.png"], "teal")));
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(picture, "images", name);
        using var answer = await studio.PostAsync("/new/images", "/new/images", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await Waiting.ForAsync(async () =>
        {
            var list = await studio.ReadAsync(answer.Headers.Location!.OriginalString);
            return list.Contains("Harmless", StringComparison.Ordinal) && !list.Contains("/making/", StringComparison.Ordinal);
        });
        NoFileIsNamedSo();
    }

    [Theory]
    [InlineData("/new/images")]
    [InlineData("/new/sales")]
    [InlineData("/new/text")]
    public async Task A_form_of_two_gigabytes_is_refused_before_it_is_sent(string form)
    {
        var address = studio.Browser.BaseAddress!;
        using var visitor = studio.NewClient();
        using var page = await visitor.GetAsync(form);
        var seal = OpenStudio.SealOf(await page.Content.ReadAsStringAsync());
        var cookies = string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var socket = new TcpClient(address.Host, address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {form} HTTP/1.1\r\nHost: {address.Authority}\r\nX-Antiforgery: {seal}\r\nCookie: {cookies}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {2L << 30}\r\n\r\n"));
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Empty(Uploaded());
    }

    [Fact]
    public async Task A_stream_that_is_asked_for_wrongly_tells_nothing_harmful()
    {
        var project = await ProjectAsync();
        foreach (var (asked, status) in new[]
        {
            ($"/live/films/{project}?run=%3Cscript%3E&since=-1&axis=-5&busy=x", HttpStatusCode.BadRequest),
            ($"/live/films/{project}?since=%3Cscript%3E", HttpStatusCode.BadRequest),
            ("/live/films/..%2F..%2Fetc", HttpStatusCode.NotFound),
            ("/live/films/%3Cscript%3E", HttpStatusCode.NotFound),
            ("/live/making/..%2F..%2Fx", HttpStatusCode.NotFound),
            ("/live/making/%3Cscript%3E", HttpStatusCode.NotFound),
            ("/making/%3Cscript%3E", HttpStatusCode.Redirect),
        })
        {
            using var answer = await studio.Browser.GetAsync(asked);
            Assert.True(answer.StatusCode == status, $"{asked}: {answer.StatusCode}");
            Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }

        // A place that never was is shown everything anew, as to a tab that knows nothing.
        using var stream = await studio.Browser.GetAsync($"/live/films/{project}?run=%3Cscript%3E&since=-1&axis=-5&busy=true", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync());
        Assert.Equal("event: parts", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        var parts = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Contains("room-head", parts, StringComparison.Ordinal);
        Assert.DoesNotContain(JsonNode.Parse(parts!["data: ".Length..])!.AsArray(), part => ((string)part!["html"]!).Contains("<script", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The page of a work that says what is wrong with it.</summary>
    private async Task<string> WrongAsync(Uri making)
    {
        var page = "";
        await Waiting.ForAsync(async () => (page = await studio.ReadAsync(making.OriginalString)).Contains("notice bad", StringComparison.Ordinal));
        return page;
    }

    private async Task<Visit> VisitAsync()
    {
        var visit = await chromium.VisitAsync(studio.Browser.BaseAddress!, "en", 1440);
        await visit.Page.AddInitScriptAsync(Watch);
        return visit;
    }

    private static Task FillAsync(Visit visit, string form) => visit.Page.Locator(form).EvaluateAsync(FillAll, new { evil = Evil, address = EvilAddress });

    /// <summary>Has the script of the form that is open written, as short as it may be.</summary>
    /// <param name="link">What leads to the film from the list that it was added to; null: the form does.</param>
    /// <returns>The address of its room.</returns>
    private static async Task<string> ScriptAsync(Visit visit, string? link = null)
    {
        await visit.Page.Locator("[name=duration]").FillAsync("3");

        // A voice that nobody has is refused, which has a test of its own.
        await visit.Page.Locator("[name=voice]").FillAsync("");
        await visit.ClickAsync("button[value=script]");
        if (link is not null)
            await visit.ClickAsync(link);
        await visit.ArriveAsync("/films/*");
        return new Uri(visit.Page.Url).AbsolutePath;
    }

    /// <summary>Nothing of it became more than text.</summary>
    private static async Task UnhurtAsync(Visit visit)
    {
        await visit.LoadAsync();
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Found));
    }

    private async Task<FilePayload> EvilPictureAsync() => new()
    {
        Name = "..\\..\\" + Evil.Replace('/', ':') + ".png",
        MimeType = "image/png",
        Buffer = await File.ReadAllBytesAsync(await Darkroom.PlainAsync(studio.Home["plain.png"], "teal")),
    };

    private void NoFileIsNamedSo()
    {
        var names = Directory.EnumerateFileSystemEntries(studio.Home.Root, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ToList();
        Assert.DoesNotContain(names, name => name!.AsSpan().ContainsAny("<>\":\\") || name!.Contains("passwd.png", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(Path.GetTempPath(), "passwd.png")));
    }

    private IEnumerable<string> Uploaded() => Directory.Exists(Path.Combine(studio.Home.Home, "cache", "uploads"))
        ? Directory.EnumerateFileSystemEntries(Path.Combine(studio.Home.Home, "cache", "uploads"), "*", SearchOption.AllDirectories).Where(file => new FileInfo(file) is { Exists: true, Length: > 1 << 20 })
        : [];

    /// <summary>A project with a script.</summary>
    /// <returns>Its name.</returns>
    private async Task<string> ProjectAsync()
    {
        using var begun = await studio.Browser.PostAsJsonAsync("/api/v1/films/text2video", new { idea = "A quiet street", duration = 3, script_only = true });
        var work = (string)(await begun.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
        await Waiting.ForAsync(async () => (bool)(await studio.Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["over"]!);
        return (string)(await studio.Browser.GetFromJsonAsync<JsonObject>("/api/v1/works/" + work))!["project"]!;
    }
}
