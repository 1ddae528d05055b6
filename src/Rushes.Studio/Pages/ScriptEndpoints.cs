using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Making;
using Rushes.Film;
using Rushes.Film.Scripts;
using Rushes.Studio.Live;

namespace Rushes.Studio.Pages;

/// <summary>The script room.</summary>
internal static class ScriptEndpoints
{
    public static void MapScripts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/films/{name}/script", (string name, RoomReader rooms, Scripting scripting) =>
        {
            var project = rooms.Project(name);
            var script = rooms.Folders.ReadScript(project);
            return new RazorComponentResult<ScriptPage>(new { Project = project, Script = script, Warnings = scripting.Look(script, project.Brief) });
        });
        app.MapPost("/films/{name}/script/{scene:int}", Edit);
    }

    private static IResult Edit(string name, int scene, [FromForm] IFormCollection form, RoomReader rooms, FilmDesk desk)
    {
        var project = rooms.Project(name);

        // A run films what was ordered; a script that changes under it would make its newest clips stale at once.
        if (desk.Of(project) is { IsOver: false })
            throw Mistake.Input("film.in-hand", "project", project.Name).AsException();
        var script = rooms.Folders.ReadScript(project);
        var (changed, at) = form["do"].ToString() switch
        {
            "up" => (script.Move(scene, up: true), Math.Max(1, scene - 1)),
            "down" => (script.Move(scene, up: false), Math.Min(script.Scenes.Count, scene + 1)),
            "split" => (script.Split(scene), scene),
            "merge" => (script.Merge(scene), scene),
            "remove" => (script.Remove(scene), Math.Min(scene, script.Scenes.Count - 1)),
            "add" => (Added(script, scene), scene + 1),
            _ => (Saved(script, scene, form), scene),
        };
        rooms.Folders.WriteScript(project, changed);
        return Results.Redirect(FormattableString.Invariant($"/films/{Uri.EscapeDataString(name)}/script#scene-{at}"));
    }

    private static Script Saved(Script script, int scene, IFormCollection form) => scene >= 1 && scene <= script.Scenes.Count
        ? script.Replace(scene, SceneForm.Read(form, script.Scenes[scene - 1]))
        : throw Mistake.Input("film.no-scene", "scene", scene, script.Scenes.Count).AsException();

    /// <summary>A new scene in the place and light of the one before it, for the user to fill.</summary>
    private static Script Added(Script script, int after)
    {
        if (after < 1 || after > script.Scenes.Count)
            throw Mistake.Input("film.no-scene", "scene", after, script.Scenes.Count).AsException();
        var before = script.Scenes[after - 1];
        return script.Insert(after, before with { Dialogues = [], Narration = null, Duration = Math.Min(before.Duration, 4) });
    }
}
