using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Rushes.Engine.Projects;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Studio.Api;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Guard;

/// <summary>A user's mistake becomes one sentence: as ProblemDetails where a program or a script asked, as a page for people.</summary>
internal static partial class Mistakes
{
    private static readonly Dictionary<string, int> Statuses = new(StringComparer.Ordinal)
    {
        ["project.missing"] = StatusCodes.Status404NotFound,
        ["shooting.run-unknown"] = StatusCodes.Status404NotFound,
        ["shooting.account-unknown"] = StatusCodes.Status404NotFound,
        ["film.no-run"] = StatusCodes.Status404NotFound,
        ["film.no-scene"] = StatusCodes.Status404NotFound,
        ["script.no-variant"] = StatusCodes.Status404NotFound,
        ["api.nothing"] = StatusCodes.Status404NotFound,
        ["studio.nothing"] = StatusCodes.Status404NotFound,
        ["api.no-work"] = StatusCodes.Status404NotFound,
        ["data.missing"] = StatusCodes.Status404NotFound,
        ["data.no-shelf"] = StatusCodes.Status404NotFound,
        ["data.not-own"] = StatusCodes.Status404NotFound,
        ["api.no-file"] = StatusCodes.Status404NotFound,
        ["api.sign-in"] = StatusCodes.Status401Unauthorized,
        ["film.in-hand"] = StatusCodes.Status409Conflict,
        ["project.busy"] = StatusCodes.Status409Conflict,
        ["accounts.in-work"] = StatusCodes.Status409Conflict,
        ["api.foreign"] = StatusCodes.Status403Forbidden,
        ["api.method"] = StatusCodes.Status405MethodNotAllowed,
        ["api.too-large"] = StatusCodes.Status413PayloadTooLarge,
        ["studio.file-too-large"] = StatusCodes.Status413PayloadTooLarge,
        ["data.too-large"] = StatusCodes.Status413PayloadTooLarge,
        ["api.json-type"] = StatusCodes.Status415UnsupportedMediaType,
        ["api.file-type"] = StatusCodes.Status415UnsupportedMediaType,
        ["api.key-reused"] = StatusCodes.Status422UnprocessableEntity,
    };

    public static void UseMistakes(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && Silent(context) is { } mistake)
                await AnswerAsync(context, mistake);
        }
        catch (MistakeException wrong) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, wrong.Mistake);
        }
        catch (BadHttpRequestException unreadable) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, Unreadable(context, unreadable));
        }
        catch (IOException full) when (!context.Response.HasStarted && FullDisk.Is(full))
        {
            await AnswerAsync(context, FullDisk.Mistake);
        }
        catch (Exception bug) when (ApiGuard.IsForPrograms(context.Request) && !context.Response.HasStarted && bug is not OperationCanceledException)
        {
            LogBroke(context.RequestServices.GetRequiredService<ILogger<StudioHost>>(), bug, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "");
            Begin(context.Response);
            await TypedResults.Problem(Problem(Mistake.Machine("api.broke"), StatusCodes.Status500InternalServerError)).ExecuteAsync(context);
        }
    });

    public static int StatusOf(Mistake mistake) =>
        mistake.Kind == MistakeKind.Machine ? StatusCodes.Status503ServiceUnavailable : Statuses.GetValueOrDefault(mistake.Code, StatusCodes.Status400BadRequest);

    private static Task AnswerAsync(HttpContext context, Mistake mistake)
    {
        Begin(context.Response);
        if (mistake.Code == "api.sign-in")
            context.Response.Headers.WWWAuthenticate = "Bearer";
        return AnswerOf(context, mistake).ExecuteAsync(context);
    }

    /// <summary>The answer anew; what the guard says of every answer stays.</summary>
    private static void Begin(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status200OK;
        foreach (var header in new[] { HeaderNames.ContentType, HeaderNames.ContentLength, HeaderNames.Location, HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.ContentDisposition })
            response.Headers.Remove(header);
    }

    private static IResult AnswerOf(HttpContext context, Mistake mistake)
    {
        var status = StatusOf(mistake);
        if (ApiGuard.IsForPrograms(context.Request) || context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase))
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

    /// <summary>What the framework refuses without a word, where somebody reads the answer.</summary>
    private static Mistake? Silent(HttpContext context) => (context.Response.StatusCode, ApiGuard.IsForPrograms(context.Request), ReadsPages(context.Request)) switch
    {
        (StatusCodes.Status404NotFound, true, _) => Mistake.Input("api.nothing", "path"),
        (StatusCodes.Status405MethodNotAllowed, true, _) => Mistake.Input("api.method", "method"),
        (StatusCodes.Status415UnsupportedMediaType, true, _) => Mistake.Input("api.json-type", "Content-Type"),
        (StatusCodes.Status404NotFound, _, true) => Mistake.Input("studio.nothing", "path"),
        (StatusCodes.Status413PayloadTooLarge, _, true) => ApiGuard.TooLarge(ApiGuard.Largest(context)),
        _ => null,
    };

    private static bool ReadsPages(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Mistake Unreadable(HttpContext context, BadHttpRequestException unreadable) => unreadable switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => ApiGuard.TooLarge(ApiGuard.Largest(context)),
        { InnerException: JsonException { Path: { Length: > 1 } path } } => Mistake.Input("api.json-field", Field(path), Field(path)),
        { InnerException: JsonException } => Mistake.Input("api.json-broken", "body"),
        _ => Mistake.Input("api.unreadable", "request"),
    };

    /// <summary>Such as <c>pictures[0].upload</c> of <c>$.pictures[0].upload</c>.</summary>
    private static string Field(string path) => path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} broke")]
    private static partial void LogBroke(ILogger log, Exception problem, string method, string endpoint);
}
