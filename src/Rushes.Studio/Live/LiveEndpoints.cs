using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;

namespace Rushes.Studio.Live;

/// <summary>One event stream a tab. What it brings is only ever a newer look of a part: missing some loses nothing.</summary>
internal static class LiveEndpoints
{
    public static void MapLive(this IEndpointRouteBuilder app)
    {
        app.MapGet("/live/films/{name}", (
            string name, string? run, long? since, int? axis, bool? busy, RoomReader rooms, RoomWatches watches, TimeProvider time, CancellationToken gone) =>
        {
            rooms.Project(name);
            var tab = new RoomTab(run, since ?? 0, (axis ?? 0, busy ?? false));
            return TypedResults.ServerSentEvents(EachAsync(new RoomFeed(watches, time, name).ReadAsync(tab, gone), gone));
        });
        app.MapGet("/live/making/{id}", IResult (string id, FilmDesk desk, PartPrinter printer, TimeProvider time, CancellationToken gone) =>
            desk.Find(id) is { } film
                ? TypedResults.ServerSentEvents(EachAsync(new MakingFeed(film, printer, time).ReadAsync(gone), gone))
                : TypedResults.NotFound());
    }

    /// <summary>One event an update: no page ever shows half of one.</summary>
    private static async IAsyncEnumerable<SseItem<IReadOnlyList<LivePart>>> EachAsync(
        IAsyncEnumerable<IReadOnlyList<LivePart>> updates, [EnumeratorCancellation] CancellationToken gone)
    {
        await foreach (var update in updates.WithCancellation(gone))
            yield return new SseItem<IReadOnlyList<LivePart>>(update, "parts") { ReconnectionInterval = TimeSpan.FromSeconds(1) };
    }
}
