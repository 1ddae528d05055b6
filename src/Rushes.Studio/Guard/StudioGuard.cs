using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Rushes.Studio.Guard;

/// <summary>What every answer and every request must keep to.</summary>
internal static class StudioGuard
{
    // Nothing from anywhere else, nothing inline: no text of a user or a model can become a script.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    public static void UseStudioGuard(this WebApplication app, StudioOptions options) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!(options.IsOpenToOthers ? IsReachedBy(context.Request.Host.Host, options) : IsThisMachine(context.Request.Host.Host)))
        {
            // A page elsewhere that resolves its own name to this machine (DNS rebinding) comes with a foreign Host.
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));

    /// <summary>By an address, which no name of another site can stand for, or by a name that is known to be ours.</summary>
    private static bool IsReachedBy(string host, StudioOptions options) =>
        System.Net.IPAddress.TryParse(host.Trim('[', ']'), out _)
        || options.Names.Concat(["localhost", Environment.MachineName]).Contains(host, StringComparer.OrdinalIgnoreCase);
}
