using System.Text.Json.Nodes;

namespace Rushes.Integration.Studio.Api;

public sealed class IdempotencyTests(OpenStudio studio) : IClassFixture<OpenStudio>
{
    private static JsonObject Wish => new() { ["idea"] = "Một chiếc thuyền nhỏ", ["duration"] = 3, ["script_only"] = true };

    [Fact]
    public async Task The_same_request_begins_one_film_also_after_a_restart()
    {
        var wish = Wish;
        wish["idea"] = "Hai chiếc thuyền nhỏ";
        var api = await ApiClient.OfAsync(studio.Browser);
        var first = await api.CallAsync("beginText2Video", body: wish.DeepClone(), key: "order-1");
        var again = await api.CallAsync("beginText2Video", body: wish.DeepClone(), key: "order-1");
        Assert.True(JsonNode.DeepEquals(first, again));
        var over = await api.OverAsync(first);

        await studio.ReopenAsync();
        api = await ApiClient.OfAsync(studio.Browser);
        Assert.True(JsonNode.DeepEquals(first, await api.CallAsync("beginText2Video", body: wish.DeepClone(), key: "order-1")));
        Assert.Single((await api.CallAsync("listProjects")).AsArray(), project => (string?)project!["idea"] == (string?)wish["idea"]);
        var found = await api.CallAsync("getWork", new { id = (string)first["id"]! });
        Assert.Equal((string?)over["project"], (string?)found["project"]);
    }

    [Fact]
    public async Task A_hundred_at_once_begin_one_film()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var wish = Wish;
        wish["idea"] = "A hundred boats";
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => api.CallAsync("beginText2Video", body: wish.DeepClone(), key: "order-100")));
        Assert.Single(answers.Select(answer => (string)answer["id"]!).Distinct(StringComparer.Ordinal));
        await api.OverAsync(answers[0]);
        Assert.Single((await api.CallAsync("listProjects")).AsArray(), project => (string?)project!["idea"] == "A hundred boats");
    }

    [Fact]
    public async Task A_key_means_one_request_only()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        await api.CallAsync("beginText2Video", body: Wish, key: "order-2");
        var other = Wish;
        other["seed"] = 7;
        var (status, answer) = await RawAsync(api, other, "order-2");
        Assert.Equal((422, "api.key-reused"), (status, (string?)answer["code"]));
    }

    [Fact]
    public async Task A_request_that_was_refused_leaves_its_key_free()
    {
        var api = await ApiClient.OfAsync(studio.Browser);
        var wrong = Wish;
        wrong["style"] = "no-such-style";
        var (status, answer) = await api.TryAsync("beginText2Video", body: wrong, key: "order-3");
        Assert.Equal((400, "style"), (status, (string?)answer!["field"]));
        await api.CallAsync("beginText2Video", body: Wish, key: "order-3");
    }

    private async Task<(int Status, JsonNode Answer)> RawAsync(ApiClient api, JsonObject body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, api.Document["beginText2Video"].Path)
        {
            Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await studio.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
