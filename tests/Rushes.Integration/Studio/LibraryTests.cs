using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Rushes.Engine.Making;
using Rushes.Integration.Studio.Api;

namespace Rushes.Integration.Studio;

/// <summary>The data files, read and changed in the studio, by its pages and by its interface for programs.</summary>
public sealed class LibraryTests(OpenStudio studio) : IClassFixture<OpenStudio>
{
    private const string Evil = "</textarea><script>alert(1)</script>";

    [Fact]
    public async Task A_voice_is_heard_and_one_that_costs_money_or_is_none_is_refused_in_a_sentence()
    {
        var page = await studio.ReadAsync("/library");
        Assert.Contains("/voices/sample.wav?name=espeak-ng%3Avi%2Bf3", page, StringComparison.Ordinal);
        Assert.Contains("data-hear", await studio.ReadAsync("/new/text"), StringComparison.Ordinal);
        var (vietnamese, english) = (await HearAsync("espeak-ng:vi+f3"), await HearAsync("espeak-ng:en-us+m3"));
        Assert.NotEqual(vietnamese, english);
        Assert.Equal(vietnamese, await HearAsync("espeak-ng:vi+f3"));
        using var over = await studio.Browser.GetAsync("/api/v1/voices/sample?name=espeak-ng:vi%2Bf3", TestContext.Current.CancellationToken);
        Assert.Equal(vietnamese, await over.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        foreach (var paid in new[] { "elevenlabs:Rachel", "ElevenLabs:Rachel" })
            Assert.Equal("voices.sample-costs", await RefusedAsync(paid));
        foreach (var none in new[] { "nobody", "espeak-ng:../../x", "../../etc/passwd", "", ":" })
            Assert.Equal("film.voice-unknown", await RefusedAsync(none));
        using var told = await studio.Browser.GetAsync("/voices/sample.wav?name=elevenlabs:Rachel", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, told.StatusCode);
        Assert.Contains("costs money", await told.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        async Task<byte[]> HearAsync(string voice)
        {
            using var answer = await studio.Browser.GetAsync("/voices/sample.wav?name=" + Uri.EscapeDataString(voice), TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, "audio/wav"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            var wav = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.Equal("RIFF", Encoding.ASCII.GetString(wav, 0, 4));
            Assert.True(wav.Length > 48000, $"{wav.Length} bytes are not a sentence");
            return wav;
        }

        async Task<string?> RefusedAsync(string voice)
        {
            using var answer = await studio.Browser.GetAsync("/api/v1/voices/sample?name=" + Uri.EscapeDataString(voice), TestContext.Current.CancellationToken);
            return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["code"];
        }
    }

    [Fact]
    public async Task A_style_is_opened_saved_and_given_back_to_the_built_in_one()
    {
        const string Page = "/library/styles/romance";
        Assert.Contains($"href=\"{Page}\"", await studio.ReadAsync("/library"), StringComparison.Ordinal);
        var page = await studio.ReadAsync(Page);
        var text = TextOf(page);
        Assert.Equal(await File.ReadAllTextAsync(BuiltIn("styles/romance.json"), TestContext.Current.CancellationToken), text);
        Assert.DoesNotContain("value=\"remove\"", page, StringComparison.Ordinal);

        using var saved = await PostAsync(Page, ("do", "save"), ("text", text.Replace("Romance", "Amour", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.Redirect, Page + "?saved=true"), (saved.StatusCode, saved.Headers.Location?.OriginalString));
        Assert.Equal(text.Replace("Romance", "Amour", StringComparison.Ordinal), await File.ReadAllTextAsync(Own("styles/romance.json"), TestContext.Current.CancellationToken));
        page = await studio.ReadAsync(Page + "?saved=true");
        Assert.Contains("Saved.", page, StringComparison.Ordinal);
        Assert.Contains(Own("styles/romance.json"), WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Amour", await studio.ReadAsync("/library"), StringComparison.Ordinal);
        Assert.Contains("Amour", await studio.ReadAsync("/new/text"), StringComparison.Ordinal);

        using var back = await PostAsync(Page, ("do", "remove"));
        Assert.Equal(Page, back.Headers.Location?.OriginalString);
        Assert.False(File.Exists(Own("styles/romance.json")));
        Assert.Equal(text, TextOf(await studio.ReadAsync(Page)));
        Assert.DoesNotContain("Amour", await studio.ReadAsync("/new/text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_text_is_refused_in_one_sentence_and_stays_in_the_form()
    {
        const string Page = "/library/prompts/en/whole";
        var text = TextOf(await studio.ReadAsync(Page));
        var typed = "Mine\n{{nonsense}} " + Evil + text;
        using var answer = await PostAsync(Page, ("do", "save"), ("text", typed));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("prompts/en/whole.md was not saved; line 2 is wrong: nothing is known of {{nonsense}}.", html, StringComparison.Ordinal);
        Assert.Equal(typed, TextOf(html));
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Equal(text, TextOf(await studio.ReadAsync(Page)));
        Assert.Empty(OwnFiles("prompts"));
        Assert.Contains("dòng 2 có lỗi", WebUtility.HtmlDecode(await RefusalAsync(Page, "vi", ("do", "save"), ("text", typed))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_under_another_name_appears_in_the_lists_and_can_go_again()
    {
        const string Page = "/library/templates/three-act";
        var text = TextOf(await studio.ReadAsync(Page)).Replace("Three acts", "Three <b>steps</b>", StringComparison.Ordinal);
        using var taken = await PostAsync(Page, ("do", "copy"), ("text", text), ("name", "pas"));
        Assert.Equal(HttpStatusCode.BadRequest, taken.StatusCode);
        var html = await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(text, TextOf(html));
        Assert.Contains("value=\"pas\"", html, StringComparison.Ordinal);

        using var copied = await PostAsync(Page, ("do", "copy"), ("text", text), ("name", "three-steps"));
        Assert.Equal("/library/templates/three-steps?saved=true", copied.Headers.Location?.OriginalString);
        foreach (var list in new[] { "/library", "/new/text" })
            Assert.Contains("Three &lt;b&gt;steps", await studio.ReadAsync(list), StringComparison.Ordinal);
        var api = await ApiClient.OfAsync(studio.Browser);
        Assert.Contains((await api.CallAsync("listTemplates")).AsArray(), template => (string?)template!["id"] == "three-steps");

        using var removed = await PostAsync("/library/templates/three-steps", ("do", "remove"));
        Assert.Equal("/library#templates", removed.Headers.Location?.OriginalString);
        using var gone = await studio.Browser.GetAsync("/library/templates/three-steps", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain("three-steps", await studio.ReadAsync("/new/text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_script_is_written_by_what_was_saved()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        Assert.DoesNotContain("Once upon", (await ScriptAsync(api)).ToJsonString(), StringComparison.Ordinal);
        await ChangeAsync(api, "templates", "man-in-hole", text => text.Replace("\"beat\": \"Setup\"", "\"beat\": \"Once upon\"", StringComparison.Ordinal));
        await ChangeAsync(api, "styles", "cinematic", text => text.Replace("\"negative\": [", "\"negative\": [\"zebra crossings\", ", StringComparison.Ordinal));
        var script = (await ScriptAsync(api)).ToJsonString();
        Assert.Contains("Once upon", script, StringComparison.Ordinal);
        Assert.Contains("zebra crossings", script, StringComparison.Ordinal);
        await api.CallAsync("removeData", new { shelf = "templates", id = "man-in-hole" });
        await api.CallAsync("removeData", new { shelf = "styles", id = "cinematic" });
        script = (await ScriptAsync(api)).ToJsonString();
        Assert.DoesNotContain("Once upon", script, StringComparison.Ordinal);
        Assert.DoesNotContain("zebra crossings", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_of_voices_and_models_counts_at_once()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        await ChangeAsync(api, "voices", "espeak-ng", text => text.Replace("preview voice", "changed voice", StringComparison.Ordinal));
        await ChangeAsync(api, "models", "animatic", text => text.Replace("\"en\": \"", "\"en\": \"Changed ", StringComparison.Ordinal));
        try
        {
            var voices = (await api.CallAsync("listVoices")).AsArray().Where(voice => ((string)voice!["name"]!).StartsWith("espeak-ng:", StringComparison.Ordinal)).ToList();
            Assert.All(voices, voice => Assert.Contains("changed voice", (string)voice!["label"]!, StringComparison.Ordinal));
            Assert.Contains((await api.CallAsync("listModels")).AsArray(), model => ((string)model!["name"]!).StartsWith("Changed ", StringComparison.Ordinal));
        }
        finally
        {
            await api.CallAsync("removeData", new { shelf = "voices", id = "espeak-ng" });
            await api.CallAsync("removeData", new { shelf = "models", id = "animatic" });
        }
    }

    [Fact]
    public async Task A_program_reads_saves_copies_and_removes_by_what_the_document_says()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var shelves = (await api.CallAsync("listData")).AsArray();
        foreach (var shelf in shelves)
        {
            foreach (var file in shelf!["files"]!.AsArray())
                Assert.NotEmpty((string)(await api.CallAsync("readData", new { shelf = (string)shelf["shelf"]!, id = (string)file!["id"]! }))["text"]!);
        }

        var prompt = await api.CallAsync("readData", new { shelf = "prompts", id = "vi/whole" });
        var mine = await api.CallAsync("saveData", new { shelf = "prompts", id = "vi/whole" }, new JsonObject { ["text"] = (string)prompt["text"]! + Evil });
        Assert.Equal((true, true), ((bool)mine["own"]!, (bool)mine["built_in"]!));
        Assert.EndsWith(Evil, await File.ReadAllTextAsync((string)mine["path"]!, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var page = await studio.ReadAsync("/library/prompts/vi/whole");
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.EndsWith(Evil, TextOf(page), StringComparison.Ordinal);
        await api.CallAsync("removeData", new { shelf = "prompts", id = "vi/whole" });
        Assert.Equal((404, "data.not-own"), await ProblemAsync(api, "removeData", "prompts", "vi/whole"));

        var style = (string)(await api.CallAsync("readData", new { shelf = "styles", id = "fantasy" }))["text"]!;
        Assert.False((bool)(await api.CallAsync("saveData", new { shelf = "styles", id = "fantasy-2" }, new JsonObject { ["text"] = style }))["built_in"]!);
        await api.CallAsync("removeData", new { shelf = "styles", id = "fantasy-2" });
        Assert.Equal((404, "data.missing"), await ProblemAsync(api, "readData", "styles", "fantasy-2"));
    }

    [Theory]
    [InlineData("styles", "noir", "{\n\"name\": oops}", 400, "data.refused-at")]
    [InlineData("templates", "three-act", """{"name":{"en":"M"},"about":{"en":"M"},"beats":[]}""", 400, "data.refused")]
    [InlineData("styles", "No Such Name", "{}", 400, "data.bad-id")]
    [InlineData("styles", "../../escaped", "{}", 400, "data.bad-id")]
    [InlineData("styles", "/tmp/escaped", "{}", 400, "data.bad-id")]
    [InlineData("styles", "..\\..\\escaped", "{}", 400, "data.bad-id")]
    [InlineData("prompts", "en/escaped", "x", 400, "data.no-new")]
    [InlineData("scenery", "escaped", "{}", 404, "data.no-shelf")]
    [InlineData("..", "escaped", "{}", 404, null)]
    public async Task What_may_not_stand_there_is_refused_and_nothing_is_written(string shelf, string id, string text, int status, string? code)
    {
        var before = AllFiles();
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/data/{Uri.EscapeDataString(shelf)}/{Uri.EscapeDataString(id)}")
        {
            Content = new StringContent(new JsonObject { ["text"] = text }.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        using var answer = await studio.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.EndsWith(".", (string?)problem["title"], StringComparison.Ordinal);
        if (code is not null)
            Assert.Equal(code, (string?)problem["code"]);
        Assert.Equal(before, AllFiles());
    }

    /// <summary>As they come over the wire, without a client that tidies them up first.</summary>
    [Theory]
    [InlineData("GET /api/v1/data/styles/../../../etc/passwd")]
    [InlineData("GET /api/v1/data/styles/..%2F..%2F..%2Fetc%2Fpasswd")]
    [InlineData("GET /api/v1/data/styles/%2e%2e/%2e%2e/rushes.db")]
    [InlineData("GET /api/v1/data/styles//etc/passwd")]
    [InlineData("GET /api/v1/data/styles/%252e%252e%252frushes")]
    [InlineData("GET /api/v1/data/styles/film-noir%00")]
    [InlineData("GET /api/v1/data/..%2Fkeys/x")]
    [InlineData("DELETE /api/v1/data/styles/..%2F..%2Frushes")]
    [InlineData("DELETE /api/v1/data/styles/film-noir")]
    [InlineData("GET /library/styles/..%2F..%2Frushes")]
    [InlineData("GET /library/styles/%00")]
    [InlineData("GET /library/..%2F..%2Fetc/passwd")]
    [InlineData("GET /library/nothing/x")]
    public async Task An_address_is_never_a_path(string line)
    {
        var before = AllFiles();
        var address = studio.Browser.BaseAddress!;
        using var socket = new TcpClient(address.Host, address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Matches(@"\AHTTP/1\.1 40[04] ", answer);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.Equal(before, AllFiles());
    }

    [Fact]
    public async Task What_is_too_large_is_refused_and_kept_in_the_form()
    {
        var text = "{\"a\":\"" + new string('a', DataDesk.Largest) + "\"}";
        var api = await ApiClient.OfAsync(studio.Browser);
        var (status, problem) = await api.TryAsync("saveData", new { shelf = "styles", id = "large" }, new JsonObject { ["text"] = text });
        Assert.Equal((413, "data.too-large"), (status, (string?)problem!["code"]));
        Assert.Equal(text, TextOf(await RefusalAsync("/library/styles/horror", "en", ("do", "save"), ("text", text))));
        Assert.DoesNotContain(OwnFiles("styles"), file => file.Contains("large", StringComparison.Ordinal) || file.Contains("horror", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_does_not_come_from_a_page_of_the_studio_changes_nothing()
    {
        using var form = Form(("do", "save"), ("text", "{}"));
        using var answer = await studio.Browser.PostAsync("/library/styles/horror", form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var other = Form(("text", "{}"));
        using var put = await studio.Browser.PutAsync("/api/v1/data/styles/horror", other, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, put.StatusCode);
        Assert.DoesNotContain(OwnFiles("styles"), file => file.Contains("horror", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_file_that_was_put_there_by_hand_is_listed_and_mended_on_its_page()
    {
        var file = Own("manners/whisper.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "{\n\"name\": " + Evil + "}", TestContext.Current.CancellationToken);
        Assert.Contains("/library/manners/whisper", await studio.ReadAsync("/library"), StringComparison.Ordinal);
        var page = await studio.ReadAsync("/library/manners/whisper");
        Assert.Contains("is broken at line 2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        using var saved = await PostAsync("/library/manners/whisper", ("do", "save"), ("text", """{"name":{"en":"Whisper"},"words":{"en":"in a whisper"}}"""));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.DoesNotContain("is broken", await studio.ReadAsync("/library"), StringComparison.Ordinal);
        Assert.Contains("Whisper", await studio.ReadAsync("/new/text"), StringComparison.Ordinal);
        using var removed = await PostAsync("/library/manners/whisper", ("do", "remove"));
        Assert.False(File.Exists(file));
    }

    private static async Task ChangeAsync(ApiClient api, string shelf, string id, Func<string, string> change)
    {
        var text = (string)(await api.CallAsync("readData", new { shelf, id }))["text"]!;
        Assert.NotEqual(text, change(text));
        await api.CallAsync("saveData", new { shelf, id }, new JsonObject { ["text"] = change(text) });
    }

    private static async Task<JsonNode> ScriptAsync(ApiClient api)
    {
        var begun = await api.CallAsync("beginText2Video", body: new JsonObject
        {
            ["idea"] = "A kite is lost in a storm",
            ["duration"] = 24,
            ["template"] = "man-in-hole",
            ["style"] = "cinematic",
            ["script_only"] = true,
        });
        var project = (string)(await api.OverAsync(begun))["project"]!;
        return (await api.CallAsync("getScript", new { project }))["script"]!;
    }

    private static async Task<(int Status, string? Code)> ProblemAsync(ApiClient api, string operation, string shelf, string id)
    {
        var (status, problem) = await api.TryAsync(operation, new { shelf, id });
        return (status, (string?)problem!["code"]);
    }

    private Task<HttpResponseMessage> PostAsync(string page, params (string Name, string Value)[] fields) => studio.PostAsync(page, page, Form(fields));

    private async Task<string> RefusalAsync(string page, string language, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, page) { Content = Form(fields) };
        request.Headers.Add("X-Antiforgery", OpenStudio.SealOf(await studio.ReadAsync(page)));
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await studio.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What the page's field holds, as a browser reads it.</summary>
    private static string TextOf(string html)
    {
        var begin = html.IndexOf('>', html.IndexOf("<textarea name=\"text\"", StringComparison.Ordinal)) + 1;
        var text = WebUtility.HtmlDecode(html[begin..html.IndexOf("</textarea>", begin, StringComparison.Ordinal)]);
        return text.StartsWith('\n') ? text[1..] : text;
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static string BuiltIn(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);

    private string Own(string name) => Path.Combine(studio.Home.Home, "data", name);

    private string[] OwnFiles(string shelf) => Directory.Exists(Own(shelf)) ? Directory.GetFiles(Own(shelf), "*", SearchOption.AllDirectories) : [];

    /// <summary>All that could be written to or removed, but for what the studio itself keeps on writing.</summary>
    private List<string> AllFiles() =>
    [
        .. Directory.EnumerateFiles(studio.Home.Root, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "data"), "*", SearchOption.AllDirectories))
            .Where(file => !file.Contains("rushes.db", StringComparison.Ordinal) && !file.Contains("presence", StringComparison.Ordinal) && !file.Contains("logs", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
