using Rushes.Engine.Shooting;
using Rushes.Providers.Fal;
using Rushes.Providers.Http;

namespace Rushes.Tests.Providers.Fal;

public sealed class FalErrorsTests
{
    private const string Locked = """{"detail":"User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing."}""";
    private const string Content = """{"detail":[{"loc":["body","prompt"],"msg":"flagged by a content checker","type":"content_policy_violation","input":"the whole prompt"}]}""";

    [Theory]
    [InlineData(401, """{"detail":"Authentication is required to access this application."}""", RefusalKind.SignedOut)]
    [InlineData(402, Locked, RefusalKind.QuotaGone)]
    [InlineData(403, Locked, RefusalKind.QuotaGone)]
    [InlineData(403, """{"detail":"Access to this application is forbidden."}""", RefusalKind.NotAllowed)]
    [InlineData(404, """{"detail":"Application \"fal-ai/old\" not found"}""", RefusalKind.NotAllowed)]
    [InlineData(422, """{"detail":[{"loc":["body","duration"],"msg":"unexpected value","type":"literal_error"}]}""", RefusalKind.BadRequest)]
    [InlineData(422, Content, RefusalKind.Policy)]
    [InlineData(422, """{"detail":[{"loc":["body","image_url"],"msg":"Failed to download the file","type":"file_download_error"}]}""", RefusalKind.ExpiredInput)]
    [InlineData(429, """{"detail":"Too many requests"}""", RefusalKind.Throttled)]
    public void Each_refusal_of_a_submission_has_its_class(int status, string body, RefusalKind kind) => Assert.Equal(kind, FalErrors.OfRequest(Of(status, body)).Kind);

    [Fact]
    public void A_sentence_says_what_is_wrong_and_where_but_not_what_was_sent() =>
        Assert.Equal("prompt: flagged by a content checker", FalErrors.OfRequest(Of(422, Content)).Words);

    [Theory]
    [InlineData(422, Content, null, RefusalKind.Policy)]
    [InlineData(422, """{"detail":[{"loc":["body"],"msg":"No media generated","type":"no_media_generated"}]}""", "true", RefusalKind.FailedAtProvider)]
    [InlineData(422, """{"detail":[{"loc":["body","image_url"],"msg":"Failed to load","type":"image_load_error"}]}""", "false", RefusalKind.BadRequest)]
    [InlineData(500, """{"detail":"Internal server error","error_type":"runner_server_error"}""", null, RefusalKind.FailedAtProvider)]
    [InlineData(503, """{"detail":"Runner scheduling failed","error_type":"runner_scheduling_failure"}""", null, RefusalKind.FailedAtProvider)]
    [InlineData(504, """{"detail":"Request timed out","error_type":"request_timeout"}""", null, RefusalKind.FailedAtProvider)]
    [InlineData(499, """{"detail":"Request was cancelled by the client","error_type":"client_cancelled"}""", null, RefusalKind.BadRequest)]
    public void A_completed_request_whose_result_is_a_failure_has_failed(int status, string body, string? retryable, RefusalKind kind) =>
        Assert.Equal(kind, Assert.IsType<OperationStatus.Refused>(FalErrors.OfResult(Of(status, body, retryable))).Reason.Kind);

    [Fact]
    public void A_service_that_is_out_of_order_is_not_work_that_failed()
    {
        Assert.IsType<OperationStatus.Unreadable>(FalErrors.OfResult(Of(502, "<html>Bad gateway</html>")));
        Assert.IsType<OperationStatus.Unreadable>(FalErrors.OfResult(Of(503, "")));
        Assert.IsType<OperationStatus.Generating>(FalErrors.OfResult(Of(400, """{"detail":"Request is still in progress"}""")));
        Assert.IsType<OperationStatus.Vanished>(FalErrors.OfResult(Of(404, """{"detail":"Not Found"}""")));
    }

    [Fact]
    public void A_locked_account_leaves_its_running_work_standing()
    {
        var said = Assert.IsType<OperationStatus.Refused>(FalErrors.OfQuestion(Of(403, Locked))).Reason;
        Assert.Equal(RefusalKind.NotAllowed, said.Kind);
        Assert.Contains("Exhausted balance", said.Words, StringComparison.Ordinal);
    }

    private static WireAnswer.Answered Of(int status, string body, string? retryable = null) => new(
        (System.Net.HttpStatusCode)status,
        body,
        null,
        retryable is null ? new Dictionary<string, string>(StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal) { ["x-fal-retryable"] = retryable });
}
