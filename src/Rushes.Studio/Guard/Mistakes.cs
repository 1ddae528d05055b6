using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Guard;

/// <summary>A user's mistake becomes one sentence: as ProblemDetails where a script asked, as a page for people.</summary>
internal static class Mistakes
{
    public static void UseMistakes(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (MistakeException wrong) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await AnswerOf(context, wrong.Mistake).ExecuteAsync(context);
        }
    });

    private static IResult AnswerOf(HttpContext context, Mistake mistake)
    {
        var status = StatusOf(mistake);
        if (context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase))
            return TypedResults.Problem(Problem(mistake, status));
        return new RazorComponentResult<MistakePage>(new { Text = Sentence.Of(mistake) }) { StatusCode = status };
    }

    private static ProblemDetails Problem(Mistake mistake, int status) => new()
    {
        Status = status,
        Title = Sentence.Of(mistake),
        Type = "urn:rushes:" + mistake.Code,
        Extensions = { ["code"] = mistake.Code, ["field"] = mistake.Field },
    };

    private static int StatusOf(Mistake mistake) => mistake switch
    {
        { Kind: MistakeKind.Machine } => StatusCodes.Status503ServiceUnavailable,
        { Code: "project.missing" or "shooting.run-unknown" or "film.no-run" or "film.no-scene" } => StatusCodes.Status404NotFound,
        { Code: "film.in-hand" } => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}
