using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;
using Rushes.Film;
using Rushes.Film.Scripts;
using Rushes.Studio.Live;
using Rushes.Studio.Parts;

namespace Rushes.Studio.Pages;

/// <summary>The script room.</summary>
internal static class ScriptEndpoints
{
    public static void MapScripts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/films/{name}/script", async (string name, int? page, RoomReader rooms, ScriptReview review, CancellationToken gone) =>
        {
            var room = await rooms.LookAsync(name, gone);
            var script = rooms.Folders.ReadScript(room.Project);
            return new RazorComponentResult<ScriptPage>(new { Room = room, Script = script, Page = page ?? 1, Warnings = await review.OfAsync(script, room.Project.Brief, gone) });
        });
        app.MapPost("/films/{name}/script/{scene:int}", EditAsync);
        app.MapPost("/films/{name}/script/{scene:int}/height", (string name, int scene, [FromForm] IFormCollection form, RoomReader rooms, ScriptDesk desk) =>
        {
            desk.Change(rooms.Project(name), script => script.Replace(Number(script, scene), script.Scenes[scene - 1] with { Intensity = SceneForm.Intensity(form) }));
            return Results.NoContent();
        });
    }

    private static async Task<IResult> EditAsync(string name, int scene, [FromForm] IFormCollection form, RoomReader rooms, ScriptDesk desk, TimeProvider time)
    {
        var todo = form["do"].ToString();
        if (todo == "rewrite")
            return await MakingPages.AfterAsync(desk.Rewrite(rooms.Project(name), scene, ShootingWishes.Asking), time);
        var changed = desk.Change(rooms.Project(name), script => ScriptChange.Of(todo)?.Invoke(script, scene) ?? Saved(script, scene, form));
        var at = Math.Clamp(todo switch { "up" => scene - 1, "down" or "add" => scene + 1, _ => scene }, 1, changed.Scenes.Count);
        return Results.Redirect(RoomLinks.ToScene(name, at));
    }

    private static Script Saved(Script script, int scene, IFormCollection form) => script.Replace(Number(script, scene), SceneForm.Read(form, script.Scenes[scene - 1]));

    /// <exception cref="MistakeException">There is no such scene.</exception>
    private static int Number(Script script, int scene) => scene >= 1 && scene <= script.Scenes.Count
        ? scene
        : throw Mistake.Input("film.no-scene", "scene", scene, script.Scenes.Count).AsException();
}
