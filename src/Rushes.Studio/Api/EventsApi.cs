using System.Globalization;
using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;
using Rushes.Engine.Shooting.Books;
using Rushes.Film;
using Rushes.Studio.Api.Answers;
using Rushes.Studio.Live;

namespace Rushes.Studio.Api;

/// <summary>What happens in a project, as it happens.</summary>
internal static class EventsApi
{
    public static void MapEventsApi(this IEndpointRouteBuilder api) => api
        .MapGet("/projects/{project}/events", (
            string project,
            [FromHeader(Name = "Last-Event-ID")] string? last,
            [FromQuery(Name = "until_idle")] bool? untilIdle,
            RoomReader rooms,
            FilmDesk desk,
            IStudioStore books,
            TimeProvider time,
            CancellationToken gone) =>
        {
            rooms.Project(project);
            return TypedResults.ServerSentEvents(new ProjectEvents(rooms, desk, books, time, project).ReadAsync(PlaceOf(last), untilIdle == true, gone));
        })
        .Called("watchProject", "Server-sent events of a project: run events with an id to go on from (Last-Event-ID), and looks at its work", "events")
        .Produces<SseItem<ProjectNews>>(StatusCodes.Status200OK, "text/event-stream").MayMiss();

    /// <summary>Run and sequence, as <see cref="ProjectEvents.IdOf"/> writes them.</summary>
    private static (string Run, long Sequence)? PlaceOf(string? last)
    {
        if (string.IsNullOrEmpty(last))
            return null;
        return last.Split('/') is [{ Length: > 0 } run, var text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? (run, sequence)
            : throw Mistake.Input("api.event-place", "Last-Event-ID", last).AsException();
    }
}
