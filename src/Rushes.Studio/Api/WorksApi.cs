using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;
using Rushes.Engine.Making.Commissions;
using Rushes.Film;
using Rushes.Studio.Api.Answers;
using Rushes.Studio.Live;

namespace Rushes.Studio.Api;

/// <summary>What the studio is doing.</summary>
internal static class WorksApi
{
    private const string Tag = "works";

    public static void MapWorksApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/works", (FilmDesk desk) => TypedResults.Ok<IReadOnlyList<WorkSheet>>([.. desk.Films.Select(WorkSheet.Of)]))
            .Called("listWorks", "Everything begun since the studio opened, the newest first", Tag);
        api.MapGet("/works/{id}", async (string id, FilmDesk desk, CommissionDesk commissions, ICommissionBook book, RoomReader rooms, CancellationToken gone) =>
                TypedResults.Ok(desk.Find(id) is { } film ? WorkSheet.Of(film) : await EarlierAsync(id, desk, commissions, book, rooms, gone)))
            .Called("getWork", "How far a work has come", Tag).MayMiss();
    }

    /// <summary>A work of an earlier studio. Where that died before it could note the end, what became of the project says how it stands.</summary>
    private static async Task<WorkSheet> EarlierAsync(
        string id, FilmDesk desk, CommissionDesk commissions, ICommissionBook book, RoomReader rooms, CancellationToken gone)
    {
        var isBeginning = commissions.IsBeginning(id);
        var commission = await book.CommissionAsync(id, gone) ?? throw Mistake.Input("api.no-work", "id", id).AsException();
        var begun = WorkSheet.Begun(id, null, commission.BegunAt);
        if (isBeginning)
            return begun;
        if (desk.Find(id) is { } meanwhile)
            return WorkSheet.Of(meanwhile);
        var project = commission.Project is { } folder ? rooms.Folders.Open(folder) : null;
        var over = begun with { Project = project?.Name, Over = true };
        if (commission.Outcome is { } outcome)
            return over with { Stage = outcome };
        if (project is null)
            return over with { Stage = FilmStage.Stopped, Error = Complaint.Of(Mistake.Input("api.work-lost", "id")) };
        if (desk.Of(project) is { } film)
            return WorkSheet.Of(film) with { Id = id, BegunAt = commission.BegunAt };
        return File.Exists(project.FilmFile) && File.GetLastWriteTimeUtc(project.FilmFile) >= commission.BegunAt.UtcDateTime
            ? over with { Stage = FilmStage.Done }
            : over with { Stage = FilmStage.Stopped, Error = Complaint.Of(Mistake.Input("api.work-broken", "id")) };
    }
}
