using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Library;
using Rushes.Engine.Making;
using Rushes.Film.Briefs;
using Rushes.Studio.Live;
using Rushes.Studio.Parts;

namespace Rushes.Studio.Pages;

/// <summary>The cutting room: how the film is assembled, and what goes out with it.</summary>
internal static class CutEndpoints
{
    public static void MapCuts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/films/{name}/cut", async (string name, RoomReader rooms, FormChoices choices, CancellationToken gone) =>
            new RazorComponentResult<CutPage>(new { Room = await rooms.LookAsync(name, gone), Choices = choices }));
        app.MapPost("/films/{name}/cut", AgainAsync).TakesFiles();
    }

    private static async Task<IResult> AgainAsync(
        string name, [FromForm] IFormCollection form, RoomReader rooms, Catalogue catalogue, Uploads uploads, Preproduction before, FilmDesk desk, CancellationToken gone)
    {
        var project = rooms.Project(name);
        var music = await uploads.KeepMusicAsync(form.Files, "music", gone);
        var brief = project.Brief with
        {
            Captions = DraftReader.Choice<Captions>(form["captions"], "captions"),
            Transition = form["transition"].ToString(),
            Platform = form["platform"].ToString() is { Length: > 0 } platform ? platform : null,
            Sound = DraftReader.Choice<Sound>(form["sound"], "sound"),
            Voice = form["voice"].ToString().Trim() is { Length: > 0 } voice ? voice : null,
            Music = music ?? (form["without_music"] == "true" ? null : project.Brief.Music),
        };

        // Before it is kept, and before anything is filmed for it.
        BriefRules.Check(brief, catalogue.Known);
        await before.CheckSoundAsync(brief, gone);
        desk.Recut(project with { Brief = brief }, ShootingWishes.Asking);
        return Results.Redirect(RoomLinks.Of(name));
    }
}
