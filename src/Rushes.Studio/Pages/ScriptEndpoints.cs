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
        app.MapPost("/films/{name}/script", async (string name, [FromForm] IFormCollection form, RoomReader rooms, ScriptDesk desk, CancellationToken gone) =>
        {
            await desk.ChangeAsync(rooms.Project(name), script => ScriptForm.Read(form, script), gone);
            return Results.Redirect(RoomLinks.Of(name) + "/script");
        });
        app.MapPost("/films/{name}/script/{scene:int}", EditAsync);
        app.MapPost("/films/{name}/script/{scene:int}/height", async (string name, int scene, [FromForm] IFormCollection form, RoomReader rooms, ScriptDesk desk, CancellationToken gone) =>
        {
            await desk.ChangeAsync(
                rooms.Project(name), script => script.Replace(Number(script, scene), script.Scenes[scene - 1] with { Intensity = SceneForm.Intensity(form) }), gone);
            return Results.NoContent();
        });
    }

    /// <summary>Keeps what the form says of the scene, and then does what was pressed.</summary>
    private static async Task<IResult> EditAsync(
        string name, int scene, [FromForm] IFormCollection form, HttpRequest request, RoomReader rooms, ScriptDesk desk, TimeProvider time, CancellationToken gone)
    {
        var (project, todo) = (rooms.Project(name), form["do"].ToString());
        var changed = await desk.ChangeAsync(
            project,
            script =>
            {
                var kept = Kept(script, scene, form, todo);
                return ScriptChange.Of(todo)?.Invoke(kept, scene) ?? kept;
            },
            gone);
        if (todo == "rewrite")
            return await MakingPages.AfterAsync(desk.Rewrite(project, scene, ShootingWishes.Asking), time);
        if (todo == "save" && request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase))
            return Results.Json(new { was = SceneForm.PrintOf(changed.Scenes[scene - 1]) });
        var at = Math.Clamp(todo switch { "up" => scene - 1, "down" or "add" => scene + 1, _ => scene }, 1, changed.Scenes.Count);
        return Results.Redirect(RoomLinks.ToScene(name, at));
    }

    /// <exception cref="MistakeException">There is no such scene, it is another one than the form was printed from, or a field is wrong.</exception>
    private static Script Kept(Script script, int scene, IFormCollection form, string todo)
    {
        var before = script.Scenes[Number(script, scene) - 1];
        if (form[SceneForm.Was] is [{ Length: > 0 } was, ..] && was != SceneForm.PrintOf(before))
            throw Mistake.Input("studio.scene-changed", SceneForm.Was, scene).AsException();

        // Who only presses a button, such as a program, sends no fields; what is removed needs none.
        return todo == "remove" || !form.ContainsKey("prompt") ? script : script.Replace(scene, SceneForm.Read(form, before));
    }

    /// <exception cref="MistakeException">There is no such scene.</exception>
    private static int Number(Script script, int scene) => scene >= 1 && scene <= script.Scenes.Count
        ? scene
        : throw Mistake.Input("film.no-scene", "scene", scene, script.Scenes.Count).AsException();
}
