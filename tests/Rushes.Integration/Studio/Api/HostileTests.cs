using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Rushes.Integration.Studio.Api;

/// <summary>What strangers try: each is refused with one sentence, and changes nothing.</summary>
public sealed class HostileTests(OpenStudio studio) : IClassFixture<OpenStudio>
{
    private const string Key = "planted-key-4711";

    public static TheoryData<string, string> ForeignForms => new()
    {
        { "application/x-www-form-urlencoded", "idea=from+elsewhere" },
        { "text/plain", """{"idea":"from elsewhere"}""" },
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"idea\"\r\n\r\nfrom elsewhere\r\n--x--\r\n" },
        { "", """{"idea":"from elsewhere"}""" },
    };

    [Theory]
    [MemberData(nameof(ForeignForms))]
    public async Task What_a_form_of_another_site_can_send_is_refused(string type, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type.Length > 0 ? type : null);
        using var answer = await studio.Browser.PostAsync("/api/v1/films/text2video", content, TestContext.Current.CancellationToken);
        await RefusesAsync(answer, HttpStatusCode.UnsupportedMediaType, "api.json-type");
        await NothingBegunAsync();
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_of_another_site_is_refused_whatever_it_sends(string header, string value)
    {
        using var request = Json(HttpMethod.Post, "/api/v1/films/text2video", """{"idea":"from elsewhere"}""");
        request.Headers.Add(header, value);
        using var answer = await studio.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        await RefusesAsync(answer, HttpStatusCode.Forbidden, "api.foreign");
        await NothingBegunAsync();
    }

    [Fact]
    public async Task No_page_of_another_site_gets_leave_to_send_json()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/films/text2video");
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var answer = await studio.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.False(answer.IsSuccessStatusCode);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_foreign_host_is_turned_away()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/projects");
        request.Headers.Host = "rushes.example";
        using var answer = await studio.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/v1/projects/..%2F..%2Fetc")]
    [InlineData("GET", "/api/v1/projects/%2e%2e")]
    [InlineData("GET", "/api/v1/projects/..%5C..%5Cetc/script")]
    [InlineData("GET", "/api/v1/projects/nobody/files/film.mp4")]
    [InlineData("GET", "/api/v1/projects/nobody/scenes/1/takes/1/clip.mp4")]
    [InlineData("GET", "/api/v1/projects/nobody/events")]
    [InlineData("DELETE", "/api/v1/projects/..%2F..%2F..%2Fhome")]
    [InlineData("GET", "/api/v1/works/..%2F..%2Fetc")]
    [InlineData("GET", "/api/v1/nothing")]
    [InlineData("GET", "/api/v1/projects/nobody/scenes/99999999999999999999")]
    public async Task A_name_is_never_a_path(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await studio.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        await RefusesAsync(answer, HttpStatusCode.NotFound, null);
    }

    [Theory]
    [InlineData("""{"idea":1}""", "idea")]
    [InlineData("""{"idea":"A cat","durration":8}""", "durration")]
    [InlineData("""{"idea":"A cat","quality":"../full"}""", "quality")]
    [InlineData("""{"idea":"A cat","quality":0}""", "quality")]
    [InlineData("""{"idea":"A cat","aspect":"<script>"}""", "aspect")]
    [InlineData("""{"idea":"A cat","duration":1e308}""", "duration")]
    [InlineData("""{"idea":"A cat","copies":13}""", "copies")]
    [InlineData("""{"idea":"A cat","max_cost":-1}""", "max_cost")]
    [InlineData("""{"idea":"A cat","template":"../../etc/passwd"}""", "template")]
    [InlineData("""{"idea":"A cat","provider":"../fal"}""", "provider")]
    [InlineData("""{"idea":"   "}""", "idea")]
    [InlineData("""{"idea":""", "idea")]
    [InlineData("", "request")]
    [InlineData("null", "request")]
    public async Task What_is_wrong_is_named_and_nothing_is_begun(string body, string field)
    {
        using var request = Json(HttpMethod.Post, "/api/v1/films/text2video", body);
        using var answer = await studio.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = await RefusesAsync(answer, HttpStatusCode.BadRequest, null);
        Assert.Equal(field, (string?)problem["field"]);
        await NothingBegunAsync();
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("{01234567-89ab-cdef-0123-456789abcdef}")]
    public async Task A_picture_is_only_what_was_uploaded_here(string upload)
    {
        var body = new JsonObject { ["pictures"] = new JsonArray(new JsonObject { ["upload"] = upload }) };
        using var request = Json(HttpMethod.Post, "/api/v1/films/image2video", body.ToJsonString());
        using var answer = await studio.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("pictures[0].upload", (string?)(await RefusesAsync(answer, HttpStatusCode.BadRequest, "api.no-upload"))["field"]);
    }

    [Fact]
    public async Task A_zip_named_picture_is_refused_by_its_content_and_not_kept()
    {
        using var zip = new ByteArrayContent([0x50, 0x4B, 3, 4, .. new byte[200]]);
        zip.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var answer = await studio.Browser.PostAsync("/api/v1/uploads", zip, TestContext.Current.CancellationToken);
        await RefusesAsync(answer, HttpStatusCode.BadRequest, "api.no-kind");
        Assert.Empty(Uploaded());
    }

    [Fact]
    public async Task Two_gigabytes_are_refused_before_they_are_sent()
    {
        var address = studio.Browser.BaseAddress!;
        using var socket = new TcpClient(address.Host, address.Port);
        await using var stream = socket.GetStream();
        var began = Stopwatch.GetTimestamp();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST /api/v1/uploads HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: image/png\r\nContent-Length: {2L << 30}\r\n\r\n"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60));
        Assert.Empty(Uploaded());
    }

    [Fact]
    public async Task An_endless_upload_is_cut_off_and_not_kept()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/uploads") { Content = new EndlessContent() };
        request.Headers.TransferEncodingChunked = true;
        try
        {
            using var answer = await studio.Browser.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The studio hung up while we were still sending: that is what cutting off looks like from here.
        }

        Assert.Empty(Uploaded());
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var request = Json(HttpMethod.Post, "/api/v1/films/text2video", $$"""{"idea":"{{new string('a', 5 << 20)}}"}""");
        request.Headers.ExpectContinue = true;
        using var answer = await studio.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        await RefusesAsync(answer, HttpStatusCode.RequestEntityTooLarge, "api.too-large");
    }

    [Fact]
    public async Task A_secret_comes_in_and_never_goes_out_again()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var account = await api.CallAsync("addAccount", body: new JsonObject { ["provider"] = "gemini-omni", ["name"] = "Mine", ["tokens"] = new JsonArray(Key), ["enabled"] = false });
        Assert.Equal(1, (int)account["tokens"]!);
        var id = (string)account["id"]!;
        foreach (var said in new[]
        {
            account,
            await api.CallAsync("getAccount", new { account = id }),
            await api.CallAsync("setAccount", new { account = id }, new JsonObject { ["tokens"] = new JsonArray(Key + "-2"), ["limits"] = new JsonObject { ["max_in_flight"] = 2 } }),
            await api.CallAsync("importAccounts", body: new JsonArray(new JsonObject { ["provider"] = "fal", ["name"] = "Other", ["tokens"] = new JsonArray(Key), ["enabled"] = false })),
            (await api.TryAsync("addAccount", body: new JsonObject { ["provider"] = "fal", ["tokens"] = new JsonArray(Key), ["base_url"] = "http://elsewhere.example" })).Answer!,
            (await api.TryAsync("addAccount", body: new JsonObject { ["provider"] = "fal", ["tokens"] = new JsonArray(Key + "\n") })).Answer!,
        })
            Assert.DoesNotContain(Key, said.ToJsonString(), StringComparison.Ordinal);

        var everything = (await api.CallAsync("listAccounts")).ToJsonString();
        Assert.DoesNotContain(Key, everything, StringComparison.Ordinal);
        foreach (var page in new[] { $"/api/v1/accounts/{id}/tokens", $"/api/v1/accounts/{id}?tokens=true", $"/api/v1/accounts/{id}/secret" })
        {
            using var asked = await studio.Browser.GetAsync(page, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(Key, await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        await api.CallAsync("removeAccount", new { account = id });
        Assert.Equal(404, (await api.TryAsync("getAccount", new { account = id })).Status);
    }

    [Fact]
    public async Task Markup_stays_text_through_every_field_of_a_script()
    {
        const string Evil = "<script>alert(1)</script>\" onload=x ../../etc/passwd";
        var api = await ApiClient.OfAsync(studio.Browser);
        var begun = await api.OverAsync(await api.CallAsync("beginText2Video", body: new JsonObject { ["idea"] = "A kite " + Evil, ["duration"] = 6, ["script_only"] = true }));
        var project = (string)begun["project"]!;
        Assert.Equal(Path.GetFileName(project), project);
        var fields = new JsonObject();
        foreach (var field in new[] { "prompt", "location", "camera_shot", "lighting_mood", "emotion", "story_beat", "time_of_day", "visual_notes", "sound", "narration" })
            fields[field] = Evil;
        fields["dialogues"] = new JsonArray(new JsonObject { ["speaker"] = Evil, ["text"] = Evil });
        var script = await api.CallAsync("editScene", new { project, scene = 1 }, fields);
        Assert.Equal(Evil, (string?)script["script"]!["scenes"]![0]!["prompt"]);
        foreach (var page in new[] { "", "/script", "/takes/1", "/cut" })
            Assert.DoesNotContain("<script>alert", await studio.ReadAsync($"/films/{Uri.EscapeDataString(project)}{page}"), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Directory.EnumerateFileSystemEntries(studio.Home.Root, "*passwd*", SearchOption.AllDirectories));
        await api.CallAsync("removeProject", new { project });
    }

    [Fact]
    public async Task A_forged_place_in_the_events_is_refused_or_tells_no_more_than_there_is()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var begun = await api.OverAsync(await api.CallAsync("beginText2Video", body: new JsonObject { ["idea"] = "A forged stream", ["duration"] = 3, ["script_only"] = true }));
        var project = (string)begun["project"]!;
        foreach (var place in new[] { "../../etc/passwd", "run/-1", "run/1/2", "7", "<script>", "run/99999999999999999999" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/projects/{Uri.EscapeDataString(project)}/events");
            request.Headers.TryAddWithoutValidation("Last-Event-ID", place);
            using var answer = await studio.Browser.SendAsync(request, TestContext.Current.CancellationToken);
            await RefusesAsync(answer, HttpStatusCode.BadRequest, "api.event-place");
        }

        Assert.DoesNotContain(await api.StreamAsync("watchProject", new { project }, "?until_idle=true", "nobody/5"), one => one.Kind == "event");
        await api.CallAsync("removeProject", new { project });
    }

    private static HttpRequestMessage Json(HttpMethod method, string address, string body) =>
        new(method, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>One sentence, in the form of all problems.</summary>
    private static async Task<JsonNode> RefusesAsync(HttpResponseMessage answer, HttpStatusCode status, string? code)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{status} expected, not {answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var problem = JsonNode.Parse(text)!;
        Assert.EndsWith(".", (string?)problem["title"], StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        if (code is not null)
            Assert.Equal(code, (string?)problem["code"]);
        return problem;
    }

    private async Task NothingBegunAsync()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        Assert.DoesNotContain("from elsewhere", (await api.CallAsync("listProjects")).ToJsonString() + (await api.CallAsync("listWorks")).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("A cat", (await api.CallAsync("listProjects")).ToJsonString(), StringComparison.Ordinal);
    }

    private IEnumerable<string> Uploaded() => Directory.Exists(Path.Combine(studio.Home.Home, "cache", "uploads"))
        ? Directory.EnumerateFileSystemEntries(Path.Combine(studio.Home.Home, "cache", "uploads"))
        : [];

    /// <summary>A png's beginning, and then no end.</summary>
    private sealed class EndlessContent : HttpContent
    {
        public EndlessContent() => Headers.ContentType = new MediaTypeHeaderValue("image/png");

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[1 << 16];
            new byte[] { 0x89, 0x50, 0x4E, 0x47 }.CopyTo(block, 0);
            for (var sent = 0L; sent < 2L << 30; sent += block.Length)
                await stream.WriteAsync(block);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
