using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Library;
using Rushes.Engine.Making;
using Rushes.Engine.Shooting.Books;
using Rushes.Film;
using Rushes.Studio.Api.Answers;
using Rushes.Studio.Api.Requests;
using Rushes.Studio.Live;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Api;

/// <summary>Projects, and what is done with one as a whole.</summary>
internal static class ProjectsApi
{
    private const string Tag = "projects";

    public static void MapProjectsApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/projects", ListAsync).Called("listProjects", "All projects, the newest first", Tag);
        api.MapGet("/runs", async (IRunBook books, CancellationToken gone) => TypedResults.Ok<IReadOnlyList<RunRow>>([.. (await books.RunsAsync(gone)).Select(RunRow.Of)]))
            .Called("listRuns", "All runs, the newest first", Tag);
        var project = api.MapGroup("/projects/{project}");
        project.MapGet("", async (string project, RoomReader rooms, CancellationToken gone) => TypedResults.Ok(ProjectSheet.Of(await rooms.ReadAsync(project, gone))))
            .Called("getProject", "A project with its scenes and takes", Tag).MayMiss();
        project.MapDelete("", async (string project, RoomReader rooms, FilmDesk desk, CancellationToken gone) =>
        {
            await desk.RemoveAsync(rooms.Project(project), gone);
            return TypedResults.NoContent();
        }).Called("removeProject", "Remove a project with everything in its folder", Tag).MayMiss();
        project.MapPost("/film", FilmAsync).Called("filmProject", "Film what the project lacks, and cut it", Tag).MayMiss().Keyed();
        project.MapPost("/resume", ResumeAsync).Called("resumeProject", "Take the newest run up again", Tag).MayMiss().Keyed();
        project.MapPost("/retry", RetryAsync).Called("retryProject", "Film scenes again, as new takes", Tag).MayMiss().Keyed();
        project.MapPost("/cut", CutAsync).Called("cutProject", "Assemble the film again", Tag).MayMiss().Keyed();
        project.MapPost("/stop", StopAsync).Called("stopProject", "Pause or cancel what is done for the project", Tag).MayMiss();
    }

    private static async Task<Ok<IReadOnlyList<ProjectRow>>> ListAsync(RoomReader rooms, IRunBook books, FilmDesk desk, CancellationToken gone)
    {
        var runs = (await books.RunsAsync(gone)).GroupBy(run => run.Project, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return TypedResults.Ok<IReadOnlyList<ProjectRow>>(
            [.. rooms.Folders.List().Select(project => ProjectRow.Of(project, runs.GetValueOrDefault(project.Folder), desk.Of(project)))]);
    }

    private static Task<Accepted<WorkSheet>> FilmAsync(
        string project, ShootRequest request, HttpContext context, RoomReader rooms, FilmDesk desk, CommissionDesk commissions)
    {
        var (found, wishes) = (rooms.Project(project), request.Wishes);
        return commissions.BeginAsync(context, request, found, id => desk.Film(found, wishes, id));
    }

    private static async Task<Accepted<WorkSheet>> ResumeAsync(
        string project, ShootRequest request, HttpContext context, RoomReader rooms, FilmDesk desk, CommissionDesk commissions, CancellationToken gone)
    {
        var (room, wishes) = (await rooms.ReadAsync(project, gone), request.Wishes);
        var run = RunOf(room);
        return await commissions.BeginAsync(context, request, room.Project, id => desk.Resume(room.Project, run, wishes, id));
    }

    private static async Task<Accepted<WorkSheet>> RetryAsync(
        string project, RetakeRequest request, HttpContext context, RoomReader rooms, FilmDesk desk, CommissionDesk commissions, CancellationToken gone)
    {
        var room = await rooms.ReadAsync(project, gone);
        if (request.Scene is { } scene)
            TakesApi.Scene(room, scene);
        var retake = new RetryRequest(RunOf(room), request.Scene, request.Account, request.Seed);
        var wishes = ShootRequest.WishesOf(request.WaitSeconds, request.MaxCost);
        return await commissions.BeginAsync(context, request, room.Project, id => desk.Retry(room.Project, retake, wishes, id));
    }

    private static async Task<Accepted<WorkSheet>> CutAsync(
        string project,
        CutRequest request,
        HttpContext context,
        RoomReader rooms,
        Catalogue catalogue,
        Uploads uploads,
        Preproduction before,
        FilmDesk desk,
        CommissionDesk commissions,
        CancellationToken gone)
    {
        var found = rooms.Project(project);
        var wishes = ShootRequest.WishesOf(null, request.MaxCost);
        var changed = found with { Brief = request.Over(found.Brief, catalogue, uploads) };
        await before.CheckSoundAsync(changed.Brief, gone);
        return await commissions.BeginAsync(
            context, request, found, id => request.ChangesBrief ? desk.Recut(changed, wishes, id, request.Partial) : desk.Cut(changed, request.Partial, wishes, id));
    }

    private static async Task<Ok<ProjectSheet>> StopAsync(string project, StopRequest request, RoomReader rooms, FilmDesk desk, CancellationToken gone)
    {
        await desk.StopAsync(rooms.Project(project), request.Cancel, gone);
        return TypedResults.Ok(ProjectSheet.Of(await rooms.ReadAsync(project, gone)));
    }

    /// <summary>The newest run of the project itself: without one the newest of all would be meant.</summary>
    internal static string RunOf(RoomView room) => room.Run?.Id ?? throw Mistake.Input("film.no-run", "run", room.Project.Name).AsException();
}
