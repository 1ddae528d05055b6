using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;
using Rushes.Film;
using Rushes.Studio.Live;
using Rushes.Studio.Parts;

namespace Rushes.Studio.Pages;

/// <summary>The takes of a scene: compare, pick, film another one, settle an unknown one.</summary>
internal static class TakeEndpoints
{
    public static void MapTakes(this IEndpointRouteBuilder app)
    {
        var takes = app.MapGroup("/films/{name}/takes/{scene:int}");
        takes.MapGet("", async (string name, int scene, RoomReader rooms, CancellationToken gone) =>
        {
            var room = await rooms.ReadAsync(name, gone);
            return new RazorComponentResult<TakesPage>(new { Room = room, View = Scene(room, scene) });
        });
        takes.MapPost("/pick", async (string name, int scene, [FromForm] int take, RoomReader rooms, TakeDesk desk, CancellationToken gone) =>
        {
            await desk.PickAsync(rooms.Project(name), scene, take, gone);
            return Results.Redirect(RoomLinks.Of(name) + FormattableString.Invariant($"/takes/{scene}"));
        });
        takes.MapPost("/again", AgainAsync);
        app.MapSettling("/films/{name}/takes/{scene:int}");
        app.MapSettling("/films/{name}");
    }

    private static async Task<IResult> AgainAsync(
        string name, int scene, [FromForm] IFormCollection form, RoomReader rooms, FilmDesk desk, CancellationToken gone)
    {
        var room = await rooms.ReadAsync(name, gone);
        Scene(room, scene);
        desk.Retry(room.Project, new RetryRequest(room.Run?.Id, scene, AccountChoice.Of(form)), ShootingWishes.Asking, OncePressed.WorkOf(form));
        return Results.Redirect(RoomLinks.Of(name));
    }

    /// <summary>What can be done about takes of which nobody knows: those of a scene, or all of them.</summary>
    private static void MapSettling(this IEndpointRouteBuilder app, string at)
    {
        app.MapPost(at + "/check", (string name, int? scene, RoomReader rooms, FilmDesk desk, CancellationToken gone) =>
            SettleAsync(name, new RetryRequest(null, scene, CheckUnknownAgain: true), rooms, desk, gone));
        app.MapPost(at + "/submit-again", (string name, int? scene, RoomReader rooms, FilmDesk desk, CancellationToken gone) =>
            SettleAsync(name, new RetryRequest(null, scene, SubmitUnknownAgain: true), rooms, desk, gone));
    }

    /// <summary>Settles takes of one run, the newest that has any.</summary>
    private static async Task<IResult> SettleAsync(string name, RetryRequest choice, RoomReader rooms, FilmDesk desk, CancellationToken gone)
    {
        var room = await rooms.LookAsync(name, gone);
        if (choice.Scene is { } scene)
            Scene(room, scene);
        if (room.UnknownOf(choice.Scene) is [var take, ..])
            desk.Retry(room.Project, choice with { Run = take.Run }, ShootingWishes.Asking);
        return Results.Json(new { room = RoomLinks.Of(name) });
    }

    private static SceneView Scene(RoomView room, int scene) => scene >= 1 && scene <= room.Scenes.Count
        ? room.Scenes[scene - 1]
        : throw Mistake.Input("film.no-scene", "scene", scene, room.Scenes.Count).AsException();
}
