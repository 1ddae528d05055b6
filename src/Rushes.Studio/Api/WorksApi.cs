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

    /// <summary>A work of an earlier studio: what became of its project says how it stands.</summary>
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
        if (commission.Project is not { } folder)
            return begun with { Stage = FilmStage.Stopped, Over = true, Error = Complaint.Of(Mistake.Input("api.work-lost", "id")) };
        var project = rooms.Folders.Open(folder);
        if (desk.Of(project) is { } film)
            return WorkSheet.Of(film) with { Id = id, BegunAt = commission.BegunAt };
        return begun with { Project = project.Name, Stage = File.Exists(project.FilmFile) ? FilmStage.Done : FilmStage.Cancelled, Over = true };
    }
}
