using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Rushes.Film;

namespace Rushes.Studio.Guard;

/// <summary>Whatever changes something must come from a page of this studio, also what has no form to read: another site cannot start a film here.</summary>
internal static class Seals
{
    public static void UseSeals(this WebApplication app) => app.Use((context, next) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } ? throw Mistake.Input("studio.no-seal", "seal").AsException() : next(context));
}
