using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;
using Rushes.Engine.Shooting.Books;

namespace Rushes.Studio.Live;

/// <summary>One event stream a tab. What it brings is only ever a newer look of a part: missing some loses nothing.</summary>
internal static class LiveEndpoints
{
    public static void MapLive(this IEndpointRouteBuilder app)
    {
        app.MapGet("/live/films/{name}", (
            string name, string? run, long? since, RoomReader rooms, FilmDesk desk, IStudioStore books, PartPrinter printer, TimeProvider time, CancellationToken gone) =>
        {
            rooms.Project(name);
            var feed = new RoomFeed(rooms, desk, books, printer, time, name);
            return TypedResults.ServerSentEvents(EachAsync(feed.ReadAsync(run, since ?? 0, gone), gone));
        });
        app.MapGet("/live/making/{id}", IResult (string id, FilmDesk desk, PartPrinter printer, TimeProvider time, CancellationToken gone) =>
            desk.Find(id) is { } film
                ? TypedResults.ServerSentEvents(EachAsync(new MakingFeed(film, printer, time).ReadAsync(gone), gone))
                : TypedResults.NotFound());
    }

    private static async IAsyncEnumerable<SseItem<LivePart>> EachAsync(
        IAsyncEnumerable<IReadOnlyList<LivePart>> updates, [EnumeratorCancellation] CancellationToken gone)
    {
        await foreach (var update in updates.WithCancellation(gone))
        {
            foreach (var part in update)
                yield return new SseItem<LivePart>(part, "part") { ReconnectionInterval = TimeSpan.FromSeconds(1) };
        }
    }
}
