using Rushes.Engine.Shooting;
using Rushes.Providers.GeminiOmni;
using Rushes.Tests.Providers.Http;

namespace Rushes.Tests.Providers.GeminiOmni;

public sealed class OmniErrorsTests
{
    [Theory]
    [InlineData(400, """{"error":{"message":"Unknown parameter 'inputs'","code":"invalid_request"}}""", RefusalKind.BadRequest)]
    [InlineData(400, """{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}""", RefusalKind.SignedOut)]
    [InlineData(401, "", RefusalKind.SignedOut)]
    [InlineData(403, """{"error":{"code":403,"message":"Generative Language API has not been used in project 1","status":"PERMISSION_DENIED"}}""", RefusalKind.NotAllowed)]
    [InlineData(404, """{"error":{"code":404,"message":"models/veo-3.1 is no longer available","status":"NOT_FOUND"}}""", RefusalKind.NotAllowed)]
    [InlineData(429, """[{"error":{"code":429,"message":"Resource has been exhausted","status":"RESOURCE_EXHAUSTED"}}]""", RefusalKind.Throttled)]
    [InlineData(429, """{"error":{"code":429,"message":"Quota","details":[{"violations":[{"quotaId":"GenerateRequestsPerDayPerProject"}]}]}}""", RefusalKind.QuotaGone)]
    [InlineData(429, """{"error":{"code":429,"message":"Your prepayment credits are depleted."}}""", RefusalKind.QuotaGone)]
    [InlineData(429, """{"error":{"code":429,"message":"You exceeded your current quota, please check your plan and billing details.","status":"RESOURCE_EXHAUSTED"}}""", RefusalKind.QuotaGone)]
    [InlineData(429, """{"error":{"code":429,"message":"You exceeded your current quota, please check your plan and billing details. Please retry in 9s.","status":"RESOURCE_EXHAUSTED"}}""", RefusalKind.Throttled)]
    [InlineData(400, """{"error":{"message":"The prompt was blocked by safety filters","code":"invalid_request"}}""", RefusalKind.Policy)]
    public void Each_refusal_has_its_class(int status, string body, RefusalKind kind) =>
        Assert.Equal(kind, OmniErrors.OfSubmission(Answers.Of(status, body)).Kind);
}
