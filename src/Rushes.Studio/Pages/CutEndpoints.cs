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
            new RazorComponentResult<CutPage>(new { Room = await rooms.ReadAsync(name, gone), Choices = choices }));
        app.MapPost("/films/{name}/cut", (string name, [FromForm] IFormCollection form, RoomReader rooms, Catalogue catalogue, FilmDesk desk) =>
        {
            var project = rooms.Project(name);
            var brief = project.Brief with
            {
                Captions = DraftReader.Choice<Captions>(form["captions"], "captions"),
                Transition = form["transition"].ToString(),
                Platform = form["platform"].ToString() is { Length: > 0 } platform ? platform : null,
                Sound = DraftReader.Choice<Sound>(form["sound"], "sound"),
            };

            // Before it is kept, and before anything is filmed for it.
            BriefRules.Check(brief, catalogue.Known);
            desk.Recut(project with { Brief = brief }, ShootingWishes.Asking);
            return Results.Redirect(RoomLinks.Of(name));
        });
    }
}
