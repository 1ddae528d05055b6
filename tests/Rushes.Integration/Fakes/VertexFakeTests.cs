using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rushes.FakeProviders;

namespace Rushes.Integration.Fakes;

/// <summary>Veo's wire on Vertex AI, with the token endpoint and the storage around it.</summary>
public sealed class VertexFakeTests
{
    private const string Model = "v1/projects/studio/locations/us-central1/publishers/google/models/veo-3.1-fast-generate-001";

    private static readonly FakeOptions Quick = new() { Generate = TimeSpan.FromMilliseconds(30) };

    [Fact]
    public async Task A_service_account_buys_a_token_and_the_clip_comes_inline()
    {
        await using var server = await FakeServer.StartAsync("vertex-veo", Quick);
        using var nobody = new Stranger(server);
        using var stranger = new Stranger(server, await TokenAsync(server, nobody));
        var submitted = await stranger.PostAsync($"{Model}:predictLongRunning", Body("A boat", "\"durationSeconds\":4,\"aspectRatio\":\"9:16\",\"generateAudio\":false,\"sampleCount\":2"));
        Assert.StartsWith("projects/studio/locations/us-central1/publishers/google/models/veo-3.1-fast-generate-001/operations/", (string)submitted.Json["name"]!, StringComparison.Ordinal);
        var done = await FollowAsync(stranger, submitted.Json);
        var videos = done["response"]!["videos"]!.AsArray();
        Assert.Equal(2, videos.Count);
        var clip = await Clip.ProbeAsync(Convert.FromBase64String((string)videos[0]!["bytesBase64Encoded"]!));
        Assert.Equal((180, 320, false), (clip.Width, clip.Height, clip.Sound));
        Assert.Equal(4, clip.Seconds, 0.1);
    }

    [Fact]
    public async Task A_forged_or_old_assertion_buys_nothing_and_a_token_ends()
    {
        await using var server = await FakeServer.StartAsync("vertex-veo", Quick with { TokenLife = TimeSpan.FromMilliseconds(1) });
        using var nobody = new Stranger(server);
        var account = JsonNode.Parse(server.CreateServiceAccount("studio", "studio"))!;
        using var other = RSA.Create(2048);
        Assert.Equal("Invalid JWT Signature.", (string?)(await ExchangeAsync(nobody, Assertion(account, other))).Json["error_description"]);
        using var own = Key(account);
        var old = await ExchangeAsync(nobody, Assertion(account, own, age: 7200));
        Assert.Equal((400, "invalid_grant"), (old.Status, (string?)old.Json["error"]));
        var token = (string)(await ExchangeAsync(nobody, Assertion(account, own))).Json["access_token"]!;
        await Task.Delay(20);
        using var late = new Stranger(server, token);
        var refused = await late.PostAsync($"{Model}:predictLongRunning", Body("A boat"));
        Assert.Equal((401, "UNAUTHENTICATED"), (refused.Status, (string?)refused.Json["error"]!["status"]));
    }

    [Fact]
    public async Task Clips_go_to_a_bucket_and_are_read_from_there()
    {
        await using var server = await FakeServer.StartAsync("vertex-veo", Quick);
        using var stranger = new Stranger(server, "ya29");
        var done = await FollowAsync(stranger, (await stranger.PostAsync($"{Model}:predictLongRunning", Body("A boat [[truncated]] [[download-404*1]]", "\"storageUri\":\"gs://films/today/\""))).Json);
        var uri = (string)done["response"]!["videos"]![0]!["gcsUri"]!;
        Assert.StartsWith("gs://films/today/", uri, StringComparison.Ordinal);
        var address = $"storage/v1/b/films/o/{Uri.EscapeDataString(uri["gs://films/".Length..])}";
        await Assert.ThrowsAsync<HttpRequestException>(() => stranger.GetAsync($"{address}?alt=media"));
        Assert.Equal(404, (await stranger.GetAsync($"{address}?alt=media")).Status);
        var whole = await stranger.GetAsync($"{address}?alt=media");
        Assert.Equal($"{whole.Bytes.Length}", (string?)(await stranger.GetAsync(address)).Json["size"]);
        Assert.Equal(206, (await stranger.GetAsync($"{address}?alt=media", ("Range", "bytes=0-9"))).Status);
        using var nobody = new Stranger(server);
        Assert.Equal(401, (await nobody.GetAsync($"{address}?alt=media")).Status);
    }

    [Theory]
    [InlineData("[[blocked]]", "raiMediaFilteredReasons", "filtered for safety")]
    [InlineData("[[refusal]]", "\"code\":3", "sensitive words")]
    [InlineData("[[failed]]", "\"code\":13", "internal server issue")]
    public async Task An_operation_ends_badly(string marker, string part, string words)
    {
        await using var server = await FakeServer.StartAsync("vertex-veo", Quick);
        using var stranger = new Stranger(server, "ya29");
        var done = await FollowAsync(stranger, (await stranger.PostAsync($"{Model}:predictLongRunning", Body($"A boat {marker}"))).Json);
        Assert.Contains(part, done.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(words, done.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(done["response"]?["videos"]);
    }

    [Theory]
    [InlineData("\"durationSeconds\":5")]
    [InlineData("\"durationSeconds\":\"8s\"")]
    [InlineData("\"aspectRatio\":\"1:1\"")]
    [InlineData("\"sampleCount\":5")]
    [InlineData("\"loud\":true")]
    public async Task A_wrong_parameter_is_refused(string parameters)
    {
        await using var server = await FakeServer.StartAsync("vertex-veo", Quick);
        using var stranger = new Stranger(server, "ya29");
        var refused = await stranger.PostAsync($"{Model}:predictLongRunning", Body("A boat", parameters));
        Assert.Equal((400, "INVALID_ARGUMENT"), (refused.Status, (string?)refused.Json["error"]!["status"]));
        Assert.Empty(server.Operations.All);
    }

    [Theory]
    [InlineData("[[429:3]]", 429)]
    [InlineData("[[quota]]", 403)]
    [InlineData("[[unauthorized]]", 401)]
    [InlineData("[[500]]", 500)]
    [InlineData("[[503]]", 503)]
    public async Task A_marker_refuses_the_submission(string marker, int status)
    {
        await using var server = await FakeServer.StartAsync("vertex-veo", Quick);
        using var stranger = new Stranger(server, "ya29");
        Assert.Equal(status, (await stranger.PostAsync($"{Model}:predictLongRunning", Body($"A boat {marker}"))).Status);
        Assert.Empty(server.Operations.All);
    }

    [Fact]
    public async Task Projects_are_kept_apart_and_a_dropped_answer_leaves_one_operation()
    {
        await using var server = await FakeServer.StartAsync("vertex-veo", Quick with
        {
            Accounts = [new FakeAccount { Name = "a", Tokens = ["ta"], Project = "studio" }, new FakeAccount { Name = "b", Tokens = ["tb"], Project = "other" }],
        });
        using var own = new Stranger(server, "ta");
        using var other = new Stranger(server, "tb");
        Assert.Equal(403, (await other.PostAsync($"{Model}:predictLongRunning", Body("A boat"))).Status);
        var name = (string)(await own.PostAsync($"{Model}:predictLongRunning", Body("A boat"))).Json["name"]!;
        var unknown = await own.PostAsync($"{Model}:fetchPredictOperation", """{"operationName":"projects/studio/operations/none"}""");
        Assert.Equal((403, "PERMISSION_DENIED"), (unknown.Status, (string?)unknown.Json["error"]!["status"]));
        Assert.Equal(200, (await own.PostAsync($"{Model}:fetchPredictOperation", $$"""{"operationName":"{{name}}"}""")).Status);
        await Assert.ThrowsAsync<HttpRequestException>(() => own.PostAsync($"{Model}:predictLongRunning", Body("A boat [[drop]]")));
        Assert.Equal(2, server.Operations.All.Count);
    }

    private static string Body(string prompt, string parameters = "") => $$"""{"instances":[{"prompt":"{{prompt}}"}],"parameters":{ {{parameters}} } }""";

    private static async Task<JsonNode> FollowAsync(Stranger stranger, JsonNode submitted) => (await Stranger.UntilAsync(
        () => stranger.PostAsync($"{Model}:fetchPredictOperation", $$"""{"operationName":"{{(string)submitted["name"]!}}"}"""), json => json["done"] is not null)).Json;

    private static async Task<string> TokenAsync(FakeServer server, Stranger nobody)
    {
        var account = JsonNode.Parse(server.CreateServiceAccount("studio", "studio"))!;
        Assert.Equal($"{server.Address}token", (string?)account["token_uri"]);
        using var key = Key(account);
        var reply = await ExchangeAsync(nobody, Assertion(account, key));
        Assert.Equal("Bearer", (string?)reply.Json["token_type"]);
        return (string)reply.Json["access_token"]!;
    }

    private static Task<Reply> ExchangeAsync(Stranger nobody, string assertion) => nobody.SendAsync(HttpMethod.Post, "token",
        $"grant_type={Uri.EscapeDataString("urn:ietf:params:oauth:grant-type:jwt-bearer")}&assertion={assertion}", "application/x-www-form-urlencoded");

    private static RSA Key(JsonNode account)
    {
        var key = RSA.Create();
        key.ImportFromPem((string)account["private_key"]!);
        return key;
    }

    private static string Assertion(JsonNode account, RSA key, int age = 0)
    {
        var issued = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - age;
        var head = Encode(Encoding.UTF8.GetBytes("""{"alg":"RS256","typ":"JWT"}"""));
        var claims = Encode(Encoding.UTF8.GetBytes(new JsonObject
        {
            ["iss"] = (string?)account["client_email"],
            ["scope"] = "https://www.googleapis.com/auth/cloud-platform",
            ["aud"] = (string?)account["token_uri"],
            ["iat"] = issued,
            ["exp"] = issued + 3600,
        }.ToJsonString()));
        return $"{head}.{claims}.{Encode(key.SignData(Encoding.ASCII.GetBytes($"{head}.{claims}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
