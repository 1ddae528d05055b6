using Rushes.Engine.Shooting;
using Rushes.Providers.GoogleFlow;
using Rushes.Providers.Http;
using Rushes.Tests.Providers.Http;

namespace Rushes.Tests.Providers.GoogleFlow;

public sealed class FlowErrorsTests
{
    [Theory]
    [InlineData(403, "PUBLIC_ERROR_UNUSUAL_ACTIVITY", RefusalKind.RefusedUse)]
    [InlineData(403, "PUBLIC_ERROR_MODEL_ACCESS_DENIED", RefusalKind.NotAllowed)]
    [InlineData(400, "PUBLIC_ERROR_UNSAFE_GENERATION", RefusalKind.Policy)]
    [InlineData(400, "PUBLIC_ERROR_MINOR", RefusalKind.Policy)]
    [InlineData(400, "PUBLIC_ERROR_PROMINENT_PEOPLE_FILTER_FAILED", RefusalKind.Policy)]
    [InlineData(429, "PUBLIC_ERROR_USER_QUOTA_REACHED", RefusalKind.QuotaGone)]
    [InlineData(429, "PUBLIC_ERROR_PER_MODEL_DAILY_QUOTA_REACHED", RefusalKind.QuotaGone)]
    [InlineData(429, "PUBLIC_ERROR_USER_REQUESTS_THROTTLED", RefusalKind.Throttled)]
    [InlineData(400, "PUBLIC_ERROR_NON_ENGLISH_PROMPT", RefusalKind.BadRequest)]
    public void Flows_own_codes_decide_wherever_they_stand(int status, string code, RefusalKind kind)
    {
        var inDetails = Answers.Of(status, $$"""{"error":{"code":{{status}},"message":"No.","details":[{"reason":"{{code}}"}]} }""");
        var inWords = Answers.Of(status, $$"""{"error":{"code":{{status}},"message":"{{code}}: no."} }""");
        Assert.All([inDetails, inWords], answer => Assert.Equal(kind, FlowErrors.OfSubmission(answer, withPictures: true).Kind));
    }

    [Theory]
    [InlineData(400, RefusalKind.BadRequest)]
    [InlineData(401, RefusalKind.SignedOut)]
    [InlineData(403, RefusalKind.NotAllowed)]
    [InlineData(404, RefusalKind.BadRequest)]
    [InlineData(429, RefusalKind.Throttled)]
    public void Without_a_code_the_status_decides(int status, RefusalKind kind)
    {
        var refusal = FlowErrors.OfSubmission(Answers.Of(status, ""), withPictures: false);
        Assert.Equal(kind, refusal.Kind);
        Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), refusal.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, true, RefusalKind.ExpiredInput)]
    [InlineData(400, true, RefusalKind.ExpiredInput)]
    [InlineData(404, false, RefusalKind.BadRequest)]
    public void An_entity_that_was_not_found_is_an_uploaded_picture_where_there_is_one(int status, bool withPictures, RefusalKind kind) =>
        Assert.Equal(kind, FlowErrors.OfSubmission(Answers.Of(status, """{"error":{"message":"Requested entity was not found."}}"""), withPictures).Kind);

    [Theory]
    [InlineData("""{"error":{"code":13,"message":"Internal error encountered."}}""", RefusalKind.FailedAtProvider)]
    [InlineData("""{"error":{"code":3,"message":"Request contains an invalid argument."}}""", RefusalKind.BadRequest)]
    [InlineData("""{"error":{"code":3,"message":"PUBLIC_ERROR_UNSAFE_GENERATION"}}""", RefusalKind.Policy)]
    [InlineData("""{"error":{"code":8,"message":"Exhausted. Please retry in 12s"}}""", RefusalKind.Throttled)]
    [InlineData("""{"error":{"code":7,"message":"PUBLIC_ERROR_UNUSUAL_ACTIVITY"}}""", RefusalKind.FailedAtProvider)]
    [InlineData("""{}""", RefusalKind.FailedAtProvider)]
    public void An_operation_that_ended_badly_is_over_whatever_it_says_of_the_account(string body, RefusalKind kind) =>
        Assert.Equal(kind, FlowErrors.OfOperation(GoogleError.Of(JsonFacts.Parse(body)), blocked: false).Kind);
}
