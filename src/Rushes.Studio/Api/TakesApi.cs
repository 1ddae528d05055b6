using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;
using Rushes.Film;
using Rushes.Studio.Api.Answers;
using Rushes.Studio.Api.Requests;
using Rushes.Studio.Live;

namespace Rushes.Studio.Api;

/// <summary>The takes of scenes: look, pick, settle the unknown ones.</summary>
internal static class TakesApi
{
    private const string Tag = "takes";

    public static void MapTakesApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/projects/{project}/takes", async (string project, RoomReader rooms, CancellationToken gone) =>
        {
            var room = await rooms.ReadAsync(project, gone);
            return TypedResults.Ok<IReadOnlyList<TakeView>>([.. room.Scenes.SelectMany(scene => SceneSheet.Of(room, scene).Takes)]);
        }).Called("listTakes", "Every take of a project, by scene and take", Tag).MayMiss();
        var scenes = api.MapGroup("/projects/{project}/scenes/{scene:int}");
        scenes.MapGet("", async (string project, int scene, RoomReader rooms, CancellationToken gone) =>
        {
            var room = await rooms.ReadAsync(project, gone);
            return TypedResults.Ok(SceneSheet.Of(room, Scene(room, scene)));
        }).Called("getScene", "A scene with its takes", Tag).MayMiss();
        scenes.MapPost("/pick", async (string project, int scene, PickRequest request, RoomReader rooms, TakeDesk desk, CancellationToken gone) =>
        {
            await desk.PickAsync(rooms.Project(project), scene, request.Take, gone);
            var room = await rooms.ReadAsync(project, gone);
            return TypedResults.Ok(SceneSheet.Of(room, Scene(room, scene)));
        }).Called("pickTake", "Choose the take that the cut uses", Tag).MayMiss();
        scenes.MapPost("/unknown", (
                string project, int scene, SettleRequest request, HttpContext context, RoomReader rooms, FilmDesk desk, CommissionDesk commissions, CancellationToken gone) =>
                SettleAsync(project, scene, request, context, rooms, desk, commissions, gone))
            .Called("settleUnknown", "Ask again about the takes of a scene whose submission is unknown, or submit them again", Tag).MayMiss().Keyed();
        api.MapPost("/projects/{project}/unknown", (
                string project, SettleRequest request, HttpContext context, RoomReader rooms, FilmDesk desk, CommissionDesk commissions, CancellationToken gone) =>
                SettleAsync(project, null, request, context, rooms, desk, commissions, gone))
            .Called("settleAllUnknown", "Ask again about all takes whose submission is unknown, or submit them again", Tag).MayMiss().Keyed();
    }

    /// <exception cref="MistakeException">There is no such scene.</exception>
    internal static SceneView Scene(RoomView room, int scene) => scene >= 1 && scene <= room.Scenes.Count
        ? room.Scenes[scene - 1]
        : throw Mistake.Input("film.no-scene", "scene", scene, room.Scenes.Count).AsException();

    private static async Task<Accepted<WorkSheet>> SettleAsync(
        string project, int? scene, SettleRequest request, HttpContext context, RoomReader rooms, FilmDesk desk, CommissionDesk commissions, CancellationToken gone)
    {
        var room = await rooms.ReadAsync(project, gone);
        if (scene is { } one)
            Scene(room, one);
        var again = request.Choice == SettleChoice.SubmitAgain;
        var retry = new RetryRequest(room.UnknownOf(scene) is [var take, ..] ? take.Run : ProjectsApi.RunOf(room), scene, SubmitUnknownAgain: again, CheckUnknownAgain: !again);
        var wishes = ShootRequest.WishesOf(request.WaitSeconds, request.MaxCost);
        return await commissions.BeginAsync(context, request, room.Project, id => desk.Retry(room.Project, retry, wishes, id));
    }
}
