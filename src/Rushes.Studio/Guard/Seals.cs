using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Rushes.Studio.Guard;

/// <summary>Whatever changes something must come from a page of this studio, also what has no form to read: another site cannot start a film here.</summary>
internal static class Seals
{
    public static void UseSeals(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
