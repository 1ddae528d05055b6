using System.Text.Json.Nodes;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Calls;

namespace Rushes.Integration.Fakes;

/// <summary>Gemini Omni's wire: the Interactions API and its files.</summary>
public sealed class OmniFakeTests
{
    private const string Interactions = "v1beta/interactions";

    private static readonly FakeOptions Quick = new() { Generate = TimeSpan.FromMilliseconds(30) };

    [Fact]
    public async Task A_clip_is_made_in_the_background_and_fetched_with_the_key()
    {
        await using var server = await FakeServer.StartAsync("gemini-omni", Quick);
        using var stranger = Keyed(server);
        var submitted = await stranger.PostAsync(Interactions, Body("A paper boat", "\"aspect_ratio\":\"9:16\",\"duration\":\"5.5s\",\"delivery\":\"uri\""));
        Assert.Equal((200, "in_progress", "interaction"), (submitted.Status, (string?)submitted.Json["status"], (string?)submitted.Json["object"]));
        Assert.Null(submitted.Json["steps"]);

        var done = await FollowAsync(stranger, submitted.Json);
        Assert.Equal("completed", (string?)done["status"]);
        Assert.Equal((int)(5.5 * 5792), (int)done["usage"]!["total_output_tokens"]!);
        var link = (string)Output(done)["uri"]!;
        var clip = await Clip.ProbeAsync((await stranger.GetAsync(link)).Bytes);
        Assert.Equal((180, 320, true), (clip.Width, clip.Height, clip.Sound));
        Assert.Equal(5.5, clip.Seconds, 0.1);

        using var nobody = new Stranger(server);
        Assert.Equal(403, (await nobody.GetAsync(link)).Status);
        using var wrong = Keyed(server, "");
        Assert.Equal("PERMISSION_DENIED", (string?)(await wrong.GetAsync($"{Interactions}/x")).Json[0]!["error"]!["status"]);
    }

    [Fact]
    public async Task A_small_clip_may_come_inline_and_without_background_the_answer_waits_for_it()
    {
        await using var server = await FakeServer.StartAsync("gemini-omni", Quick);
        using var stranger = Keyed(server);
        var done = await stranger.PostAsync(Interactions, Body("A paper boat", "\"duration\":\"3s\"", ",\"background\":false"));
        Assert.Equal("completed", (string?)done.Json["status"]);
        Assert.Equal(3, (await Clip.ProbeAsync(Convert.FromBase64String((string)Output(done.Json)["data"]!))).Seconds, 0.1);
    }

    [Theory]
    [InlineData("\"aspect_ratio\":\"1:7\"", "The value '1:7' is not supported for 'response_format.aspect_ratio'. Supported values: '16:9', '9:16'.")]
    [InlineData("\"duration\":8", "The value of 'response_format.duration' must be a duration string such as '8s'.")]
    [InlineData("\"duration\":\"2s\"", "The value '2s' is not supported for 'response_format.duration'. Supported values: '3s' to '15s'.")]
    [InlineData("\"frames\":\"8\"", "Unknown parameter 'response_format.frames'.")]
    public async Task A_wrong_request_is_refused_with_a_code_in_words(string format, string message)
    {
        await using var server = await FakeServer.StartAsync("gemini-omni", Quick);
        using var stranger = Keyed(server);
        var refused = await stranger.PostAsync(Interactions, Body("A paper boat", format));
        Assert.Equal((400, "invalid_request", message), (refused.Status, (string?)refused.Json["error"]!["code"], (string?)refused.Json["error"]!["message"]));
        var unknown = await stranger.GetAsync($"{Interactions}/v1_nothing");
        Assert.Equal((400, "invalid_request"), (unknown.Status, (string?)unknown.Json["error"]!["code"]));
        Assert.Equal(404, (await stranger.PostAsync("v1beta/models/gemini-omni-1.2-flash:generateContent", "{}")).Status);
    }

    [Fact]
    public async Task Too_many_submissions_are_accepted_and_refused_at_the_first_question()
    {
        await using var server = await FakeServer.StartAsync("gemini-omni", Quick with { RequestsPerMinute = 1 });
        using var stranger = Keyed(server);
        Assert.Equal("completed", (string?)(await FollowAsync(stranger, (await stranger.PostAsync(Interactions, Body("One"))).Json))["status"]);
        var second = await stranger.PostAsync(Interactions, Body("Two"));
        Assert.Equal(200, second.Status);
        var question = await stranger.GetAsync($"{Interactions}/{(string)second.Json["id"]!}");
        Assert.Equal((429, "too_many_requests"), (question.Status, (string?)question.Json["error"]!["code"]));
        Assert.Matches(@"Please retry in \d+(\.\d+)?s", (string)question.Json["error"]!["message"]!);
        var later = await stranger.GetAsync($"{Interactions}/{(string)second.Json["id"]!}");
        Assert.Equal((200, "failed"), (later.Status, (string?)later.Json["status"]));
    }

    [Fact]
    public async Task A_refusal_looks_like_success_without_a_clip()
    {
        await using var server = await FakeServer.StartAsync("gemini-omni", Quick);
        using var stranger = Keyed(server);
        var done = await FollowAsync(stranger, (await stranger.PostAsync(Interactions, Body("A boat [[refusal]]"))).Json);
        Assert.Equal(("completed", "text"), ((string?)done["status"], (string?)Output(done)["type"]));
        Assert.Empty(done["usage"]!["output_tokens_by_modality"]!.AsArray());
        var failed = await FollowAsync(stranger, (await stranger.PostAsync(Interactions, Body("A boat [[failed]]"))).Json);
        Assert.Equal(("failed", "internal"), ((string?)failed["status"], (string?)failed["error"]!["code"]));
    }

    [Fact]
    public async Task Work_is_taken_back_and_forgotten()
    {
        await using var server = await FakeServer.StartAsync("gemini-omni", new FakeOptions { Generate = TimeSpan.FromHours(1) });
        using var stranger = Keyed(server);
        var id = (string)(await stranger.PostAsync(Interactions, Body("A boat"))).Json["id"]!;
        Assert.Equal("cancelled", (string?)(await stranger.PostAsync($"{Interactions}/{id}/cancel", "")).Json["status"]);
        Assert.Equal(200, (await stranger.SendAsync(HttpMethod.Delete, $"{Interactions}/{id}")).Status);
        Assert.Equal(400, (await stranger.GetAsync($"{Interactions}/{id}")).Status);
    }

    [Fact]
    public async Task A_picture_is_brought_in_two_steps_and_becomes_the_first_frame()
    {
        await using var server = await FakeServer.StartAsync("gemini-omni", Quick);
        using var stranger = Keyed(server);
        var start = await stranger.PostAsync("upload/v1beta/files", """{"file":{"display_name":"a"}}""", ("X-Goog-Upload-Protocol", "resumable"),
            ("X-Goog-Upload-Command", "start"), ("X-Goog-Upload-Header-Content-Length", "5"), ("X-Goog-Upload-Header-Content-Type", "image/png"));
        using var keyless = new Stranger(server);
        var finished = await keyless.PostAsync(start.Headers["X-Goog-Upload-URL"], "bytes", ("X-Goog-Upload-Offset", "0"), ("X-Goog-Upload-Command", "upload, finalize"));
        Assert.Equal("PROCESSING", (string?)finished.Json["file"]!["state"]);
        var uri = (string)finished.Json["file"]!["uri"]!;
        var withFile = $$"""[{"type":"image","mime_type":"image/png","uri":"{{uri}}"},{"type":"text","text":"[# Sources <FIRST_FRAME>@Image1] It sails"}]""";
        Assert.Equal(400, (await stranger.PostAsync(Interactions, Body("", input: withFile))).Status);
        Assert.Equal("ACTIVE", (string?)(await stranger.GetAsync(uri)).Json["state"]);
        Assert.Equal(200, (await stranger.PostAsync(Interactions, Body("", input: withFile))).Status);
        var enclosure = Assert.Single(Assert.Single(server.Operations.All).Order.Enclosures);
        Assert.Equal(("first", server.Uploads.All[0].Sha256), (enclosure.Role, enclosure.Sha256));
    }

    [Fact]
    public async Task A_ready_clip_is_extended()
    {
        await using var server = await FakeServer.StartAsync("gemini-omni", Quick);
        using var stranger = Keyed(server);
        var first = await FollowAsync(stranger, (await stranger.PostAsync(Interactions, Body("A boat", "\"duration\":\"3s\""))).Json);
        var more = await stranger.PostAsync(Interactions, Body("It sails on", "\"duration\":\"4s\"",
            $",\"background\":true,\"previous_interaction_id\":\"{first["id"]}\",\"generation_config\":{{\"video_config\":{{\"task\":\"extend\"}}}}"));
        Assert.Equal(200, more.Status);
        Assert.Equal(7, server.Operations.All[1].Order.Seconds);
    }

    [Fact]
    public async Task A_finished_file_may_not_be_ready_and_may_move_to_another_host()
    {
        await using var server = await FakeServer.StartAsync("gemini-omni", Quick);
        using var stranger = Keyed(server);
        var link = (string)Output(await FollowAsync(stranger, (await stranger.PostAsync(Interactions, Body("Boat [[processing]] [[redirect]]", "\"delivery\":\"uri\""))).Json))["uri"]!;
        var early = await stranger.GetAsync(link);
        Assert.Equal((400, "FAILED_PRECONDITION"), (early.Status, (string?)early.Json["error"]!["status"]));
        var file = link[..link.IndexOf(":download", StringComparison.Ordinal)];
        Assert.Equal("PROCESSING", (string?)(await stranger.GetAsync(file)).Json["state"]);
        Assert.Equal("ACTIVE", (string?)(await stranger.GetAsync(file)).Json["state"]);
        var moved = await stranger.GetAsync(link);
        Assert.Equal(302, moved.Status);
        Assert.StartsWith(server.CdnAddress.AbsoluteUri, moved.Headers["Location"], StringComparison.Ordinal);
        Assert.Equal("video/mp4", (await stranger.GetAsync(moved.Headers["Location"])).ContentType);
        Assert.True(Assert.Single(server.Calls.To("files", Door.Cdn)).CarriesCredential);
    }

    [Fact]
    public async Task Downloads_break_and_links_grow_old()
    {
        await using var server = await FakeServer.StartAsync("gemini-omni", Quick);
        using var stranger = Keyed(server);
        await Assert.ThrowsAsync<HttpRequestException>(async () => await stranger.GetAsync(await LinkAsync("truncated")));
        Assert.Equal("text/html", (await stranger.GetAsync(await LinkAsync("html"))).ContentType);
        Assert.Empty((await stranger.GetAsync(await LinkAsync("empty"))).Bytes);
        var submitted = (await stranger.PostAsync(Interactions, Body("Boat [[expired]]", "\"delivery\":\"uri\""))).Json;
        var old = (string)Output(await FollowAsync(stranger, submitted))["uri"]!;
        Assert.Equal(403, (await stranger.GetAsync(old)).Status);
        Assert.Equal(200, (await stranger.GetAsync((string)Output(await FollowAsync(stranger, submitted))["uri"]!)).Status);

        async Task<string> LinkAsync(string marker) => (string)Output(await FollowAsync(stranger,
            (await stranger.PostAsync(Interactions, Body($"Boat [[{marker}]]", "\"delivery\":\"uri\""))).Json))["uri"]!;
    }

    [Theory]
    [InlineData("[[400]]", 400)]
    [InlineData("[[unauthorized]]", 401)]
    [InlineData("[[quota]]", 429)]
    [InlineData("[[429:2]]", 429)]
    [InlineData("[[500]]", 500)]
    [InlineData("[[502]]", 502)]
    [InlineData("[[503]]", 503)]
    [InlineData("[[array]]", 503)]
    [InlineData("[[nobody]]", 503)]
    public async Task A_marker_refuses_the_submission(string marker, int status)
    {
        await using var server = await FakeServer.StartAsync("gemini-omni", Quick);
        using var stranger = Keyed(server);
        var refused = await stranger.PostAsync(Interactions, Body($"A boat {marker}"));
        Assert.Equal(status, refused.Status);
        Assert.Equal(marker == "[[429:2]]", refused.Headers.ContainsKey("Retry-After"));
        Assert.Empty(server.Operations.All);
        if (marker is "[[500]]" or "[[array]]")
            Assert.Equal(status, (int)refused.Json[0]!["error"]!["code"]!);
    }

    [Fact]
    public async Task A_dropped_answer_leaves_one_interaction_and_a_question_may_fail_once()
    {
        await using var server = await FakeServer.StartAsync("gemini-omni", Quick);
        using var stranger = Keyed(server);
        await Assert.ThrowsAsync<HttpRequestException>(() => stranger.PostAsync(Interactions, Body("A boat [[drop]]")));
        Assert.Single(server.Operations.All);
        var id = (string)(await stranger.PostAsync(Interactions, Body("A boat [[status-400*1]] [[status-503*2]]"))).Json["id"]!;
        int[] statuses = [await AskAsync(), await AskAsync(), await AskAsync(), await AskAsync()];
        Assert.Equal([400, 503, 503, 200], statuses);

        async Task<int> AskAsync() => (await stranger.GetAsync($"{Interactions}/{id}")).Status;
    }

    private static Stranger Keyed(FakeServer server, string key = "secret-key") => new(server, null, ("x-goog-api-key", key));

    private static string Body(string prompt, string format = "", string rest = ",\"background\":true", string? input = null) => $$"""
        {"model":"gemini-omni-1.2-flash","input":{{input ?? $"[{{\"type\":\"text\",\"text\":\"{prompt}\"}}]"}},
         "response_format":{"type":"video"{{(format.Length > 0 ? "," + format : "")}} }{{rest}} }
        """;

    private static JsonNode Output(JsonNode done) =>
        done["steps"]!.AsArray().Single(step => (string?)step!["type"] == "model_output")!["content"]![0]!;

    private static async Task<JsonNode> FollowAsync(Stranger stranger, JsonNode submitted) => (await Stranger.UntilAsync(
        () => stranger.GetAsync($"{Interactions}/{(string)submitted["id"]!}"), json => (string?)json["status"] is not ("queued" or "in_progress"))).Json;
}
