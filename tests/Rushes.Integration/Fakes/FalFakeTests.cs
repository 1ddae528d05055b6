using System.Text.Json.Nodes;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Calls;

namespace Rushes.Integration.Fakes;

/// <summary>The queue of fal.</summary>
public sealed class FalFakeTests
{
    private const string Endpoint = "fal-ai/veo3.1/fast/image-to-video";

    private static readonly FakeOptions Quick = new() { Generate = TimeSpan.FromMilliseconds(30) };

    [Fact]
    public async Task A_request_goes_through_the_queue_and_the_clip_lies_on_another_host()
    {
        await using var server = await FakeServer.StartAsync("fal", Quick);
        using var stranger = Keyed(server);
        var initiated = await stranger.PostAsync("storage/upload/initiate?storage_type=fal-cdn-v3", """{"content_type":"image/png","file_name":"a.png"}""");
        using var keyless = new Stranger(server);
        Assert.Equal(200, (await keyless.SendAsync(HttpMethod.Put, (string)initiated.Json["upload_url"]!, "picture", "image/png")).Status);
        var file = (string)initiated.Json["file_url"]!;
        Assert.Equal("picture", (await keyless.GetAsync(file)).Text);

        var submitted = await stranger.PostAsync(Endpoint, $$"""{"prompt":"A boat","duration":"4s","aspect_ratio":"9:16","image_url":"{{file}}","generate_audio":false}""");
        Assert.Equal((200, "IN_QUEUE"), (submitted.Status, (string?)submitted.Json["status"]));
        var id = (string)submitted.Json["request_id"]!;
        Assert.Equal($"{server.Address}fal-ai/veo3.1/requests/{id}/status", (string?)submitted.Json["status_url"]);
        var result = await FollowAsync(stranger, submitted.Json);
        var video = result.Json["video"]!;
        Assert.StartsWith(server.CdnAddress.AbsoluteUri, (string)video["url"]!, StringComparison.Ordinal);
        var bytes = (await keyless.GetAsync((string)video["url"]!)).Bytes;
        Assert.Equal(bytes.Length, (int)video["file_size"]!);
        var clip = await Clip.ProbeAsync(bytes);
        Assert.Equal((180, 320, false), (clip.Width, clip.Height, clip.Sound));
        Assert.Equal("first", Assert.Single(server.Operations.All[0].Order.Enclosures).Role);
        Assert.All(server.Calls.To("/", Door.Cdn), call => Assert.False(call.CarriesCredential));
    }

    [Fact]
    public async Task Requests_beyond_the_slots_wait_and_say_their_place()
    {
        await using var server = await FakeServer.StartAsync("fal", new FakeOptions { Generate = TimeSpan.FromHours(1), Slots = 1 });
        using var stranger = Keyed(server);
        var first = (await stranger.PostAsync(Endpoint, """{"prompt":"One"}""")).Json;
        await stranger.PostAsync(Endpoint, """{"prompt":"Two"}""");
        var third = (await stranger.PostAsync(Endpoint, """{"prompt":"Three"}""")).Json;
        Assert.Equal(1, (int)third["queue_position"]!);
        var running = await stranger.GetAsync((string)first["status_url"]! + "?logs=1");
        Assert.Equal((202, "IN_PROGRESS"), (running.Status, (string?)running.Json["status"]));
        Assert.Single(running.Json["logs"]!.AsArray());
        var waiting = await stranger.GetAsync((string)third["status_url"]!);
        Assert.Equal((202, "IN_QUEUE"), (waiting.Status, (string?)waiting.Json["status"]));
        Assert.Equal(400, (await stranger.GetAsync((string)third["response_url"]!)).Status);
        var cancelled = await stranger.SendAsync(HttpMethod.Put, (string)first["cancel_url"]!);
        Assert.Equal((202, "CANCELLATION_REQUESTED"), (cancelled.Status, (string?)cancelled.Json["status"]));
        Assert.Equal("ALREADY_COMPLETED", (string?)(await stranger.SendAsync(HttpMethod.Put, (string)first["cancel_url"]!)).Json["status"]);
        Assert.Equal(0, (int)(await stranger.GetAsync((string)third["status_url"]!)).Json["queue_position"]!);
        Assert.Equal(1, server.Operations.MostRunning);
    }

    [Theory]
    [InlineData("""{"prompt":"A boat [[blocked]]"}""", 422, "content_policy_violation", "false")]
    [InlineData("""{"prompt":"A boat [[failedforgood]]"}""", 422, "image_load_error", "false")]
    [InlineData("""{"prompt":"A boat [[failed]]"}""", 500, "runner_server_error", "true")]
    [InlineData("""{"prompt":"A boat","duration":8}""", 422, "literal_error", "false")]
    [InlineData("""{"duration":"8s"}""", 422, "missing", "false")]
    public async Task Completed_does_not_mean_done_well(string input, int status, string type, string retryable)
    {
        await using var server = await FakeServer.StartAsync("fal", Quick);
        using var stranger = Keyed(server);
        var submitted = await stranger.PostAsync(Endpoint, input);
        Assert.Equal(200, submitted.Status);
        var result = await FollowAsync(stranger, submitted.Json);
        Assert.Equal((status, retryable), (result.Status, result.Headers["X-Fal-Retryable"]));
        Assert.Contains(type, result.Text, StringComparison.Ordinal);
        Assert.Equal(type, (string?)(await stranger.GetAsync((string)submitted.Json["status_url"]!)).Json["error_type"]);
    }

    [Theory]
    [InlineData("[[422]]", 422)]
    [InlineData("[[401]]", 401)]
    [InlineData("[[quota]]", 403)]
    [InlineData("[[429:1]]", 429)]
    [InlineData("[[500]]", 500)]
    [InlineData("[[503]]", 503)]
    public async Task A_marker_refuses_the_submission(string marker, int status)
    {
        await using var server = await FakeServer.StartAsync("fal", Quick);
        using var stranger = Keyed(server);
        var refused = await stranger.PostAsync(Endpoint, $$"""{"prompt":"A boat {{marker}}"}""");
        Assert.Equal(status, refused.Status);
        Assert.NotNull(refused.Json["detail"]);
        Assert.Empty(server.Operations.All);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_a_dropped_answer_leaves_one_request()
    {
        await using var server = await FakeServer.StartAsync("fal", Quick);
        using var stranger = Keyed(server);
        Assert.Equal(404, (await stranger.PostAsync("fal-ai/nothing", """{"prompt":"x"}""")).Status);
        Assert.Equal(404, (await stranger.GetAsync("fal-ai/veo3.1/requests/nothing/status")).Status);
        using var bearer = new Stranger(server, "not-a-key");
        Assert.Equal(401, (await bearer.PostAsync(Endpoint, """{"prompt":"x"}""")).Status);
        await Assert.ThrowsAsync<HttpRequestException>(() => stranger.PostAsync(Endpoint, """{"prompt":"A boat [[drop]]"}"""));
        Assert.Single(server.Operations.All);
    }

    [Fact]
    public async Task Media_breaks_expires_and_moves()
    {
        await using var server = await FakeServer.StartAsync("fal", Quick);
        using var stranger = Keyed(server);
        Assert.Equal("text/html", (await stranger.GetAsync(await LinkAsync("html"))).ContentType);
        await Assert.ThrowsAsync<HttpRequestException>(async () => await stranger.GetAsync(await LinkAsync("truncated")));
        var moved = await stranger.GetAsync(await LinkAsync("redirect"));
        Assert.Equal(200, (await stranger.GetAsync(moved.Headers["Location"])).Status);
        var submitted = (await stranger.PostAsync(Endpoint, """{"prompt":"A boat [[expired]]"}""")).Json;
        var old = (string)(await FollowAsync(stranger, submitted)).Json["video"]!["url"]!;
        Assert.Equal(404, (await stranger.GetAsync(old)).Status);
        Assert.Equal(200, (await stranger.GetAsync((string)(await stranger.GetAsync((string)submitted["response_url"]!)).Json["video"]!["url"]!)).Status);

        async Task<string> LinkAsync(string marker) => (string)(await FollowAsync(stranger,
            (await stranger.PostAsync(Endpoint, $$"""{"prompt":"A boat [[{{marker}}]]"}""")).Json)).Json["video"]!["url"]!;
    }

    private static Stranger Keyed(FakeServer server) => new(server, null, ("Authorization", "Key secret"));

    private static async Task<Reply> FollowAsync(Stranger stranger, JsonNode submitted)
    {
        await Stranger.UntilAsync(() => stranger.GetAsync((string)submitted["status_url"]!), json => (string?)json["status"] == "COMPLETED");
        return await stranger.GetAsync((string)submitted["response_url"]!);
    }
}
