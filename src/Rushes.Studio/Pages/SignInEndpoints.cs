using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Doors;
using Rushes.Engine.Texts;
using Rushes.Studio.Guard;

namespace Rushes.Studio.Pages;

/// <summary>The door of a studio that others can reach.</summary>
internal static class SignInEndpoints
{
    public const string Address = "/sign-in";

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet(Address, (string? back) => Page(back, null, StatusCodes.Status200OK));
        app.MapPost(Address, SignInAsync);
        app.MapPost("/sign-out", async (HttpContext context, Doorkeeper doors) =>
        {
            if (context.Request.Cookies[SignInGuard.Cookie] is { Length: > 0 } secret)
                await doors.SignOutAsync(secret, context.RequestAborted);
            context.Response.Cookies.Delete(SignInGuard.Cookie);
            return Results.Redirect(Address);
        });
    }

    private static async Task<IResult> SignInAsync([FromForm] string? password, [FromForm] string? back, HttpContext context, Doorkeeper doors)
    {
        switch (await doors.SignInAsync(password ?? "", context.Connection.RemoteIpAddress?.ToString() ?? "", context.RequestAborted))
        {
            case SignIn.Welcome welcome:
                context.Response.Cookies.Append(
                    SignInGuard.Cookie,
                    welcome.Secret,
                    new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(30), IsEssential = true });
                return Results.LocalRedirect(Local.Path(back));
            case SignIn.Wait wait:
                context.Response.Headers.RetryAfter = Math.Ceiling(wait.For.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return Page(back, Sentence.Of("studio.password-wait", Math.Ceiling(wait.For.TotalSeconds)), StatusCodes.Status429TooManyRequests);
            default:
                return Page(back, Sentence.Of("studio.password-wrong"), StatusCodes.Status401Unauthorized);
        }
    }

    private static RazorComponentResult<SignInPage> Page(string? back, string? wrong, int status) => new(new { Back = Local.Path(back), Wrong = wrong }) { StatusCode = status };
}
