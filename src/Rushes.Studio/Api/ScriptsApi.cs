using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;
using Rushes.Engine.Projects;
using Rushes.Film;
using Rushes.Film.Scripts;
using Rushes.Studio.Api.Answers;
using Rushes.Studio.Api.Papers;
using Rushes.Studio.Api.Requests;
using Rushes.Studio.Live;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Api;

/// <summary>Scripts: read, replaced as a whole, edited by scene.</summary>
internal static class ScriptsApi
{
    private const string Tag = "script";

    public static void MapScriptsApi(this IEndpointRouteBuilder api)
    {
        var script = api.MapGroup("/projects/{project}/script");
        script.MapGet("", async (string project, RoomReader rooms, ScriptReview review, CancellationToken gone) =>
        {
            var found = rooms.Project(project);
            return TypedResults.Ok(await ScriptSheet.OfAsync(rooms.Folders.ReadScript(found), found.Brief, review, gone));
        }).Called("getScript", "The script, and what a person should look at in it", Tag).MayMiss();
        script.MapPut("", (string project, ScriptPaper script, RoomReader rooms, ScriptDesk desk, ScriptReview review, CancellationToken gone) =>
                ChangeAsync(rooms.Project(project), _ => script.Read(), desk, review, gone))
            .Called("putScript", "Put another script in its place", Tag).MayMiss().ProducesProblem(StatusCodes.Status409Conflict);
        script.MapPatch("/scenes/{scene:int}", (string project, int scene, ScenePaper changes, RoomReader rooms, ScriptDesk desk, ScriptReview review, CancellationToken gone) =>
                ChangeAsync(rooms.Project(project), script => changes.Over(script, scene), desk, review, gone))
            .Called("editScene", "Change fields of a scene; null removes one, what is left out stays", Tag).MayMiss().ProducesProblem(StatusCodes.Status409Conflict);
        script.MapPost("/scenes/{scene:int}/changes", (string project, int scene, SceneChangeRequest request, RoomReader rooms, ScriptDesk desk, ScriptReview review, CancellationToken gone) =>
            {
                var change = ScriptChange.Of(request.Change)
                    ?? throw Mistake.Input("studio.no-choice", "change", "change", request.Change).AsException();
                return ChangeAsync(rooms.Project(project), script => change(script, scene), desk, review, gone);
            })
            .Called("changeScene", "Move, split, merge, remove or add a scene", Tag).MayMiss().ProducesProblem(StatusCodes.Status409Conflict);
        script.MapPost("/scenes/{scene:int}/rewrite", (string project, int scene, WriteRequest request, HttpContext context, RoomReader rooms, ScriptDesk desk, CommissionDesk commissions) =>
            {
                var (found, wishes) = (rooms.Project(project), request.Wishes);
                return commissions.BeginAsync(context, request, found, id => desk.Rewrite(found, scene, wishes, id));
            })
            .Called("rewriteScene", "Have one scene written anew; the film stays as long as it is", Tag).MayMiss().Keyed();
    }

    private static async Task<Ok<ScriptSheet>> ChangeAsync(Project project, Func<Script, Script> change, ScriptDesk desk, ScriptReview review, CancellationToken gone) =>
        TypedResults.Ok(await ScriptSheet.OfAsync(await desk.ChangeAsync(project, change, gone), project.Brief, review, gone));
}
