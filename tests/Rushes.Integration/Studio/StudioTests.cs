using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Rushes.FakeProviders;

namespace Rushes.Integration.Studio;

public sealed class StudioTests(OpenStudio studio) : IClassFixture<OpenStudio>
{
    public static TheoryData<string> Pages =>
        ["/", "/new/text", "/new/images", "/new/sales", "/accounts", "/library", "/library/templates/three-act", "/library/prompts/en/whole", "/history", "/machine"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_is_there_in_both_languages_and_loads_nothing_from_elsewhere(string page)
    {
        var (english, vietnamese) = (await studio.ReadAsync(page, "en-GB,en;q=0.9"), await studio.ReadAsync(page, "vi-VN,vi;q=0.9,en;q=0.5"));
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"vi\">", vietnamese, StringComparison.Ordinal);
        Assert.NotEqual(english, vietnamese);
        Assert.DoesNotMatch("""(?:src|href)="(?:https?:)?//""", english);
    }

    [Theory]
    [InlineData("studio.css", "text/css")]
    [InlineData("studio.js", "text/javascript")]
    [InlineData("idiomorph.min.js", "text/javascript")]
    [InlineData("be-vietnam-pro-vietnamese-400-normal.woff2", "font/woff2")]
    [InlineData("jetbrains-mono-vietnamese-wght-normal.woff2", "font/woff2")]
    public async Task What_pages_load_is_beside_the_program(string asset, string type)
    {
        using var response = await studio.Browser.GetAsync("/assets/" + asset);
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task An_idea_becomes_a_script_and_what_it_says_is_never_markup()
    {
        const string Idea = "Một chú mèo con <script>alert(1)</script> lạc mẹ";
        using var answer = await studio.PostAsync("/", "/new/text", Form(("idea", Idea), ("duration", "12"), ("quality", "preview"), ("then", "script")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var room = await RoomAsync(answer.Headers.Location!.OriginalString);
        foreach (var page in new[] { room, room + "/brief", room + "/script", room + "/takes/1", room + "/cut", "/new/text?like=" + room["/films/".Length..], "/" })
        {
            var html = await studio.ReadAsync(page);
            Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        }

        var again = await studio.ReadAsync("/new/text?like=" + room["/films/".Length..]);
        Assert.Contains(Idea, WebUtility.HtmlDecode(again), StringComparison.Ordinal);
        Assert.Contains("name=\"duration\" type=\"number\" min=\"3\" max=\"3600\" step=\"1\" value=\"12\"", again, StringComparison.Ordinal);

        using var edited = await studio.PostAsync(room + "/script", room + "/script/1", Form(
            ("do", "save"), ("prompt", "A cat \"><img src=x onerror=alert(1)>"), ("duration", "5"), ("intensity", "0.5")));
        Assert.Equal(HttpStatusCode.Redirect, edited.StatusCode);
        var script = await studio.ReadAsync(room + "/script");
        Assert.Contains("A cat &quot;&gt;&lt;img", script, StringComparison.Ordinal);
        using var wrong = await studio.PostAsync(room + "/script", room + "/script/1", Form(("do", "save"), ("prompt", "A cat"), ("duration", "-5"), ("intensity", "0")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Theory]
    [InlineData("/new/text")]
    [InlineData("/films/some-film/film")]
    [InlineData("/films/some-film/cancel")]
    [InlineData("/films/some-film/takes/1/again")]
    [InlineData("/accounts")]
    public async Task What_does_not_come_from_a_page_of_the_studio_is_refused_and_changes_nothing(string address)
    {
        using var answer = await studio.Browser.PostAsync(address, Form(("idea", "A cat from elsewhere"), ("provider", "fal"), ("name", "A cat from elsewhere")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Reload it and try again.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("from elsewhere", await studio.ReadAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("from elsewhere", await studio.ReadAsync("/accounts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_host_is_turned_away()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "rushes.example";
        using var answer = await studio.Browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/films/..%2F..%2Fetc")]
    [InlineData("/films/nobody/script")]
    [InlineData("/media/..%2F..%2Fetc/film.mp4")]
    [InlineData("/media/%2e%2e/film.mp4")]
    [InlineData("/films/nobody/takes/1")]
    public async Task A_name_is_never_a_path(string address)
    {
        using var answer = await studio.Browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_that_only_is_called_a_picture_is_refused_by_its_content()
    {
        using var form = new MultipartFormDataContent();
        var zip = new ByteArrayContent([0x50, 0x4B, 3, 4, .. new byte[200]]);
        zip.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(zip, "images", "../../evil.png");
        using var answer = await studio.PostAsync("/new/images", "/new/images", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("&quot;evil.png&quot;", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(studio.Home.Root, "*evil*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_key_comes_in_and_never_goes_out_again()
    {
        const string Key = "planted-key-0815";
        using var added = await studio.PostAsync("/accounts", "/accounts", Form(("provider", "gemini-omni"), ("name", "Mine"), ("tokens", Key)));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var page = await studio.ReadAsync("/accounts");
        Assert.Contains("Mine", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, page, StringComparison.Ordinal);
        using var wrong = await studio.PostAsync("/accounts", "/accounts", Form(("provider", "fal"), ("tokens", Key), ("base_url", "http://elsewhere.example")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.DoesNotContain(Key, await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_provider_tells_of_an_account_stays_in_the_table()
    {
        await using var flow = await FakeServer.StartAsync("google-flow", new FakeOptions());
        using var added = await studio.PostAsync("/accounts", "/accounts", Form(
            ("provider", "google-flow"), ("name", "Rich"), ("project_id", "p-rich"), ("tokens", "ya29.rich"), ("base_url", flow.Address.AbsoluteUri)));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("not asked yet", await studio.ReadAsync("/accounts"), StringComparison.Ordinal);
        using var tested = await studio.PostAsync("/accounts", "/accounts/tests", Form());
        Assert.Contains("Rich: can sign in.", await tested.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var page = await studio.ReadAsync("/accounts");
        Assert.Matches(@"<div>\d+ credits left</div>", page);
        Assert.Contains("asked at ", page, StringComparison.Ordinal);
        Assert.Contains("<div>Plan: Google AI Ultra</div>", page, StringComparison.Ordinal);
        var vietnamese = WebUtility.HtmlDecode(await studio.ReadAsync("/accounts", "vi"));
        Assert.Matches(@"<div>còn \d+ credit</div>", vietnamese);
        Assert.Contains("<div>Gói: Google AI Ultra</div>", vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_are_imported_from_a_file_or_its_text_whole_or_not_at_all()
    {
        const string Key = "planted-key-0816";
        using var file = new MultipartFormDataContent { { new StringContent($$"""[{"name":"One","provider":"fal","tokens":["{{Key}}"]},{"name":"Two","project_id":"p-2","tokens":["{{Key}}"],"note":"x"}]"""), "file", "accounts.json" } };
        using var imported = await studio.PostAsync("/accounts", "/accounts/import", file);
        var page = await imported.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
        Assert.Contains("2 added, 0 updated.", page, StringComparison.Ordinal);
        Assert.Contains("[2].note", page, StringComparison.Ordinal);
        Assert.Contains("p-2", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, page, StringComparison.Ordinal);

        using var broken = await studio.PostAsync("/accounts", "/accounts/import", Form(("text", $$"""[{"name":"Three","provider":"fal","tokens":["{{Key}}"]},{"name":"Four","provider":"<b>nobody"}]""")));
        page = await broken.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.DoesNotContain("<b>nobody", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Three", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, page, StringComparison.Ordinal);
        using var nothing = await studio.PostAsync("/accounts", "/accounts/import", Form(("text", " ")));
        Assert.Contains("Choose a file or paste its text.", await nothing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Music_is_checked_by_its_content_and_a_voice_by_its_name_before_a_film_is_begun()
    {
        var begun = (await studio.ReadAsync("/")).Split("/films/").Length;
        using var song = new MultipartFormDataContent
        {
            { new StringContent("A film that nobody begins"), "idea" }, { new ByteArrayContent([0x50, 0x4B, 3, 4, .. new byte[200]]), "music", "../song.mp3" },
        };
        using var answer = await studio.PostAsync("/new/text", "/new/text", song);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("song.mp3&quot; is no music", page, StringComparison.Ordinal);
        Assert.Contains("A film that nobody begins", page, StringComparison.Ordinal);
        using var voice = await studio.PostAsync("/new/text", "/new/text", Form(("idea", "A film that nobody begins"), ("voice", "nobody:<i>nowhere")));
        page = await voice.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, voice.StatusCode);
        Assert.Contains("nobody:&lt;i&gt;nowhere", page, StringComparison.Ordinal);
        Assert.Equal(begun, (await studio.ReadAsync("/")).Split("/films/").Length);
    }

    [Theory]
    [InlineData("/new/text")]
    [InlineData("/accounts/import")]
    [InlineData("/language")]
    public async Task A_form_of_two_gigabytes_is_refused_with_a_sentence_before_it_is_sent(string to)
    {
        var address = studio.Browser.BaseAddress!;
        using var socket = new TcpClient(address.Host, address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST {to} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\nAccept-Language: en\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {2L << 30}\r\n\r\n"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Matches(@"The request is too large; \d+ MB at most", answer);
    }

    [Fact]
    public async Task A_form_that_does_not_say_how_large_it_is_is_cut_off_with_a_sentence()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/accounts/import")
        {
            Content = new MultipartFormDataContent { { new ByteArrayContent(new byte[31 << 20]), "file", "accounts.json" } },
        };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.Add("X-Antiforgery", OpenStudio.SealOf(await studio.ReadAsync("/accounts")));
        using var answer = await studio.Browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Matches(@"The request is too large; \d+ MB at most", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_long_script_is_edited_page_by_page_and_every_way_leads_to_the_page_of_its_scene()
    {
        var scenes = Enumerable.Range(1, 60).Select(number => new { prompt = $"Street number {number} in the rain.", duration = 2 });
        using var begun = await studio.Browser.PostAsJsonAsync("/api/v1/films/text2video", new { script = new { title = "Sixty", language = "en", scenes }, script_only = true });
        var room = await RoomAsync("/making/" + (await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString());
        var (first, second) = (await studio.ReadAsync(room + "/script"), await studio.ReadAsync(room + "/script?page=2"));
        Assert.Contains("id=\"scene-50\"", first, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"scene-51\"", first, StringComparison.Ordinal);
        Assert.Contains("data-rest=\"20\"", first, StringComparison.Ordinal);
        Assert.Contains("id=\"scene-51\"", second, StringComparison.Ordinal);
        Assert.Contains("data-rest=\"100\"", second, StringComparison.Ordinal);
        Assert.Contains("id=\"scene-60\"", await studio.ReadAsync(room + "/script?page=99"), StringComparison.Ordinal);
        Assert.Contains("id=\"scene-1\"", await studio.ReadAsync(room + "/script?page=-1"), StringComparison.Ordinal);

        using var moved = await studio.PostAsync(room + "/script", room + "/script/50", Form(("do", "down")));
        Assert.EndsWith("/script?page=2#scene-51", moved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var back = await studio.PostAsync(room + "/script", room + "/script/51", Form(("do", "up")));
        Assert.EndsWith("/script#scene-50", back.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/films/x/nowhere");
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await studio.Browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such page here", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>Waits, as the page does, until the script is written and the film has a room.</summary>
    private async Task<string> RoomAsync(string making)
    {
        for (var look = 0; look < 600; look++)
        {
            using var answer = await studio.Browser.GetAsync(making);
            if (answer.StatusCode == HttpStatusCode.Redirect)
                return answer.Headers.Location!.OriginalString;
            await Task.Delay(100);
        }

        throw new TimeoutException("The script was never written.");
    }
}
