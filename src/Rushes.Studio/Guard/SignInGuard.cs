using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rushes.Engine.Doors;
using Rushes.Film;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Guard;

/// <summary>Who may use a studio that others can reach: the owner's browser after a sign-in, and the owner's programs with a token.</summary>
internal static class SignInGuard
{
    public const string Cookie = "rushes-session";
    private const string Bearer = "Bearer ";

    /// <summary>What anybody may ask for: the door itself, in another language.</summary>
    private static readonly string[] Open = [SignInEndpoints.Address, "/language"];

    public static void UseSignIn(this WebApplication app, StudioOptions options)
    {
        if (options.IsOpenToOthers)
            app.Use(CheckAsync);
    }

    private static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var doors = context.RequestServices.GetRequiredService<Doorkeeper>();
        var request = context.Request;
        if (Open.Contains(request.Path.Value, StringComparer.OrdinalIgnoreCase)
            || await doors.AdmitsAsync(request.Cookies[Cookie], PassKind.Session, context.RequestAborted)
            || (ApiGuard.IsForPrograms(request) && await doors.AdmitsAsync(TokenOf(request), PassKind.Token, context.RequestAborted)))
        {
            // What only the owner may see is not kept by anything on the way.
            context.Response.Headers.CacheControl = "no-store";
            await next(context);
        }
        else if (ApiGuard.IsForPrograms(request))
        {
            throw Mistake.Input("api.sign-in", "Authorization").AsException();
        }
        else if (HttpMethods.IsGet(request.Method))
        {
            context.Response.Redirect($"{SignInEndpoints.Address}?back={Uri.EscapeDataString(request.Path + request.QueryString)}");
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
    }

    private static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
}
