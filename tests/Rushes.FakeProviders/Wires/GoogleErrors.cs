using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Rushes.FakeProviders.Wires;

/// <summary>Error answers in the form of Google's front end: <c>{"error":{"code":429,"message":"...","status":"RESOURCE_EXHAUSTED"}}</c>.</summary>
internal static class GoogleErrors
{
    public static JsonObject Body(int code, string message, string status, JsonArray? details = null)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message, ["status"] = status };
        if (details is not null)
            error["details"] = details;
        return new JsonObject { ["error"] = error };
    }

    /// <summary>Status, body and <c>Retry-After</c> for <paramref name="refusal"/>.</summary>
    public static (int Status, JsonObject Body) Of(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.BadRequest => (400, Body(400, refusal.Message ?? "Request contains an invalid argument.", "INVALID_ARGUMENT")),
        RefusalKind.Unauthorized => (401, Body(401, refusal.Message
            ?? "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.",
            "UNAUTHENTICATED")),
        RefusalKind.NoCredit => (429, Body(429, refusal.Message ?? "You exceeded your current quota, please check your plan and billing details.",
            "RESOURCE_EXHAUSTED")),
        RefusalKind.Forbidden or RefusalKind.Captcha => (403, Body(403, refusal.Message ?? "The caller does not have permission", "PERMISSION_DENIED")),
        RefusalKind.NotFound => (404, Body(404, refusal.Message ?? "Requested entity was not found.", "NOT_FOUND")),
        RefusalKind.TooMany => (429, Body(429, refusal.Message ?? "Resource has been exhausted (e.g. check quota).", "RESOURCE_EXHAUSTED",
            refusal.RetryAfter is { } seconds ? RetryInfo(seconds) : null)),
        RefusalKind.Unavailable => (503, Body(503, refusal.Message ?? "The service is currently unavailable.", "UNAVAILABLE")),
        _ => (500, Body(500, refusal.Message ?? "Internal error encountered.", "INTERNAL")),
    };

    public static JsonArray RetryInfo(double seconds) =>
    [
        new JsonObject
        {
            ["@type"] = "type.googleapis.com/google.rpc.RetryInfo",
            ["retryDelay"] = seconds.ToString("0.###", CultureInfo.InvariantCulture) + "s",
        },
    ];

    /// <summary>Adds <c>Retry-After</c> in whole seconds, at least 1, as HTTP has it.</summary>
    public static IResult WithRetryAfter(IResult result, double? seconds) => seconds is { } wait ? new RetryAfterResult(result, wait) : result;

    private sealed class RetryAfterResult(IResult inner, double seconds) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(seconds)).ToString(CultureInfo.InvariantCulture);
            return inner.ExecuteAsync(httpContext);
        }
    }
}
