using Rushes.Providers.Http;

namespace Rushes.Tests.Providers.Http;

public sealed class GoogleErrorTests
{
    [Theory]
    [InlineData("""{"error":{"code":429,"message":"Too many.","status":"RESOURCE_EXHAUSTED"}}""", "429", "Too many.")]
    [InlineData("""[{"error":{"code":429,"message":"Too many.","status":"RESOURCE_EXHAUSTED"}}]""", "429", "Too many.")]
    [InlineData("""{"error":{"message":"The value '1:7' is not supported.","code":"invalid_request"}}""", "invalid_request", "The value '1:7' is not supported.")]
    [InlineData("""{"error":"plain words"}""", null, "plain words")]
    [InlineData("upstream is gone", null, "upstream is gone")]
    [InlineData("<html><body>502</body></html>", null, "")]
    [InlineData("", null, "")]
    [InlineData("[]", null, "[]")]
    public void Every_form_of_refusal_is_read(string body, string? code, string message)
    {
        var error = GoogleError.Of(Answers.Of(429, body));
        Assert.Equal((code, message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("""{"error":{"code":429,"message":"Quota.","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"23s"}]}}""", 23.0)]
    [InlineData("""{"error":{"code":"too_many_requests","message":"You exceeded your quota. Please retry in 23.397s."}}""", 23.397)]
    [InlineData("""{"error":{"code":429,"message":"Resource has been exhausted (e.g. check quota)."}}""", null)]
    public void The_time_to_wait_is_found_in_details_and_in_words(string body, double? seconds) =>
        Assert.Equal(seconds, GoogleError.Of(Answers.Of(429, body)).RetryAfter is { } wait ? Math.Round(wait.TotalSeconds, 3) : null);

    [Fact]
    public void The_header_goes_before_the_words() =>
        Assert.Equal(TimeSpan.FromSeconds(9), GoogleError.Of(Answers.Of(429, """{"error":{"message":"Please retry in 23.4s"}}""", TimeSpan.FromSeconds(9))).RetryAfter);

    [Fact]
    public void Reasons_and_limits_of_the_details_are_part_of_the_words()
    {
        var error = GoogleError.Of(Answers.Of(403, """
            {"error":{"code":403,"message":"reCAPTCHA evaluation failed","status":"PERMISSION_DENIED",
              "details":[{"reason":"PUBLIC_ERROR_UNUSUAL_ACTIVITY"},{"violations":[{"quotaId":"RequestsPerDay"}]}]}}
            """));
        Assert.Equal("reCAPTCHA evaluation failed (PUBLIC_ERROR_UNUSUAL_ACTIVITY, RequestsPerDay)", error.Words);
        Assert.True(error.Says("unusual_activity"));
    }

    [Fact]
    public void A_page_of_words_is_shortened() =>
        Assert.InRange(GoogleError.Of(Answers.Of(500, new string('x', 100_000))).Words.Length, 1, 500);
}
