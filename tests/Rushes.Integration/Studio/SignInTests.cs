using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Rushes.Integration.EndToEnd;
using Rushes.Integration.Studio.Api;

namespace Rushes.Integration.Studio;

/// <summary>A studio that others can reach lets in its owner alone.</summary>
public sealed class SignInTests(OpenToOthers studio) : IClassFixture<OpenToOthers>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/accounts")]
    [InlineData("/films/nobody")]
    [InlineData("/media/nobody/film.mp4")]
    [InlineData("/live/films/nobody")]
    public async Task A_stranger_sees_the_door_alone(string page)
    {
        using var stranger = studio.NewClient();
        using var answer = await stranger.GetAsync(page, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?back=" + Uri.EscapeDataString(page)), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("GET", "/api/v1/projects")]
    [InlineData("GET", "/api/v1/nothing")]
    [InlineData("GET", "/openapi/v1.json")]
    [InlineData("POST", "/api/v1/films/text2video")]
    [InlineData("POST", "/accounts")]
    public async Task A_stranger_s_program_gets_nothing(string method, string address)
    {
        using var stranger = studio.NewClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST")
            request.Content = new StringContent("""{"idea":"A cat"}""", Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "rushes_0000");
        using var answer = await stranger.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_owner_signs_in_and_out_again()
    {
        using var browser = studio.NewClient();
        using var welcome = await SignInAsync(browser, OpenToOthers.Password, "/accounts");
        Assert.Equal((HttpStatusCode.Redirect, "/accounts"), (welcome.StatusCode, welcome.Headers.Location?.OriginalString));
        var cookie = welcome.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("rushes-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        using (var page = await With(browser, cookie, HttpMethod.Get, "/accounts"))
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using (var api = await With(browser, cookie, HttpMethod.Get, "/api/v1/projects"))
            Assert.Equal(HttpStatusCode.OK, api.StatusCode);

        // The owner changes the password: whoever was signed in is not any more.
        await studio.AtTheDoorAsync(doors => doors.SetPasswordAsync(OpenToOthers.Password, CancellationToken.None));
        using var closed = await With(browser, cookie, HttpMethod.Get, "/accounts");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    public async Task A_sign_in_leads_nowhere_else(string back)
    {
        using var browser = studio.NewClient();
        using var welcome = await SignInAsync(browser, OpenToOthers.Password, back);
        Assert.Equal("/", welcome.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_program_enters_with_its_token_until_that_is_revoked_and_the_pages_stay_closed()
    {
        var token = "";
        await studio.AtTheDoorAsync(async doors => token = await doors.IssueTokenAsync("robot", CancellationToken.None));
        using var program = studio.NewClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var api = await ApiClient.OfAsync(program);
        Assert.Empty((await api.CallAsync("listProjects")).AsArray());
        using (var page = await program.GetAsync("/", TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        await studio.AtTheDoorAsync(doors => doors.RevokeTokenAsync("robot", CancellationToken.None));
        using var closed = await program.GetAsync("/api/v1/projects", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (closed.StatusCode, closed.Headers.WwwAuthenticate.ToString()));
        Assert.Equal("api.sign-in", (string?)JsonNode.Parse(await closed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["code"]);
        foreach (var file in Directory.EnumerateFiles(studio.Home.Home, "rushes.db*"))
        {
            await using var kept = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var content = new byte[kept.Length];
            await kept.ReadExactlyAsync(content, TestContext.Current.CancellationToken);
            Assert.True(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(token)) < 0, "the token is in the store");
            Assert.True(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(OpenToOthers.Password)) < 0, "the password is in the store");
        }
    }

    [Fact]
    public async Task The_command_line_enters_with_a_token_too()
    {
        var token = "";
        await studio.AtTheDoorAsync(async doors => token = await doors.IssueTokenAsync("terminal", CancellationToken.None));
        using var elsewhere = new TestHome();
        string[] command = ["--server", studio.Browser.BaseAddress!.ToString(), "projects"];
        Assert.Equal("api.sign-in", (await elsewhere.AskAsync(command)).Expect(2).Json.GetProperty("error").GetProperty("code").GetString());
        elsewhere.Environment["RUSHES_TOKEN"] = token;
        Assert.Empty((await elsewhere.AskAsync(command)).Expect(0).Json.GetProperty("projects").EnumerateArray());
    }

    [Theory]
    [InlineData(OpenToOthers.Name, HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("192.0.2.7", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("studio.example.evil.example", HttpStatusCode.MisdirectedRequest)]
    public async Task It_answers_to_its_own_names_alone(string host, HttpStatusCode status)
    {
        using var stranger = studio.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Host = host;
        using var answer = await stranger.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task No_account_leads_to_this_machine_or_its_neighbours()
    {
        var token = "";
        await studio.AtTheDoorAsync(async doors => token = await doors.IssueTokenAsync("accounts", CancellationToken.None));
        using var program = studio.NewClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var api = await ApiClient.OfAsync(program);
        foreach (var inner in new[]
        {
            "http://127.0.0.1:8188", "http://localhost:8188", "https://10.0.0.5", "https://192.168.1.1", "https://169.254.169.254", "https://[::1]", "https://[fd00::1]",
            "https://[::ffff:10.0.0.1]", "https://2130706433", "https://0x7f.1",
        })
        {
            var (status, answer) = await api.TryAsync("addAccount", body: new JsonObject { ["provider"] = "fal", ["tokens"] = new JsonArray("key-0815-key"), ["base_url"] = inner });
            Assert.True(status == 400 && (string?)answer!["code"] == "accounts.inner-address", $"{inner}: {answer}");
        }

        // A name is not known to be inner before it is resolved: then nothing is sent either.
        var named = await api.CallAsync("addAccount", body: new JsonObject
        {
            ["provider"] = "fal",
            ["name"] = "By name",
            ["tokens"] = new JsonArray("key-0815-key"),
            ["base_url"] = $"https://{Dns.GetHostName()}:9",
        });
        var tests = await api.CallAsync("testAccounts", body: new JsonObject { ["account"] = (string)named["id"]! });
        Assert.Contains("own network", (string?)tests[0]!["reason"], StringComparison.Ordinal);
    }

    internal static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string password, string back)
    {
        var page = await browser.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("password", password), KeyValuePair.Create("back", back)]),
        };
        request.Headers.Add("X-Antiforgery", OpenStudio.SealOf(page));
        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> With(HttpClient browser, string cookie, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
