using Rushes.Providers.Fal;
using Rushes.Providers.Http;

namespace Rushes.Tests.Providers.Fal;

public sealed class FalOperationTests
{
    private static readonly Uri Queue = new("https://queue.fal.run/");

    [Theory]
    [InlineData("""{"request_id":"1","response_url":"https://queue.fal.run/fal-ai/veo3.1/requests/1"}""", "fal-ai/veo3.1/requests/1")]
    [InlineData("""{"request_id":"1","response_url":"https://evil.example/fal-ai/veo3.1/requests/1"}""", "fal-ai/veo3.1/requests/1")]
    [InlineData("""{"request_id":"1","response_url":"http://queue.fal.run/fal-ai/veo3.1/requests/1"}""", "fal-ai/veo3.1/requests/1")]
    [InlineData("""{"request_id":"1","response_url":"https://queue.fal.run@evil.example/x/requests/1"}""", "fal-ai/veo3.1/requests/1")]
    [InlineData("""{"request_id":"a/b"}""", "fal-ai/veo3.1/requests/a%2Fb")]
    public void An_operation_is_a_path_at_the_accounts_own_host_whatever_an_answer_says(string answer, string operation)
    {
        Assert.Equal(operation, FalOperation.Of(JsonFacts.Parse(answer), Queue, "fal-ai/veo3.1/fast/image-to-video"));
        Assert.Equal("queue.fal.run", FalOperation.Status(Queue, operation).Host);
    }

    [Theory]
    [InlineData("workflows/me/own/step", "workflows/me/own/requests/1")]
    [InlineData("fal-ai/ltx-2.3/text-to-video", "fal-ai/ltx-2.3/requests/1")]
    public void Some_endpoints_have_a_leading_word_more(string endpoint, string operation) =>
        Assert.Equal(operation, FalOperation.Of(JsonFacts.Parse("""{"request_id":"1"}"""), Queue, endpoint));

    [Fact]
    public void An_answer_that_names_no_request_is_no_operation() => Assert.Null(FalOperation.Of(JsonFacts.Parse("{}"), Queue, "fal-ai/veo3.1"));

    [Fact]
    public void A_gateway_may_lie_below_a_path()
    {
        var gateway = new Uri("https://gateway.example/fal/");
        var operation = FalOperation.Of(JsonFacts.Parse("""{"request_id":"1","response_url":"https://gateway.example/fal/fal-ai/veo3.1/requests/1"}"""), gateway, "x/y")!;
        Assert.Equal("https://gateway.example/fal/fal-ai/veo3.1/requests/1/status", FalOperation.Status(gateway, operation).AbsoluteUri);
        Assert.Equal("https://gateway.example/fal/fal-ai/veo3.1/requests/1/cancel", FalOperation.Cancel(gateway, operation).AbsoluteUri);
    }

    [Theory]
    [InlineData("""{"video":{"url":"https://v3b.fal.media/files/out.mp4"}}""", "https://v3b.fal.media/files/out.mp4")]
    [InlineData("""{"videos":[{"url":"https://v3b.fal.media/1.mp4"}]}""", "https://v3b.fal.media/1.mp4")]
    [InlineData("""{"video":"https://v3b.fal.media/2.mp4"}""", "https://v3b.fal.media/2.mp4")]
    [InlineData("""{"video":{"url":"http://elsewhere.example/2.mp4"}}""", null)]
    [InlineData("""{"images":[]}""", null)]
    public void A_clip_is_found_under_the_names_that_models_give_it(string result, string? clip) => Assert.Equal(clip, FalResult.ClipOf(JsonFacts.Parse(result))?.AbsoluteUri);
}
