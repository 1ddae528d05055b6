using Rushes.Engine.Shooting;
using Rushes.Providers.Http;
using Rushes.Providers.VertexVeo;
using Rushes.Tests.Providers.Http;

namespace Rushes.Tests.Providers.VertexVeo;

public sealed class VeoAnswerTests
{
    [Fact]
    public void Without_done_it_is_at_work() =>
        Assert.IsType<OperationStatus.Generating>(VeoAnswer.StatusOf(JsonFacts.Parse("""{"name":"projects/P/operations/1"}"""), hasFilm: false));

    [Theory]
    [InlineData("""{"done":true,"response":{"raiMediaFilteredCount":0,"videos":[{"gcsUri":"gs://b/p/sample_0.mp4","mimeType":"video/mp4"}]}}""", "gs://b/p/sample_0.mp4")]
    [InlineData("""{"done":true,"response":{"videos":[{"bytesBase64Encoded":"AAAA","mimeType":"video/mp4"}]}}""", "")]
    public void A_video_in_the_storage_or_inside_the_answer_is_a_clip(string body, string film)
    {
        Assert.IsType<OperationStatus.Finished>(VeoAnswer.StatusOf(JsonFacts.Parse(body), hasFilm: false));
        Assert.Equal(film, VeoAnswer.FilmOf(JsonFacts.Parse(body)));
    }

    [Theory]
    [InlineData("""{"done":true,"response":{"raiMediaFilteredCount":1,"raiMediaFilteredReasons":["Filtered for safety. Support codes: 58061214"]}}""", RefusalKind.Policy)]
    [InlineData("""{"done":true,"response":{"raiMediaFilteredCount":1}}""", RefusalKind.Policy)]
    [InlineData("""{"done":true,"response":{"videos":[]}}""", RefusalKind.FailedAtProvider)]
    [InlineData("""{"done":true,"error":{"code":3,"message":"The prompt could not be submitted. This prompt contains sensitive words that violate"}}""", RefusalKind.Policy)]
    [InlineData("""{"done":true,"error":{"code":3,"message":"The input image could not be processed."}}""", RefusalKind.BadRequest)]
    [InlineData("""{"done":true,"error":{"code":4,"message":"Deadline exceeded"}}""", RefusalKind.FailedAtProvider)]
    [InlineData("""{"done":true,"error":{"code":7,"message":"may not write to the bucket"}}""", RefusalKind.BadRequest)]
    [InlineData("""{"done":true,"error":{"code":8,"message":"Quota exceeded"}}""", RefusalKind.Throttled)]
    [InlineData("""{"done":true,"error":{"code":13,"message":"internal server issue"}}""", RefusalKind.FailedAtProvider)]
    [InlineData("""{"done":true,"error":{"code":14}}""", RefusalKind.FailedAtProvider)]
    public void Done_is_not_a_clip(string body, RefusalKind kind)
    {
        var refused = Assert.IsType<OperationStatus.Refused>(VeoAnswer.StatusOf(JsonFacts.Parse(body), hasFilm: false));
        Assert.Equal(kind, refused.Reason.Kind);
        Assert.NotEmpty(refused.Reason.Words);
    }

    [Theory]
    [InlineData(400, """{"error":{"code":400,"message":"`aspectRatio` does not support `1:7`","status":"INVALID_ARGUMENT"}}""", RefusalKind.BadRequest)]
    [InlineData(400, """{"error":{"code":400,"message":"The prompt violates our usage guidelines","status":"INVALID_ARGUMENT"}}""", RefusalKind.Policy)]
    [InlineData(401, """{"error":{"code":401,"status":"UNAUTHENTICATED"}}""", RefusalKind.SignedOut)]
    [InlineData(403, """{"error":{"code":403,"message":"Vertex AI API has not been used in project 1","status":"PERMISSION_DENIED"}}""", RefusalKind.NotAllowed)]
    [InlineData(403, """{"error":{"code":403,"message":"This API method requires billing to be enabled.","status":"PERMISSION_DENIED"}}""", RefusalKind.QuotaGone)]
    [InlineData(404, """{"error":{"code":404,"message":"Publisher Model was not found","status":"NOT_FOUND"}}""", RefusalKind.NotAllowed)]
    [InlineData(429, """{"error":{"code":429,"message":"Quota exceeded for online_prediction_requests_per_base_model","status":"RESOURCE_EXHAUSTED"}}""", RefusalKind.Throttled)]
    public void Each_refusal_of_a_submission_has_its_class(int status, string body, RefusalKind kind) =>
        Assert.Equal(kind, VeoErrors.OfRequest(Answers.Of(status, body)).Kind);

    [Fact]
    public void An_unknown_operation_is_told_from_a_project_that_may_not_be_used()
    {
        Assert.IsType<OperationStatus.Vanished>(VeoErrors.OfQuestion(Answers.Of(403,
            """{"error":{"code":403,"message":"You do not have permission to access the Operation with ID x or it may not exist."}}""")));
        var refused = Assert.IsType<OperationStatus.Refused>(VeoErrors.OfQuestion(Answers.Of(403,
            """{"error":{"code":403,"message":"Permission 'aiplatform.endpoints.predict' denied on resource '//aiplatform.googleapis.com/projects/p' (or it may not exist)."}}""")));
        Assert.Equal(RefusalKind.NotAllowed, refused.Reason.Kind);
        Assert.IsType<OperationStatus.Unreadable>(VeoErrors.OfQuestion(Answers.Of(503, "")));
        Assert.Equal(TimeSpan.FromSeconds(3), Assert.IsType<OperationStatus.Unreadable>(VeoErrors.OfQuestion(Answers.Of(429, "", TimeSpan.FromSeconds(3)))).RetryAfter);
    }
}
