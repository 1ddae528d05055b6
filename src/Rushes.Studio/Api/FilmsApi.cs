using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;
using Rushes.Engine.Making.Models;
using Rushes.Film;
using Rushes.Studio.Api.Answers;
using Rushes.Studio.Api.Requests;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Api;

/// <summary>New films of the three workflows, and what they would take.</summary>
internal static class FilmsApi
{
    private const string Tag = "films";

    public static void MapFilmsApi(this IEndpointRouteBuilder api)
    {
        Map<TextFilmRequest>(api, "text2video", "Text2Video", "an idea or a script");
        Map<ImageFilmRequest>(api, "image2video", "Image2Video", "pictures");
        Map<SalesFilmRequest>(api, "sales-video", "SalesVideo", "a product");
    }

    private static void Map<TFilm>(IEndpointRouteBuilder api, string path, string name, string from)
        where TFilm : FilmRequest
    {
        api.MapPost("/films/" + path, BeginAsync<TFilm>).Called("begin" + name, $"Begin a film from {from}", Tag).Keyed();
        api.MapPost("/estimates/" + path, EstimateAsync<TFilm>).Called("estimate" + name, $"What a film from {from} would take; nothing is made", Tag);
    }

    private static async Task<Accepted<WorkSheet>> BeginAsync<TFilm>(
        TFilm? request, HttpContext context, Uploads uploads, Scripting scripting, Preproduction before, ModelCasting casting, FilmDesk desk, CommissionDesk commissions, CancellationToken gone)
        where TFilm : FilmRequest
    {
        Given(request);
        var (brief, script, wishes) = (request.Brief(uploads), request.OwnScript(), request.Wishes);

        // What can be known to be wrong is said at once, not told of a work that was begun.
        var settled = scripting.Settle(brief);
        await before.CheckSoundAsync(settled, gone);
        await casting.ChooseAsync(settled, gone);
        return await commissions.BeginAsync(context, request, null, id => desk.Begin(brief, script, wishes, request.ScriptOnly, id));
    }

    private static async Task<Ok<PlanSheet>> EstimateAsync<TFilm>(TFilm? request, Uploads uploads, FilmPlanner planner, CancellationToken gone)
        where TFilm : FilmRequest
    {
        Given(request);
        return TypedResults.Ok(PlanSheet.Of(await planner.PlanAsync(request.Brief(uploads), request.OwnScript(), request.MaxCost, new Unwatched(), gone)));
    }

    /// <summary>The framework cannot tell that a request of a type that varies may not be missing.</summary>
    private static void Given<TFilm>([NotNull] TFilm? request)
        where TFilm : FilmRequest
    {
        if (request is null)
            throw Mistake.Input("api.unreadable", "request").AsException();
    }
}
