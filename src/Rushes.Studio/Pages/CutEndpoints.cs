using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Library;
using Rushes.Engine.Making;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Studio.Guard;
using Rushes.Studio.Live;
using Rushes.Studio.Parts;

namespace Rushes.Studio.Pages;

/// <summary>The cutting room: how the film is assembled, and what goes out with it.</summary>
internal static class CutEndpoints
{
    public static void MapCuts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/films/{name}/cut", async (string name, RoomReader rooms, FormChoices choices, CancellationToken gone) =>
        {
            var room = await rooms.LookAsync(name, gone);
            return new RazorComponentResult<CutPage>(new { Room = room, Choices = choices, Draft = CutDraft.Of(room.Project.Brief) });
        });
        app.MapPost("/films/{name}/cut", AgainAsync).TakesFiles();
    }

    private static async Task<IResult> AgainAsync(
        string name,
        [FromForm] IFormCollection form,
        RoomReader rooms,
        FormChoices choices,
        Catalogue catalogue,
        Uploads uploads,
        Preproduction before,
        FilmDesk desk,
        CancellationToken gone)
    {
        var project = rooms.Project(name);
        var draft = CutDraft.Read(form);
        try
        {
            var brief = draft.Over(project.Brief, await uploads.KeepMusicAsync(form.Files, "music", gone));

            // Before it is kept, and before anything is filmed for it.
            BriefRules.Check(brief, catalogue.Known);
            await before.CheckSoundAsync(brief, gone);
            desk.Recut(project with { Brief = brief }, ShootingWishes.Asking, partial: form["partial"] == "true");
            return Results.Redirect(RoomLinks.Of(name));
        }
        catch (MistakeException wrong)
        {
            // What was typed stays in the fields.
            var (room, files) = (await rooms.LookAsync(name, gone), form.Files.Any(file => file.Length > 0));
            return new RazorComponentResult<CutPage>(new { Room = room, Choices = choices, Draft = draft, FilesAgain = files, Wrong = Sentence.Of(wrong.Mistake) })
            {
                StatusCode = Mistakes.StatusOf(wrong.Mistake),
            };
        }
    }
}
