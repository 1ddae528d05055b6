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
            string name, string? run, long? since, string? papers, int? axis, bool? busy, RoomReader rooms, RoomWatches watches, TimeProvider time, CancellationToken gone) =>
        {
            rooms.Project(name);
            var tab = new RoomTab(run, since ?? 0, papers, (axis ?? 0, busy ?? false));
            return TypedResults.ServerSentEvents(EachAsync(new RoomFeed(watches, time, name).ReadAsync(tab, gone), gone));
        });
        app.MapGet("/live/making/{id}", IResult (string id, FilmDesk desk, PartPrinter printer, TimeProvider time, CancellationToken gone) =>
            desk.Find(id) is { } film
                ? TypedResults.ServerSentEvents(EachAsync(new MakingFeed(film, printer, time).ReadAsync(gone), gone))
                : TypedResults.NotFound());
        app.MapGet("/live/changes", (IStudioStore books, FilmDesk desk, TimeProvider time, CancellationToken gone) =>
            TypedResults.ServerSentEvents(TellAsync(new ChangesFeed(books, desk, time).ReadAsync(gone), gone)));
    }

    private static async IAsyncEnumerable<SseItem<string>> TellAsync(IAsyncEnumerable<string> words, [EnumeratorCancellation] CancellationToken gone)
    {
        await foreach (var _ in words.WithCancellation(gone))
            yield return new SseItem<string>("", "changed") { ReconnectionInterval = TimeSpan.FromSeconds(1) };
    }

    /// <summary>One event an update: no page ever shows half of one.</summary>
    private static async IAsyncEnumerable<SseItem<IReadOnlyList<LivePart>>> EachAsync(
        IAsyncEnumerable<IReadOnlyList<LivePart>> updates, [EnumeratorCancellation] CancellationToken gone)
    {
        await foreach (var update in updates.WithCancellation(gone))
            yield return new SseItem<IReadOnlyList<LivePart>>(update, "parts") { ReconnectionInterval = TimeSpan.FromSeconds(1) };
    }
}
