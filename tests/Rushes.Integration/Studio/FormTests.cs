using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rushes.Integration.EndToEnd;

namespace Rushes.Integration.Studio;

/// <summary>What forms do with what is typed into them, above all when it is refused.</summary>
public sealed partial class FormTests(OpenStudio studio) : IClassFixture<OpenStudio>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_without_its_key_is_refused_and_the_form_stays_as_it_was()
    {
        using var keyless = await PostAsync("/accounts", "/accounts", ("provider", "fal"), ("name", "Keyless <b>one"), ("max_in_flight", "7"), ("quota_group", "shared"));
        var page = await PageAsync(keyless, HttpStatusCode.BadRequest);
        Assert.Contains("fill in \"Token or key\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("<option value=\"fal\" selected", page, StringComparison.Ordinal);
        Assert.Contains("name=\"name\" maxlength=\"100\" value=\"Keyless &lt;b&gt;one\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"max_in_flight\" type=\"number\" value=\"7\"", page, StringComparison.Ordinal);
        Assert.Contains("<details open", page, StringComparison.Ordinal);
        page = await studio.ReadAsync("/accounts");
        Assert.DoesNotContain("Keyless", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<details open", page, StringComparison.Ordinal);

        // Where a kind may do without, nothing is asked for.
        using var cloud = await PostAsync("/accounts", "/accounts", ("provider", "vertex-veo"), ("name", "Cloud"), ("project_id", "film"));
        Assert.Equal("/accounts", cloud.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_limits_of_an_account_are_kept_and_a_wrong_one_is_refused_without_showing_the_key()
    {
        const string Key = "planted-key-0817";
        using var wrong = await PostAsync("/accounts", "/accounts", ("provider", "fal"), ("name", "Limited"), ("tokens", Key), ("max_in_flight", "0"));
        var page = await PageAsync(wrong, HttpStatusCode.BadRequest);
        Assert.Contains("Clips at once: write a number from 1 to 1000.", page, StringComparison.Ordinal);
        Assert.Contains("Keys are never shown again", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, page, StringComparison.Ordinal);

        using var added = await PostAsync(
            "/accounts", "/accounts", ("provider", "fal"), ("name", "Limited"), ("tokens", Key), ("max_in_flight", "3"), ("submit_interval_ms", "250"), ("quota_group", "shared"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var account = JsonNode.Parse(await studio.ReadAsync("/api/v1/accounts"))!.AsArray().Single(one => (string?)one!["name"] == "Limited")!;
        Assert.Equal((3, 250, "shared"), ((int)account["limits"]!["max_in_flight"]!, (int)account["limits"]!["submit_interval_ms"]!, (string)account["quota_group"]!));
    }

    [Fact]
    public async Task An_account_is_changed_in_its_row_and_its_key_stays_unless_a_new_one_is_given()
    {
        using var added = await PostAsync("/accounts", "/accounts", ("provider", "vertex-veo"), ("name", "Cloud row"), ("project_id", "p-1"), ("tokens", "ya29.planted-0818"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var before = await AccountAsync("Cloud row");
        var row = "/accounts/" + (string)before["id"]!;
        Assert.Equal("vertex-veo/p-1", (string)before["quota_group"]!);
        using var changed = await PostAsync("/accounts", row, ("do", "change"), ("name", "Cloud two"), ("project_id", "p-2"), ("tokens", ""), ("base_url", ""), ("max_in_flight", "9"), ("submit_interval_ms", "1500"), ("quota_group", ""));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        var after = await AccountAsync("Cloud two");
        Assert.Equal(
            ("p-2", "vertex-veo/p-2", 9, 1500, 1),
            ((string)after["project_id"]!, (string)after["quota_group"]!, (int)after["limits"]!["max_in_flight"]!, (int)after["limits"]!["submit_interval_ms"]!, (int)after["tokens"]!));
        Assert.Equal((string)before["id"]!, (string)after["id"]!);

        using var wrong = await PostAsync("/accounts", row, ("do", "change"), ("name", "Cloud <i>three"), ("project_id", "p-2"), ("tokens", "ya29.planted-0819"), ("max_in_flight", "1001"));
        var page = await PageAsync(wrong, HttpStatusCode.BadRequest);
        Assert.Contains("Clips at once: write a number from 1 to 1000.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Cloud &lt;i&gt;three\"", page, StringComparison.Ordinal);
        Assert.Contains("<details open", page, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", page, StringComparison.Ordinal);
        Assert.Equal(9, (int)(await AccountAsync("Cloud two"))["limits"]!["max_in_flight"]!);

        async Task<JsonNode> AccountAsync(string name) =>
            JsonNode.Parse(await studio.ReadAsync("/api/v1/accounts"))!.AsArray().Single(one => (string?)one!["name"] == name)!;
    }

    [Fact]
    public async Task The_sentence_of_the_wall_stays_when_it_is_refused()
    {
        var sentence = "A sentence & too long: " + new string('x', 20_000);
        using var answer = await PostAsync("/", "/new/text", ("once", "0815"), ("idea", sentence));
        Assert.Contains(sentence + "</textarea>", WebUtility.HtmlDecode(await PageAsync(answer, HttpStatusCode.BadRequest)), StringComparison.Ordinal);
        using var endless = await PostAsync("/", "/new/text", ("once", "0816"), ("idea", "A film without end"), ("duration", "99999"));
        var page = await PageAsync(endless, HttpStatusCode.BadRequest);
        Assert.Contains("A film without end</textarea>", page, StringComparison.Ordinal);
        Assert.Matches("name=\"duration\"[^>]* value=\"99999\"", page);
    }

    [Fact]
    public async Task Any_film_can_be_removed_from_its_brief()
    {
        var room = await ScriptAsync("A baker bakes at night");
        var brief = await studio.ReadAsync(room + "/brief");
        Assert.Contains($"action=\"{room}/remove\"", brief, StringComparison.Ordinal);
        Assert.Matches("<button [^>]*data-confirm=\"Remove [^>]+>Remove this film</button>", brief);
        using var removed = await PostAsync(room + "/brief", room + "/remove", ("back", "//elsewhere.example"));
        Assert.Equal((HttpStatusCode.Redirect, "/"), (removed.StatusCode, removed.Headers.Location?.OriginalString));
        using var gone = await studio.Browser.GetAsync(room, Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain(room, await studio.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_that_are_refused_leave_their_prompts_and_settings_in_the_form_and_good_ones_go_to_the_list()
    {
        (string Name, string Value)[] typed =
        [
            ("idea", "Two <i>seasons"), ("prompts", "Snow falls\nLeaves & wind"), ("duration", ""), ("style", "romance"), ("quality", "preview"), ("then", "script"),
        ];
        using var wrong = Form(typed);
        wrong.Add(new ByteArrayContent([0x50, 0x4B, 3, 4, .. new byte[200]]), "images", "snow.png");
        using var refused = await studio.PostAsync("/new/images", "/new/images", wrong);
        var page = await PageAsync(refused, HttpStatusCode.BadRequest);
        Assert.Contains("Snow falls\nLeaves & wind</textarea>", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("value=\"Two &lt;i&gt;seasons\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"romance\" selected", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("name=\"duration\"[^>]* value=\"[^\"]", page);
        Assert.Contains("Files have to be chosen again", page, StringComparison.Ordinal);

        using var right = Form(typed);
        foreach (var (index, colour) in new[] { "white", "brown" }.Index())
            right.Add(await PictureAsync(colour), "images", $"{index}.png");
        using var added = await studio.PostAsync("/new/images", "/new/images", right);
        Assert.Equal("/new/images", added.Headers.Location?.OriginalString);
        var room = await ListedAsync("Two &lt;i&gt;seasons");
        Assert.Contains($"href=\"/new/images?like={room["/films/".Length..]}\"", await studio.ReadAsync(room + "/brief"), StringComparison.Ordinal);
        var like = await studio.ReadAsync("/new/images?like=" + room["/films/".Length..]);
        Assert.Contains("Snow falls\nLeaves & wind</textarea>", WebUtility.HtmlDecode(like), StringComparison.Ordinal);
        Assert.Contains("<option value=\"romance\" selected", like, StringComparison.Ordinal);

        using var removed = await PostAsync("/new/images", room + "/remove", ("back", "/new/images"));
        Assert.Equal("/new/images", removed.Headers.Location?.OriginalString);
        Assert.DoesNotContain("seasons", await studio.ReadAsync("/new/images"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_a_sales_film_are_kept_with_their_photos_and_stand_in_the_form_of_one_like_it()
    {
        using var form = Form(
            ("name", "Morning Star flask"), ("price", "249.000đ"), ("selling_points", "Keeps warm\r\nKeeps cold"), ("people", "Lan, a <b>teacher\r\nMinh, a climber"), ("duration", "12"),
            ("quality", "preview"), ("then", "script"));
        form.Add(await PictureAsync("orange"), "images", "flask.png");
        form.Add(await PictureAsync("pink"), "faces", "lan.png");
        using var begun = await studio.PostAsync("/new/sales", "/new/sales", form);
        var room = await RoomAsync(begun.Headers.Location!.OriginalString);
        var name = room["/films/".Length..];
        Assert.Single(Directory.EnumerateFiles(studio.Home.Root, "person-*.png", SearchOption.AllDirectories));
        var brief = await studio.ReadAsync(room + "/brief");
        Assert.Contains("<li>Lan, a &lt;b&gt;teacher</li>", brief, StringComparison.Ordinal);
        Assert.Contains("<li>Minh, a climber</li>", brief, StringComparison.Ordinal);
        Assert.Contains($"href=\"/new/sales?like={name}\"", brief, StringComparison.Ordinal);

        var like = WebUtility.HtmlDecode(await studio.ReadAsync("/new/sales?like=" + name));
        foreach (var field in new[] { "value=\"Morning Star flask\"", "value=\"249.000đ\"", "Keeps warm\nKeeps cold</textarea>", "Lan, a <b>teacher\nMinh, a climber</textarea>" })
            Assert.Contains(field, like, StringComparison.Ordinal);
        Assert.Matches("name=\"duration\"[^>]* value=\"12\"", like);
    }

    [Fact]
    public async Task Vietnamese_pages_speak_of_the_machine_and_of_files_in_their_own_words()
    {
        var machine = WebUtility.HtmlDecode(await studio.ReadAsync("/machine", "vi"));
        foreach (var name in new[] { "Thư mục chính", "Dự án", "Dung lượng trống", "Giọng đọc", "Phông chữ", "ffmpeg" })
            Assert.Contains($"<td>{name}</td>", machine, StringComparison.Ordinal);
        Assert.DoesNotMatch("<td>(home|projects|disk|voices|fonts)</td>", machine);
        foreach (var (page, field) in new[] { ("/new/text", "music"), ("/accounts", "file") })
            Assert.Matches($"""class="drop-box">.+Chọn tệp.+Chưa chọn tệp nào</span>\s*<input type="file" name="{field}" """, WebUtility.HtmlDecode(await studio.ReadAsync(page, "vi")));
    }

    [Fact]
    public async Task A_cut_that_is_refused_shows_the_cut_page_again_as_it_was_filled_in()
    {
        var room = await ScriptAsync("A gardener waters the roof");
        using var voice = await PostAsync(
            room + "/cut", room + "/cut", ("captions", "soft"), ("transition", "fade"), ("platform", "tiktok"), ("sound", "voices"), ("voice", "nobody:<i>nowhere"));
        var page = await PageAsync(voice, HttpStatusCode.BadRequest);
        Assert.Matches("class=\"notice bad\"[^>]*>[^<]*nobody:&lt;i&gt;nowhere", page);
        foreach (var field in new[] { "<option value=\"soft\" selected", "<option value=\"fade\" selected", "<option value=\"tiktok\" selected", "<option value=\"voices\" selected", "value=\"nobody:&lt;i&gt;nowhere\"" })
            Assert.Contains(field, page, StringComparison.Ordinal);

        using var song = Form(("captions", "none"), ("transition", "wipe"), ("sound", "mix"));
        song.Add(new ByteArrayContent([0x50, 0x4B, 3, 4, .. new byte[200]]), "music", "song.mp3");
        using var music = await studio.PostAsync(room + "/cut", room + "/cut", song);
        page = await PageAsync(music, HttpStatusCode.BadRequest);
        Assert.Contains("song.mp3&quot; is no music", page, StringComparison.Ordinal);
        Assert.Contains("Files have to be chosen again", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"wipe\" selected", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"cut\" selected", await studio.ReadAsync(room + "/cut"), StringComparison.Ordinal);
    }

    private async Task<string> ScriptAsync(string idea)
    {
        using var begun = await PostAsync("/new/text", "/new/text", ("idea", idea), ("duration", "6"), ("quality", "preview"), ("then", "script"));
        var room = await RoomAsync(begun.Headers.Location!.OriginalString);

        // While somebody works on it, nothing may be changed.
        await UntilAsync(async () => (await studio.ReadAsync(room + "/brief")).Contains("<button class=\"quiet-button\" data-confirm", StringComparison.Ordinal));
        return room;
    }

    private async Task<string> RoomAsync(string making)
    {
        var room = "";
        await UntilAsync(async () =>
        {
            using var answer = await studio.Browser.GetAsync(making, Stop);
            room = answer.Headers.Location?.OriginalString ?? "";
            return answer.StatusCode == HttpStatusCode.Redirect;
        });
        return room;
    }

    /// <summary>Waits until a film of the list can be run.</summary>
    private async Task<string> ListedAsync(string title)
    {
        Match? row = null;
        await UntilAsync(async () => (row = Row().Matches(await studio.ReadAsync("/new/images")).FirstOrDefault(row => row.Groups["title"].Value == title)) is not null);
        await UntilAsync(async () => (await studio.ReadAsync("/new/images")).Contains($"formaction=\"{row!.Groups["room"].Value}/run\"", StringComparison.Ordinal));
        return row!.Groups["room"].Value;
    }

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        for (var look = 0; look < 600; look++)
        {
            if (await done())
                return;
            await Task.Delay(100, Stop);
        }

        throw new TimeoutException("It never came so far.");
    }

    private static async Task<string> PageAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var page = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(status == answer.StatusCode, page);
        return page;
    }

    private async Task<ByteArrayContent> PictureAsync(string colour) =>
        new(await File.ReadAllBytesAsync(await Darkroom.PlainAsync(studio.Home[colour + ".png"], colour), Stop)) { Headers = { ContentType = new("image/png") } };

    private async Task<HttpResponseMessage> PostAsync(string page, string to, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await studio.PostAsync(page, to, form);
    }

    private static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        return form;
    }

    [GeneratedRegex(@"<a href=""(?<room>/films/[^""]+)"">(?<title>[^<]+)</a>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Row();
}
