using System.Text.Json.Nodes;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.GoogleFlow;

namespace Rushes.Integration.Fakes;

/// <summary>Google Flow's wire, as section 2 of the seeds' program speaks it.</summary>
public sealed class FlowFakeTests
{
    private const string Status = "v1/video:batchCheckAsyncVideoGenerationStatus";
    private const string Upload = "/v1:uploadUserImage";

    private static readonly FakeOptions Quick = new() { Generate = TimeSpan.FromMilliseconds(30) };

    [Fact]
    public async Task A_clip_is_submitted_followed_and_fetched_in_ranges()
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick);
        using var stranger = new Stranger(server, "ya29.secret");
        var submitted = await stranger.SendAsync(HttpMethod.Post, Path("Text"), Text("A paper boat on a pond", "s1"), "text/plain;charset=UTF-8");
        Assert.Equal(200, submitted.Status);
        Assert.Equal("MEDIA_GENERATION_STATUS_PENDING", (string?)submitted.Json["operations"]![0]!["status"]);
        Assert.Equal("s1", (string?)submitted.Json["operations"]![0]!["sceneId"]);

        var done = await FollowAsync(stranger, submitted.Json);
        Assert.Equal("MEDIA_GENERATION_STATUS_SUCCESSFUL", (string?)done["status"]);
        var video = done["operation"]!["metadata"]!["video"]!;
        Assert.Equal("VIDEO_ASPECT_RATIO_LANDSCAPE", (string?)video["aspectRatio"]);
        var link = (string)video["fifeUrl"]!;
        Assert.StartsWith(server.CdnAddress.AbsoluteUri, link, StringComparison.Ordinal);

        var whole = await stranger.GetAsync(link);
        Assert.Equal((200, "video/mp4"), (whole.Status, whole.ContentType));
        Assert.True(Clip.MoovFirst(whole.Bytes));
        var clip = await Clip.ProbeAsync(whole.Bytes);
        Assert.Equal(("h264", 320, 180, "yuv420p", true), (clip.Video, clip.Width, clip.Height, clip.PixelFormat, clip.Sound));
        Assert.Equal(8, clip.Seconds, 0.1);

        var part = await stranger.GetAsync(link, ("Range", "bytes=100-199"));
        Assert.Equal(206, part.Status);
        Assert.Equal(whole.Bytes[100..200], part.Bytes);
        Assert.Single(server.Calls.To(Path("Text")));
    }

    [Fact]
    public async Task A_picture_starts_a_clip_and_another_ends_it()
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick);
        using var stranger = new Stranger(server, "t");
        var upload = await stranger.PostAsync(Upload, UploadBody(Picture));
        Assert.Equal((1, 1), ((int)upload.Json["width"]!, (int)upload.Json["height"]!));
        var media = (string)upload.Json["mediaGenerationId"]!["mediaGenerationId"]!;

        var started = await stranger.PostAsync(Path("StartImage"), Body($$"""
            {"aspectRatio":"VIDEO_ASPECT_RATIO_PORTRAIT","seed":7,"videoModelKey":"veo_3_1_i2v_s_fast_portrait_ultra","metadata":{"sceneId":"s1"},
             "textInput":{"prompt":"It moves gently"},"startImage":{"mediaId":"{{media}}"} }
            """));
        Assert.Equal(200, started.Status);
        var ended = await stranger.PostAsync(Path("StartAndEndImage"), Body($$"""
            {"aspectRatio":"VIDEO_ASPECT_RATIO_LANDSCAPE","seed":7,"videoModelKey":"veo_3_1_i2v_s_fast_fl","metadata":{"sceneId":"s2"},
             "textInput":{"prompt":"It moves gently"},"startImage":{"mediaId":"{{media}}"},"endImage":{"mediaId":"{{media}}"} }
            """));
        Assert.Equal(200, ended.Status);
        Assert.Equal(["first", "last"], server.Operations.All[1].Order.Enclosures.Select(enclosure => enclosure.Role));
        Assert.Equal(server.Uploads.All[0].Sha256, server.Operations.All[0].Order.Enclosures[0].Sha256);

        var nested = await stranger.PostAsync(Path("StartImage"), Body("""
            {"aspectRatio":"VIDEO_ASPECT_RATIO_PORTRAIT","seed":7,"videoModelKey":"veo_3_1_i2v_s","metadata":{"sceneId":"s1"},"imageInput":{}}
            """));
        Assert.Equal(400, nested.Status);
        Assert.Equal("Invalid JSON payload received. Unknown name \"imageInput\" at 'requests[0]': Cannot find field.", (string?)nested.Json["error"]!["message"]);
    }

    [Theory]
    [InlineData(FlowStatusShape.Succeeded, "MEDIA_GENERATION_STATUS_SUCCEEDED", "metadata")]
    [InlineData(FlowStatusShape.Documented, "MEDIA_GENERATION_STATUS_SUCCEEDED", "done")]
    public async Task The_other_words_for_success_can_be_had(FlowStatusShape shape, string word, string field)
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick with { Flow = new FlowOptions { Shape = shape } });
        using var stranger = new Stranger(server, "t");
        var done = await FollowAsync(stranger, (await stranger.PostAsync(Path("Text"), Text("A quiet lake", "s"))).Json);
        Assert.Equal(word, (string?)done["status"]);
        Assert.NotNull(done["operation"]![field]);
        Assert.Equal(shape == FlowStatusShape.Documented, done["response"]?["videoUrl"] is not null);
    }

    [Fact]
    public async Task The_media_form_has_no_link_but_leads_to_one()
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick);
        using var stranger = new Stranger(server, "t");
        var submitted = await stranger.PostAsync(Path("Text"), Text("A quiet lake", "s"));
        var name = (string)submitted.Json["operations"]![0]!["operation"]!["name"]!;
        var answer = await Stranger.UntilAsync(
            () => stranger.PostAsync(Status, $$"""{"media":[{"name":"{{name}}","projectId":"p"}]}"""),
            json => StatusOf(json).EndsWith("SUCCESSFUL", StringComparison.Ordinal));
        Assert.DoesNotContain("http", answer.Text, StringComparison.Ordinal);
        var media = await stranger.GetAsync($"v1/media/{(string)answer.Json["media"]![0]!["name"]!}");
        Assert.Equal(200, (await stranger.GetAsync((string)media.Json["video"]!["fifeUrl"]!)).Status);

        static string StatusOf(JsonNode json) => (string)json["media"]![0]!["mediaMetadata"]!["mediaStatus"]!["mediaGenerationStatus"]!;
    }

    [Fact]
    public async Task A_ready_clip_is_made_larger()
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick);
        using var stranger = new Stranger(server, "t");
        var done = await FollowAsync(stranger, (await stranger.PostAsync(Path("Text"), Text("A quiet lake", "s"))).Json);
        var larger = await stranger.PostAsync(Path("UpsampleVideo"), Body($$"""
            {"aspectRatio":"VIDEO_ASPECT_RATIO_LANDSCAPE","seed":1,"videoInput":{"mediaId":"{{(string)done["mediaGenerationId"]!}}"},
             "videoModelKey":"veo_2_1080p_upsampler_8s","metadata":{"sceneId":"s"} }
            """));
        var upscaled = await FollowAsync(stranger, larger.Json);
        var clip = await Clip.ProbeAsync((await stranger.GetAsync((string)upscaled["operation"]!["metadata"]!["video"]!["fifeUrl"]!)).Bytes);
        Assert.Equal((480, 270), (clip.Width, clip.Height));
    }

    [Fact]
    public async Task Without_a_captcha_token_only_generation_is_refused()
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick with { Flow = new FlowOptions { DemandsRecaptcha = true } });
        using var stranger = new Stranger(server, "t");
        var refused = await stranger.PostAsync(Path("Text"), Text("A quiet lake", "s"));
        Assert.Equal(403, refused.Status);
        Assert.Equal("PUBLIC_ERROR_UNUSUAL_ACTIVITY", (string?)refused.Json["error"]!["details"]![0]!["reason"]);
        Assert.Equal(200, (await stranger.GetAsync("v1/credits")).Status);
        Assert.Equal(200, (await stranger.PostAsync(Upload, UploadBody(Picture))).Status);
        var minted = Text("A quiet lake", "s").Replace("\"projectId\"", "\"recaptchaContext\":{\"token\":\"x\"},\"projectId\"", StringComparison.Ordinal);
        Assert.Equal(200, (await stranger.PostAsync(Path("Text"), minted)).Status);
    }

    [Fact]
    public async Task Another_account_does_not_see_the_operation_and_no_account_is_told_to_sign_in()
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick with
        {
            Accounts = [new FakeAccount { Name = "a", Tokens = ["ta", "ta2"], Project = "p" }, new FakeAccount { Name = "b", Tokens = ["tb"], Project = "q" }],
        });
        using var first = new Stranger(server, "ta");
        using var second = new Stranger(server, "ta2");
        using var other = new Stranger(server, "tb");
        using var nobody = new Stranger(server, "stolen");
        var submitted = (await first.PostAsync(Path("Text"), Text("A quiet lake", "s"))).Json;
        Assert.Equal(200, (await second.PostAsync(Status, Question(submitted))).Status);
        Assert.Equal(403, (await other.PostAsync(Status, Question(submitted, "q"))).Status);
        Assert.Equal(403, (await other.PostAsync(Status, Question(submitted))).Status);
        var refused = await nobody.PostAsync(Path("Text"), Text("A quiet lake", "s"));
        Assert.Equal((401, "UNAUTHENTICATED"), (refused.Status, (string?)refused.Json["error"]!["status"]));
        var unknown = await first.PostAsync(Status, """{"operations":[{"operation":{"name":"nothing"},"sceneId":"s"}]}""");
        Assert.Equal((404, "NOT_FOUND"), (unknown.Status, (string?)unknown.Json["error"]!["status"]));
    }

    [Theory]
    [InlineData("""{"aspectRatio":"VIDEO_ASPECT_RATIO_PORTRAIT","videoModelKey":"veo_3_1_t2v_fast_ultra","metadata":{"sceneId":"s"},"textInput":{"prompt":"upright with a model that films across"}}""")]
    [InlineData("""{"aspectRatio":"VIDEO_ASPECT_RATIO_LANDSCAPE","videoModelKey":"veo_9_t2v","metadata":{"sceneId":"s"},"textInput":{"prompt":"an unknown model"}}""")]
    [InlineData("""{"aspectRatio":"VIDEO_ASPECT_RATIO_LANDSCAPE","videoModelKey":"veo_3_1_t2v","textInput":{"prompt":"no scene id at all"}}""")]
    [InlineData("""{"aspectRatio":"16:9","videoModelKey":"veo_3_1_t2v","metadata":{"sceneId":"s"},"textInput":{"prompt":"another word for across"}}""")]
    [InlineData("""{"aspectRatio":"VIDEO_ASPECT_RATIO_LANDSCAPE","videoModelKey":"veo_3_1_t2v","metadata":{"sceneId":"s"},"textInput":{"prompt":""}}""")]
    [InlineData("""{"aspectRatio":"VIDEO_ASPECT_RATIO_LANDSCAPE","videoModelKey":7,"metadata":{"sceneId":"s"},"textInput":{"prompt":"a number for a name"}}""")]
    public async Task What_the_service_refuses_is_refused(string request)
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick);
        using var stranger = new Stranger(server, "t");
        var refused = await stranger.PostAsync(Path("Text"), Body(request));
        Assert.Equal((400, "INVALID_ARGUMENT"), (refused.Status, (string?)refused.Json["error"]!["status"]));
        Assert.Empty(server.Operations.All);
    }

    [Theory]
    [InlineData("[[400]]", 400, "INVALID_ARGUMENT")]
    [InlineData("[[unauthorized]]", 401, "UNAUTHENTICATED")]
    [InlineData("[[quota]]", 429, "RESOURCE_EXHAUSTED")]
    [InlineData("[[429]]", 429, "RESOURCE_EXHAUSTED")]
    [InlineData("[[500]]", 500, "INTERNAL")]
    [InlineData("[[503]]", 503, "UNAVAILABLE")]
    [InlineData("[[captcha]]", 403, "PERMISSION_DENIED")]
    public async Task A_marker_in_the_prompt_refuses_the_submission(string marker, int status, string word)
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick);
        using var stranger = new Stranger(server, "t");
        var refused = await stranger.PostAsync(Path("Text"), Text($"A quiet lake {marker}", "s"));
        Assert.Equal((status, word), (refused.Status, (string?)refused.Json["error"]!["status"]));
        Assert.False(refused.Headers.ContainsKey("Retry-After"));
        Assert.Empty(server.Operations.All);
    }

    [Fact]
    public async Task Too_many_may_say_how_long_to_wait_and_ends()
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick);
        using var stranger = new Stranger(server, "t");
        var refused = await stranger.PostAsync(Path("Text"), Text("A quiet lake [[429:1.5*2]]", "s"));
        Assert.Equal(("2", "1.5s"), (refused.Headers["Retry-After"], (string?)refused.Json["error"]!["details"]![0]!["retryDelay"]));
        Assert.Equal(429, (await stranger.PostAsync(Path("Text"), Text("A quiet lake [[429:1.5*2]]", "s"))).Status);
        Assert.Equal(200, (await stranger.PostAsync(Path("Text"), Text("A quiet lake [[429:1.5*2]]", "s"))).Status);
    }

    [Theory]
    [InlineData("[[drop]]")]
    [InlineData("[[late500]]")]
    public async Task An_answer_is_lost_though_the_operation_exists(string marker)
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick);
        using var stranger = new Stranger(server, "t");
        var answer = await Record.ExceptionAsync(async () => Assert.Equal(500, (await stranger.PostAsync(Path("Text"), Text($"A lake {marker}", "s"))).Status));
        Assert.Equal(marker == "[[drop]]", answer is HttpRequestException);
        Assert.Single(server.Operations.All);
        Assert.Contains("accepted", Assert.Single(server.Calls.All).Outcome, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[blocked]]", "BLOCKED", "PUBLIC_ERROR_UNSAFE_GENERATION")]
    [InlineData("[[failed]]", "FAILED", "Internal error encountered.")]
    [InlineData("[[failedforgood]]", "FAILED", "Request contains an invalid argument.")]
    public async Task An_operation_ends_badly(string marker, string word, string reason)
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick);
        using var stranger = new Stranger(server, "t");
        var done = await FollowAsync(stranger, (await stranger.PostAsync(Path("Text"), Text($"A quiet lake {marker}", "s"))).Json);
        Assert.Equal($"MEDIA_GENERATION_STATUS_{word}", (string?)done["status"]);
        Assert.Equal(reason, (string?)done["operation"]!["error"]!["message"]);
    }

    [Fact]
    public async Task A_question_fails_twice_and_then_is_answered()
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick);
        using var stranger = new Stranger(server, "t");
        var submitted = (await stranger.PostAsync(Path("Text"), Text("A quiet lake [[status-503*2]]", "s"))).Json;
        Assert.Equal(503, (await stranger.PostAsync(Status, Question(submitted))).Status);
        Assert.Equal(503, (await stranger.PostAsync(Status, Question(submitted))).Status);
        Assert.Equal(200, (await stranger.PostAsync(Status, Question(submitted))).Status);
    }

    [Fact]
    public async Task Downloads_fail_in_every_way_once_and_an_expired_link_is_renewed()
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick);
        using var stranger = new Stranger(server, "t");
        var link = await LinkAsync("html");
        Assert.Equal("text/html", (await stranger.GetAsync(link)).ContentType);
        Assert.Equal("video/mp4", (await stranger.GetAsync(link)).ContentType);
        Assert.Empty((await stranger.GetAsync(await LinkAsync("empty"))).Bytes);
        await Assert.ThrowsAsync<HttpRequestException>(async () => await stranger.GetAsync(await LinkAsync("truncated")));
        var moved = await stranger.GetAsync(await LinkAsync("redirect"));
        Assert.Equal(302, moved.Status);
        Assert.Equal(200, (await stranger.GetAsync(moved.Headers["Location"])).Status);
        Assert.Equal(503, (await stranger.GetAsync(await LinkAsync("download-503"))).Status);

        var submitted = (await stranger.PostAsync(Path("Text"), Text("A lake [[expired]]", "s"))).Json;
        var old = FifeUrl(await FollowAsync(stranger, submitted));
        Assert.Equal(403, (await stranger.GetAsync(old)).Status);
        Assert.Equal(400, (await stranger.GetAsync(old)).Status);
        Assert.Equal(200, (await stranger.GetAsync(FifeUrl(await FollowAsync(stranger, submitted)))).Status);

        async Task<string> LinkAsync(string marker) =>
            FifeUrl(await FollowAsync(stranger, (await stranger.PostAsync(Path("Text"), Text($"A lake [[{marker}]]", "s"))).Json));
    }

    [Fact]
    public async Task A_credential_at_the_download_host_is_seen()
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick);
        using var careless = new Stranger(server, "secret-token");
        var link = FifeUrl(await FollowAsync(careless, (await careless.PostAsync(Path("Text"), Text("A lake", "s"))).Json));
        await careless.GetAsync(link);
        using var careful = new Stranger(server);
        await careful.GetAsync(link);
        Assert.Equal([true, false], server.Calls.To("/", Door.Cdn).Select(call => call.CarriesCredential));
        Assert.DoesNotContain("secret-token", (await careful.GetAsync("__fake/calls")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slots_rate_and_credits_are_kept_for_each_account()
    {
        await using var server = await FakeServer.StartAsync("google-flow", new FakeOptions
        {
            Generate = TimeSpan.FromHours(1),
            Accounts =
            [
                new FakeAccount { Name = "two", Tokens = ["t2"], Slots = 2 },
                new FakeAccount { Name = "rate", Tokens = ["tr"], RequestsPerMinute = 1 },
            ],
            Flow = new FlowOptions { Credits = 100 },
        });
        using var two = new Stranger(server, "t2");
        int[] statuses = [await SubmitAsync(two), await SubmitAsync(two), await SubmitAsync(two)];
        Assert.Equal([200, 200, 429], statuses);
        Assert.Equal((3, 2, 2), (server.TrafficOf("two").Submits, server.TrafficOf("two").Created, server.TrafficOf("two").MostRunning));
        using var rate = new Stranger(server, "tr");
        Assert.Equal(200, await SubmitAsync(rate, "veo_3_1_t2v"));
        Assert.Equal(429, await SubmitAsync(rate, "veo_3_1_t2v"));
        Assert.Equal(0, (int)(await rate.GetAsync("v1/credits")).Json["credits"]!);
        var traffic = await rate.GetAsync("__fake/traffic");
        Assert.Equal(3, (int)traffic.Json["operations"]!);

        static async Task<int> SubmitAsync(Stranger stranger, string model = "veo_3_1_t2v_fast_ultra") =>
            (await stranger.PostAsync(Path("Text"), Text("A lake", "s", model))).Status;
    }

    [Fact]
    public async Task A_scenario_is_for_one_account_and_can_be_set_from_outside()
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick with
        {
            Accounts = [new FakeAccount { Name = "sick", Tokens = ["ts"] }, new FakeAccount { Name = "well", Tokens = ["tw"] }],
        });
        using var sick = new Stranger(server, "ts");
        using var well = new Stranger(server, "tw");
        Assert.Equal(200, (await sick.PostAsync("__fake/scenario", """{"match":{"account":"sick"},"after":1,"steps":["429:3",{"do":"503","times":"always"}]}""")).Status);
        int[] statuses = [await SubmitAsync(sick), await SubmitAsync(sick), await SubmitAsync(sick), await SubmitAsync(sick), await SubmitAsync(well)];
        Assert.Equal([200, 429, 503, 503, 200], statuses);
        var wrong = await sick.PostAsync("__fake/scenario", """{"steps":["explode"]}""");
        Assert.Equal(400, wrong.Status);
        Assert.Contains("explode", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(204, (await sick.PostAsync("__fake/reset", "")).Status);
        Assert.Equal(200, await SubmitAsync(sick));

        static async Task<int> SubmitAsync(Stranger stranger) => (await stranger.PostAsync(Path("Text"), Text("A lake", "s"))).Status;
    }

    [Fact]
    public async Task A_token_wears_out_and_the_session_has_a_new_one()
    {
        await using var server = await FakeServer.StartAsync("google-flow", Quick with
        {
            Accounts = [new FakeAccount { Name = "a", Tokens = ["old"], CallsPerToken = 1 }],
        });
        using var stranger = new Stranger(server, "old");
        Assert.Equal(200, (await stranger.GetAsync("v1/credits")).Status);
        Assert.Equal(401, (await stranger.GetAsync("v1/credits")).Status);
        var session = await stranger.GetAsync("fx/api/auth/session", ("Cookie", "__Secure-next-auth.session-token=old"));
        using var renewed = new Stranger(server, (string)session.Json["access_token"]!);
        Assert.Equal(200, (await renewed.GetAsync("v1/credits")).Status);
    }

    private static readonly string Picture =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAuj1qUQAAAABJRU5ErkJggg==";

    private static string Path(string call) => $"v1/video:batchAsyncGenerateVideo{call}";

    private static string Body(string request) => $$"""{"requests":[{{request}}],"clientContext":{"projectId":"p"} }""";

    private static string Text(string prompt, string scene, string model = "veo_3_1_t2v_fast_ultra") => Body($$"""
        {"aspectRatio":"VIDEO_ASPECT_RATIO_LANDSCAPE","seed":1,"videoModelKey":"{{model}}","metadata":{"sceneId":"{{scene}}"},"textInput":{"prompt":"{{prompt}}"} }
        """);

    private static string UploadBody(string picture) => $$"""
        {"imageInput":{"rawImageBytes":"{{picture}}","mimeType":"image/png","isUserUploaded":true,"aspectRatio":"IMAGE_ASPECT_RATIO_PORTRAIT"},
         "clientContext":{"sessionId":";1761745563370","tool":"ASSET_MANAGER"} }
        """;

    private static string Question(JsonNode submitted, string project = "p") =>
        new JsonObject { ["operations"] = submitted["operations"]!.DeepClone(), ["clientContext"] = new JsonObject { ["projectId"] = project } }.ToJsonString();

    private static string FifeUrl(JsonNode item) => (string)item["operation"]!["metadata"]!["video"]!["fifeUrl"]!;

    private static async Task<JsonNode> FollowAsync(Stranger stranger, JsonNode submitted)
    {
        var answer = await Stranger.UntilAsync(() => stranger.PostAsync(Status, Question(submitted)), json =>
            (string?)json["operations"]?[0]?["status"] is not (null or "MEDIA_GENERATION_STATUS_PENDING" or "MEDIA_GENERATION_STATUS_ACTIVE"));
        return answer.Json["operations"]![0]!;
    }
}
